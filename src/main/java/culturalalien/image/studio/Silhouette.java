package culturalalien.image.studio;

import culturalalien.image.figure.DistanceField;
import culturalalien.image.figure.Outline;

/**
 * An outline put into the picture: it stands on a point, turned about it, and may look the other
 * way or be flattened, as a reflection is.
 */
final class Silhouette implements Shape {

  /** How far from the edge a body still turns away from the eye, in its own measure. */
  private static final double ROUNDING = 0.09;

  private static final double STEP = 0.012;

  private final Outline outline;
  private final DistanceField field;
  private final double x;
  private final double foot;
  private final double scale;
  private final double scaleX;
  private final double scaleY;
  private final double turn;
  private final double c;
  private final double s;
  private final double middleX;
  private final double middleY;
  private final double reach;

  /**
   * @param x where it stands
   * @param foot where it stands
   * @param size of its longer side
   * @param turn in turns, about where it stands
   * @param mirrored whether it looks the other way
   * @param upright 1 for as it is, −1 for head down, between for foreshortened
   */
  Silhouette(
      Outline outline,
      double x,
      double foot,
      double size,
      double turn,
      boolean mirrored,
      double upright) {
    this.outline = outline;
    field = outline.field();
    this.x = x;
    this.foot = foot;
    scaleX = mirrored ? -size : size;
    scaleY = size * upright;
    scale = size * Math.min(1, Math.abs(upright));
    this.turn = turn;
    c = Curves.cos(turn);
    s = Curves.sin(turn);
    double up = -outline.height() / 2 * scaleY;
    middleX = x - s * up;
    middleY = foot + c * up;
    double wide = outline.width() / 2 * size;
    reach = Math.sqrt(wide * wide + up * up);
  }

  private Silhouette(Outline outline, Silhouette place) {
    this(
        outline,
        place.x,
        place.foot,
        Math.abs(place.scaleX),
        place.turn,
        place.scaleX < 0,
        place.scaleY / Math.abs(place.scaleX));
  }

  /** On its feet, as it is. */
  static Silhouette standing(Outline outline, double x, double foot, double size) {
    return new Silhouette(outline, x, foot, size, 0, false, 1);
  }

  /** Around a middle. */
  static Silhouette around(
      Outline outline, double x, double y, double size, double turn, boolean mirrored) {
    double down = outline.height() / 2 * size;
    return new Silhouette(
        outline, x - Curves.sin(turn) * down, y + Curves.cos(turn) * down, size, turn, mirrored, 1);
  }

  /** Another outline in its place. */
  Silhouette as(Outline other) {
    return new Silhouette(other, this);
  }

  Outline outline() {
    return outline;
  }

  @Override
  public double distance(double px, double py) {
    double dx = px - x;
    double dy = py - foot;
    return field.at((dx * c + dy * s) / scaleX, (dy * c - dx * s) / scaleY) * scale;
  }

  @Override
  public double facing(double px, double py, double towardsX, double towardsY) {
    double step = STEP * scale;
    double here = distance(px, py);
    double slopeX = distance(px + step, py) - here;
    double slopeY = distance(px, py + step) - here;
    double edge = Curves.clamp(1 + here / (ROUNDING * scale), 0, 1);
    return (slopeX * towardsX + slopeY * towardsY) / step * edge * edge;
  }

  @Override
  public double reach() {
    return reach;
  }

  @Override
  public double middleX() {
    return middleX;
  }

  @Override
  public double middleY() {
    return middleY;
  }
}
