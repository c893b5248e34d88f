package culturalalien.image.studio;

/**
 * A petal or leaf from its foot to its tip.
 *
 * @param turn the way it points, in turns
 * @param width half its greatest width
 * @param belly where that lies, 0 at the foot, 1 at the tip
 */
record Leaf(double x, double y, double length, double width, double turn, double belly)
    implements Shape {

  @Override
  public double distance(double px, double py) {
    double c = Curves.cos(turn);
    double s = Curves.sin(turn);
    double u = ((px - x) * c + (py - y) * s) / length;
    double v = Math.abs((py - y) * c - (px - x) * s);
    double t = Curves.clamp(u, 0, 1);
    double half = width * profile(t);
    double beyond = (u - t) * length;
    double side = v - half;
    if (beyond == 0) {
      double steep =
          width * (profile(Math.min(1, t + 0.02)) - profile(Math.max(0, t - 0.02))) / 0.04 / length;
      return side / Math.sqrt(1 + steep * steep);
    }
    return Math.sqrt(beyond * beyond + v * v);
  }

  private double profile(double t) {
    double f = t < belly ? t / belly : (1 - t) / (1 - belly);
    double rounded = 1 - (1 - f) * (1 - f);
    return Math.sqrt(rounded) * (0.6 + 0.4 * rounded);
  }

  /** One half lies in the light, as if folded along its middle. */
  @Override
  public double facing(double px, double py, double towardsX, double towardsY) {
    double c = Curves.cos(turn);
    double s = Curves.sin(turn);
    double across = ((py - y) * c - (px - x) * s) / width;
    double along = ((px - x) * c + (py - y) * s) / length;
    return across * (towardsY * c - towardsX * s) + 1.2 * (along - 0.55);
  }

  @Override
  public double reach() {
    return Math.max(length / 2, width) + width * 0.3;
  }

  @Override
  public double middleX() {
    return x + length / 2 * Curves.cos(turn);
  }

  @Override
  public double middleY() {
    return y + length / 2 * Curves.sin(turn);
  }
}
