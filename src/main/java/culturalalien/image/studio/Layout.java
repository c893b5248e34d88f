package culturalalien.image.studio;

import culturalalien.image.plan.Viewpoint;
import java.util.ArrayList;
import java.util.List;

/** Where in a picture its figures are, by the plan's viewpoint and arrangement. */
final class Layout {

  /**
   * A place for a figure, or for a group of two.
   *
   * @param x where its foot is
   * @param foot where its foot is
   * @param size of its longer side
   * @param turn in turns
   * @param mirrored whether it looks the other way
   */
  record Place(double x, double foot, double size, double turn, boolean mirrored) {

    double middle() {
      return foot - size / 2;
    }

    Place moved(double right, double down, double scale) {
      return new Place(x + right, foot + down, size * scale, turn, mirrored);
    }
  }

  private final Stage stage;
  private final Dice dice;
  private final double right;
  private final double bottom;
  private final double reach;
  private final double size;
  private final double foot;
  private final List<Place> places = new ArrayList<>();

  private Layout(Stage stage) {
    this.stage = stage;
    dice = stage.dice("layout");
    right = stage.frame().right();
    bottom = stage.frame().bottom();
    reach = stage.frame().reach();
    size = reach * grandeur(stage.plan().viewpoint()) * dice.between(0.92, 1.08);
    foot = foot();
  }

  /**
   * @param group whether each place is for two figures that belong together: fewer and larger
   */
  static List<Place> of(Stage stage, boolean group) {
    Layout layout = new Layout(stage);
    if (group) {
      layout.groups();
    } else {
      layout.singles();
    }
    return List.copyOf(layout.places);
  }

  /** Whether figures stand on the ground rather than float before it. */
  static boolean stands(Stage stage) {
    return switch (stage.plan().arrangement()) {
      case CENTRE, ASIDE, LOW, TRIANGLE, SYMMETRY, CROWD -> true;
      default -> false;
    };
  }

  /** How large a figure that is alone is, in halves of the shorter side. */
  private static double grandeur(Viewpoint viewpoint) {
    return switch (viewpoint) {
      case WIDE -> 0.72;
      case WINDOW -> 0.9;
      case ABOVE -> 1.15;
      case REFLECTION -> 0.95;
      case FRIEZE -> 0.95;
      case LEVEL, INTERIOR -> 1.22;
      case BELOW -> 1.6;
      case CLOSE -> 2.15;
    };
  }

  /** Where figures stand. */
  private double foot() {
    double horizon = stage.horizon();
    return switch (stage.plan().viewpoint()) {
      case WIDE -> Curves.mix(horizon, bottom, 0.25);
      case LEVEL, WINDOW -> Curves.mix(horizon, bottom, dice.between(0.4, 0.68));
      case INTERIOR -> Curves.mix(horizon, bottom, dice.between(0.35, 0.65));
      case REFLECTION -> horizon + 0.004;
      case BELOW -> bottom * 1.02;
      case FRIEZE -> size * 0.52;
      case ABOVE -> size * 0.5;
      case CLOSE -> size * 0.5 + dice.around(0, 0.12) * reach;
    };
  }

  private boolean upright() {
    return switch (stage.plan().viewpoint()) {
      case ABOVE, CLOSE -> false;
      default -> true;
    };
  }

  private void add(double x, double wanted, double scale, boolean mirrored) {
    // What would stand in the water would be seen neither itself nor in the mirror.
    boolean mirror = stage.plan().viewpoint() == Viewpoint.REFLECTION;
    double at = mirror ? Math.min(foot, wanted) : wanted;
    double turn = upright() ? dice.around(0, 0.012) : dice.around(0, 0.1);
    places.add(new Place(x, at, size * scale, turn, mirrored));
  }

  private boolean flip() {
    return dice.chance(0.5);
  }

  private void groups() {
    double aside = dice.sign() * right;
    switch (stage.plan().arrangement()) {
      case ASIDE -> add(aside * 0.32, foot, 0.95, aside > 0);
      case LOW -> add(aside * 0.15, Math.min(bottom * 0.97, foot + 0.06), 0.85, flip());
      case HIGH -> add(aside * 0.15, foot - 0.12 * reach, 0.8, flip());
      case SYMMETRY -> {
        add(-right * 0.45, foot, 0.72, false);
        add(right * 0.45, foot, 0.72, true);
      }
      case DIAGONAL -> {
        add(-aside * 0.5, foot - 0.16 * reach, 0.5, flip());
        add(aside * 0.28, foot + 0.1 * reach, 0.95, flip());
      }
      default -> add(stage.focusX() * 0.35, foot, 1.08, flip());
    }
  }

