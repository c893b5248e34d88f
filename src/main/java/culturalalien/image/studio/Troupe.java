package culturalalien.image.studio;

import culturalalien.image.figure.Outline;
import culturalalien.image.studio.Body.Look;
import culturalalien.image.studio.Layout.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts silhouettes into a picture: each with its colours, which stand out from what is behind, and
 * its shadow.
 */
final class Troupe {

  private static final Look[] LOOKS = Look.values();

  private final Stage stage;
  private final Motif ground;
  private final boolean floor;
  private final double hue;
  private final Dice dice;
  private final List<Oklab> colors = new ArrayList<>();
  private final List<Piece> pieces = new ArrayList<>();
  private final Map<Outline, Shape> marks = new LinkedHashMap<>();

  /**
   * @param ground what is behind
   * @param floor whether it is something to stand on
   */
  Troupe(Stage stage, Motif ground, boolean floor) {
    this.floor = floor;
    hue = Hands.sees(stage.plan().medium());
    this.stage = stage;
    this.ground = ground;
    dice = stage.dice("troupe");
    Palette palette = stage.palette();
    double first = dice.between(0, 1);
    for (int i = 0; i < 4; i++) {
      colors.add(palette.form((first + i * 0.618) % 1));
    }
    colors.add(dice.below(3), palette.accent);
    colors.add(palette.tone(0.02));
    colors.add(palette.tone(0.98));
  }

  /** All that was put there, the first at the back. */
  Motif whole() {
    return new Forms(pieces, stage.frame());
  }

  /** Where each outline stands: the place of each that is seen best. */
  Collection<Shape> marks() {
    return marks.values();
  }

  /** Says that an outline is to be made out at a place, better than where it was put before. */
  void mark(Outline outline, Shape shape) {
    marks.put(outline, shape);
  }

  Motif ground() {
    return ground;
  }

  Stage stage() {
    return stage;
  }

  Dice dice() {
    return dice;
  }

  /** A colour that stands out from the ground at a place, and from others. */
  Oklab color(Place place, Oklab... others) {
    List<Oklab> behind = new ArrayList<>(List.of(others));
    behind.add(Contrast.around(ground, place.x(), place.middle(), place.size() * 0.4));
    behind.add(Contrast.around(ground, place.x(), place.foot(), place.size() * 0.2));
    return Contrast.best(colors, behind, hue);
  }

  /** A colour that stands out from others alone. */
  Oklab apart(Oklab... others) {
    return Contrast.best(colors, List.of(others), hue);
  }

  /** The nearer to the foreground, the plainer: small figures stay legible. */
  Look look(double size) {
    return size < 0.22 ? Look.PLAIN : LOOKS[dice.below(LOOKS.length)];
  }

  static Silhouette shape(Outline outline, Place place) {
    return new Silhouette(
        outline, place.x(), place.foot(), place.size(), place.turn(), place.mirrored(), 1);
  }

  /** A figure with its shadow. */
  void put(Outline outline, Place place, Oklab color, Look look) {
    shadow(outline, place);
    body(outline, shape(outline, place), place.size(), color, look);
  }

  /** A figure without a shadow. */
  void body(Outline outline, Shape shape, double size, Oklab color, Look look) {
    marks.putIfAbsent(outline, shape);
    Oklab other = color.l() > 0.5 ? color.mix(apart(color), 0.6) : apart(color);
    pieces.add(Body.of(shape, look, color, other, size * dice.between(0.035, 0.07), stage));
  }

  /**
   * A figure that stands out from another as well, whose colour fills it.
   *
   * @param other the other's colour
   */
  void beside(Outline outline, Place place, Oklab other) {
    Shape shape = shape(outline, place);
    double size = place.size();
    mark(outline, shape);
    pieces.add(Body.of(shape, look(size), color(place, other), other, size * 0.05, stage));
  }

  void add(Piece piece) {
    pieces.add(piece);
  }

  /** On the ground it lies down behind the figure; on a wall or seen from above it is beside it. */
  private void shadow(Outline outline, Place place) {
    Fill dark = Fill.flat(stage.palette().tone(0.02)).sheer(0.34);
    Shape shape;
    switch (stage.plan().viewpoint()) {
      case LEVEL, WIDE, INTERIOR, WINDOW -> {
        if (!floor || !Layout.stands(stage)) {
          halo(outline, place);
          return;
        }
        double away = stage.lightX() > 0 ? 0.5 : -0.5;
        shape = new Cast(outline, place.x(), place.foot(), place.size(), away, 0.3, place);
      }
      case ABOVE, FRIEZE, CLOSE -> {
        double far = place.size() * 0.045;
        Place moved = place.moved(-stage.lightX() * far, -stage.lightY() * far, 1);
        shape = shape(outline, moved);
      }
      default -> {
        return;
      }
    }
    pieces.add(Form.of(shape, dark, stage));
  }

  /** Where nothing is to stand on, the ground darkens or pales a little around a figure. */
  private void halo(Outline outline, Place place) {
    Oklab tone = stage.palette().tone(stage.palette().key > 0.5 ? 0.95 : 0.05);
    Fill around = Fill.flat(tone).sheer(0).glowing(place.size() * 0.07);
    pieces.add(Form.of(shape(outline, place), around, stage));
  }
}
