package culturalalien.image.studio;

import culturalalien.image.ImageRequest;
import culturalalien.image.plan.Plan;

/**
 * What all parts of one picture agree on before anything is drawn.
 *
 * @param frame the picture's measure
 * @param meaning of its subjects
 * @param palette its colours
 * @param seed of all its chance
 * @param focusX where the eye should rest
 * @param focusY where the eye should rest
 * @param horizon y at which the ground, or the table, meets what is behind it
 * @param plan what was decided before; null where the painter chooses by meaning alone
 * @param lightX towards the light, with lightY of length 1
 * @param lightY towards the light
 */
record Stage(
    Frame frame,
    Meaning meaning,
    Palette palette,
    long seed,
    double focusX,
    double focusY,
    double horizon,
    Plan plan,
    double lightX,
    double lightY) {

  static Stage of(ImageRequest request) {
    Frame frame = Frame.of(request.width(), request.height());
    Plan plan = request.plan();
    Meaning meaning = new Meaning(request.subjects());
    if (plan != null) {
      meaning = meaning.in(plan.mood());
    }
    Dice dice = new Dice(request.seed(), "stage");
    // The four points that cut the sides in thirds, none of them hit exactly.
    double focusX = dice.sign() * frame.right() * dice.between(0.22, 0.42);
    double focusY = -frame.bottom() * dice.around(0.18, 0.3);
    double drift = meaning.trait(4, -0.3, 0.75) + dice.around(0, 0.25);
    double horizon =
        frame.bottom() * (plan == null ? Curves.clamp(drift, -0.25, 0.62) : horizon(plan, dice));
    double angle = plan == null ? focusX > 0 ? -0.11 : -0.39 : lightFrom(plan, focusX > 0);
    return new Stage(
        frame,
        meaning,
        new Palette(
            request.subjects(), meaning, new Dice(request.seed(), "hour").between(0, 1), plan),
        request.seed(),
        focusX,
        focusY,
        horizon + dice.around(0, 0.04),
        plan,
        Curves.cos(angle),
        Curves.sin(angle));
  }

  /** In halves of the picture's height, downwards from its middle. */
  private static double horizon(Plan plan, Dice dice) {
    return switch (plan.viewpoint()) {
      case WIDE -> dice.between(0.42, 0.62);
      case BELOW -> dice.between(0.9, 1.3);
      case INTERIOR -> dice.between(0.3, 0.52);
      case REFLECTION -> dice.between(0.12, 0.3);
      default -> dice.between(-0.02, 0.34);
    };
  }

  /** The direction of the light, in turns from the right; −0.25 is straight above. */
  private static double lightFrom(Plan plan, boolean right) {
    double side =
        switch (plan.light()) {
          case NOON, OVERCAST, BACKLIGHT -> 0.03;
          case SIDE, DAWN, DUSK -> 0.2;
          default -> 0.13;
        };
    return right ? -0.25 + side : -0.25 - side;
  }

  Dice dice(String part) {
    return new Dice(seed, part);
  }

  Noise noise(String part) {
    return new Noise(dice(part).seed());
  }

  double trait(int number, double low, double high) {
    return meaning.trait(number, low, high);
  }

  /** A trait that chance may carry off: for what one set of subjects may well have several of. */
  double whim(int number) {
    double drift = new Dice(seed + number, "whim").around(0, 0.6);
    double whim = meaning.trait(number) + drift;
    // Thrown back at the ends, so that the ends are not more frequent.
    return whim < 0 ? -whim : whim > 1 ? 2 - whim : whim;
  }

  /** 1 at the focus, falling to 0 about a picture's width away. */
  double attention(double x, double y) {
    double dx = x - focusX;
    double dy = y - focusY;
    return Curves.exp(-5 * (dx * dx + dy * dy));
  }
}