  private void singles() {
    double aside = dice.sign() * right;
    switch (stage.plan().arrangement()) {
      case CENTRE -> add(stage.focusX() * 0.25, foot, 1.12, flip());
      case ASIDE -> add(aside * 0.42, foot, 0.98, aside > 0);
      case LOW -> add(aside * 0.2, Math.min(bottom * 0.97, foot + 0.1 * reach), 0.62, flip());
      case HIGH -> add(aside * 0.2, foot - 0.42 * reach, 0.68, flip());
      case DIAGONAL -> {
        boolean mirrored = flip();
        for (int i = 0; i < 4; i++) {
          double t = i / 3.0;
          add(aside * (0.75 - 1.35 * t), foot + reach * (0.3 * t - 0.28), 0.3 + 0.42 * t, mirrored);
        }
      }
      case TRIANGLE -> {
        add(0, foot - 0.06 * reach, 0.9, flip());
        add(-right * 0.52, foot + 0.06 * reach, 0.55, false);
        add(right * 0.52, foot + 0.06 * reach, 0.55, true);
      }
      case SYMMETRY -> {
        add(-right * 0.44, foot, 0.8, false);
        add(right * 0.44, foot, 0.8, true);
      }
      case RING -> ring();
      case SPIRAL -> spiral();
      case GRID -> grid();
      case COLUMN -> column();
      case SCATTER -> scatter();
      case CROWD -> crowd();
    }
  }

  private void ring() {
    int count = 6 + dice.below(5);
    double first = dice.between(0, 1);
    double wide = Math.min(right, reach * 1.4) * 0.64;
    double high = Math.min(bottom, reach * 1.4) * 0.62;
    double each = reach * 2.1 / count;
    for (int i = 0; i < count; i++) {
      double angle = first + i / (double) count;
      double turn = upright() ? 0 : angle + 0.25;
      places.add(
          new Place(
              wide * Curves.cos(angle),
              high * Curves.sin(angle) + each / 2,
              each,
              turn,
              Curves.cos(angle) > 0));
    }
  }

  private void spiral() {
    int count = 11;
    double first = dice.between(0, 1);
    int way = dice.sign();
    for (int i = 0; i < count; i++) {
      double t = (i + 1.0) / count;
      double angle = first + way * 1.7 * Math.sqrt(t);
      double each = reach * (0.12 + 0.42 * t);
      places.add(
          new Place(
              right * 0.72 * t * Curves.cos(angle),
              bottom * 0.68 * t * Curves.sin(angle) + each / 2,
              each,
              dice.around(0, 0.04),
              flip()));
    }
  }

  private void grid() {
    int across = Math.max(2, (int) Math.round(3.4 * Math.sqrt(right / bottom)));
    int down = Math.max(2, (int) Math.round(3.4 * Math.sqrt(bottom / right)));
    double each = Math.min(2 * right / across, 2 * bottom / down) * 0.74;
    int odd = dice.below(across * down);
    boolean mirrored = flip();
    for (int i = 0; i < across * down; i++) {
      double x = ((i % across + 0.5) / across * 2 - 1) * right * 0.94;
      double y = ((i / across + 0.5) / down * 2 - 1) * bottom * 0.94;
      double turn = i == odd ? 0.5 : 0;
      double at = i == odd ? y - each / 2 : y + each / 2;
      places.add(new Place(x, at, each, turn, mirrored));
    }
  }

  private void column() {
    int count = 3 + dice.below(2);
    double x = stage.focusX() * 0.4;
    double each = 2 * bottom * 0.94 / count;
    for (int i = 0; i < count; i++) {
      double scale = 1 - 0.1 * i;
      places.add(
          new Place(
              x + dice.around(0, 0.03),
              bottom * 0.95 - each * i * 0.97,
              each * scale,
              dice.around(0, 0.01),
              flip()));
    }
  }

  private void scatter() {
    int count = 5 + dice.below(4);
    for (int i = 0; i < count; i++) {
      double x = ((i * 0.7548 + 0.31) % 1 * 2 - 1) * right * 0.76;
      double y = ((i * 0.5698 + 0.17) % 1 * 2 - 1) * bottom * 0.72;
      double each = reach * dice.between(0.34, 0.62);
      places.add(new Place(x, y + each / 2, each, dice.around(0, 0.14), flip()));
    }
  }

  private void crowd() {
    int rows = 4;
    for (int row = 0; row < rows; row++) {
      double near = row / (rows - 1.0);
      double each = reach * Curves.mix(0.26, 0.66, near);
      double base = Math.min(stage.horizon(), bottom * 0.2);
      double at = Curves.mix(base, bottom * 1.06, 0.1 + 0.86 * near * near + 0.04 * near);
      int count = (int) (2 * right / each * 1.15) + 1;
      double offset = dice.between(0, 1);
      for (int i = 0; i < count; i++) {
        double x = ((i + offset) / count * 2 - 1) * right * 1.05 + dice.around(0, each * 0.2);
        double scale = dice.between(0.85, 1.12);
        places.add(new Place(x, at + dice.around(0, 0.02), each * scale, 0, flip()));
      }
    }
  }
}
