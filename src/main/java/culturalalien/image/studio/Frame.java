package culturalalien.image.studio;

/**
 * Where pixels lie in the picture's own measure, in which its area is 1 and its middle (0, 0), x to
 * the right and y down: all that is composed in it is the same at every size. Shapes longer than 4
 * to 1 show the picture of 4 to 1, stretched.
 *
 * @param width in pixels
 * @param height in pixels
 * @param right x of the right edge; the left one's is its negative
 * @param bottom y of the lower edge
 */
record Frame(int width, int height, double right, double bottom) {

  private static final double LONGEST = 4;

  static Frame of(int width, int height) {
    double ratio = Curves.clamp((double) width / height, 1 / LONGEST, LONGEST);
    return new Frame(width, height, Math.sqrt(ratio) / 2, 0.5 / Math.sqrt(ratio));
  }

  /** The same picture in about as many pixels as a square of the given side has. */
  Frame sampled(int side) {
    return new Frame(
        Math.max(2, (int) (2 * right * side)),
        Math.max(2, (int) (2 * bottom * side)),
        right,
        bottom);
  }

  double x(double column) {
    return ((column + 0.5) / width * 2 - 1) * right;
  }

  double y(double row) {
    return ((row + 0.5) / height * 2 - 1) * bottom;
  }

  double column(double x) {
    return (x / right + 1) / 2 * width - 0.5;
  }

  double row(double y) {
    return (y / bottom + 1) / 2 * height - 0.5;
  }

  /** How wide a pixel is: edges are softened over this width. */
  double pixel() {
    return Math.max(2 * right / width, 2 * bottom / height);
  }

  /** Half of the shorter side. */
  double reach() {
    return Math.min(right, bottom);
  }

  /** How far inside its edges a point lies; negative outside. */
  double inside(double x, double y) {
    return Math.min(right - Math.abs(x), bottom - Math.abs(y));
  }

  /** A place in the picture. */
  interface Spot {
    void at(double x, double y);
  }

  /**
   * Goes along all four sides, each corner once.
   *
   * @param across spots along the upper and along the lower side
   * @param down likewise along the left and right ones, corners counted
   * @param wide the strip in whose middle the spots are
   */
  void along(int across, int down, double wide, Spot spot) {
    for (int i = 0; i < across; i++) {
      double x = ((i + 0.5) / across * 2 - 1) * right;
      spot.at(x, -bottom + wide / 2);
      spot.at(x, bottom - wide / 2);
    }
    for (int i = 1; i < down - 1; i++) {
      double y = ((i + 0.5) / down * 2 - 1) * bottom;
      spot.at(-right + wide / 2, y);
      spot.at(right - wide / 2, y);
    }
  }
}
