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
    double drawn = inked(away, half, Math.max(soft, 0.05));
    // Lines finer than pixels: what they amount to.
    return Curves.mix(drawn, 2 * half, Curves.step(0.4, 0.85, soft));
  }

  /**
   * How much of a soft-edged line covers a point at a distance from its middle; one thinner than
   * its softness is as much fainter.
   */
  static double inked(double away, double half, double soft) {
    double cover = Curves.clamp(0.5 + (half - away) / soft, 0, 1);
    if (half >= soft / 2) {
      return cover;
    }
    double wide = half + soft / 2;
    return cover * 2 * half * soft / (wide * wide);
  }

  /** Which line is nearest to a point: neighbouring lines need not be alike. */
  int number(double x, double y, double lift) {
    double stray = wander * noise.at(x * 2.2 + offset, y * 2.2);
    return Noise.floor((y * c - x * s + stray + lift) * lines + 0.5);
  }
}
