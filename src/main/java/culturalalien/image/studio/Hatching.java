package culturalalien.image.studio;

/** Parallel lines that swell with what they are to darken: engraved, drawn or scratched. */
final class Hatching {

  private final Noise noise;
  private final double lines;
  private final double c;
  private final double s;
  private final double wander;
  private final double offset;

  /**
   * @param turn of the lines, in turns
   * @param lines how many to a picture's width
   * @param wander how far they stray from straight
   */
  Hatching(Noise noise, double turn, double lines, double wander) {
    this.noise = noise;
    this.lines = lines;
    this.wander = wander;
    c = Curves.cos(turn);
    s = Curves.sin(turn);
    offset = 40 * turn;
  }

  /**
   * How much of a point the lines cover.
   *
   * @param weight 0 for no line to 1 for lines that touch
   * @param lift moves lines sideways, in pictures' widths: over a relief they bulge
   */
  double at(double x, double y, double pixel, double weight, double lift) {
    if (weight <= 0) {
      return 0;
    }
    double stray = wander * noise.at(x * 2.2 + offset, y * 2.2);
    double place = (y * c - x * s + stray + lift) * lines;
    double away = Math.abs(place - Math.floor(place + 0.5));
    double half = 0.5 * Math.min(1, weight);
    double soft = pixel * lines;
    if (soft > 0.9) {
      // Lines finer than pixels: what they amount to.
      return Math.min(1, 2 * half);
    }
    return Curves.clamp(0.5 + (half - away) / Math.max(soft, 0.05), 0, 1)
        * Math.min(1, half / Math.max(0.04, 0.4 * soft));
  }

  /** Which line is nearest to a point: neighbouring lines need not be alike. */
  int number(double x, double y, double lift) {
    double stray = wander * noise.at(x * 2.2 + offset, y * 2.2);
    return Noise.floor((y * c - x * s + stray + lift) * lines + 0.5);
  }
}
