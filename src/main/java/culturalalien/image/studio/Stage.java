package culturalalien.image.studio;

import culturalalien.image.ImageRequest;

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
    double lightX,
    double lightY) {

  static Stage of(ImageRequest request) {
    Frame frame = Frame.of(request.width(), request.height());
    Meaning meaning = new Meaning(request.subjects());
    Dice dice = new Dice(request.seed(), "stage");
    // The four points that cut the sides in thirds, none of them hit exactly.
    double focusX = dice.sign() * frame.right() * dice.between(0.22, 0.42);
    double focusY = -frame.bottom() * dice.around(0.18, 0.3);
    double horizon =
        frame.bottom()
            * Curves.clamp(meaning.trait(4, -0.3, 0.75) + dice.around(0, 0.25), -0.25, 0.62);
    double angle = focusX > 0 ? -0.11 : -0.39;
    return new Stage(
        frame,
        meaning,
        new Palette(request.subjects(), meaning, new Dice(request.seed(), "hour").between(0, 1)),
        request.seed(),
        focusX,
        focusY,
        horizon + dice.around(0, 0.04),
        Curves.cos(angle),
        Curves.sin(angle));
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
