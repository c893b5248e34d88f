package culturalalien.image;

import java.util.Comparator;
import java.util.List;

/** Width and height of a picture that a service takes, in pixels. */
record Size(int width, int height) {

  private static final int LEAST = 64;
  private static final int MOST = 4096;

  Size {
    if (width < LEAST || width > MOST || height < LEAST || height > MOST) {
      throw new IllegalArgumentException(
          "size(" + width + ", " + height + ") is out of range: each side is 64 to 4096 pixels");
    }
  }

  /** That of the given ones whose sides are most alike in proportion to what is wanted. */
  static Size nearest(ImageRequest wanted, List<Size> offered) {
    double proportion = Math.log((double) wanted.width() / wanted.height());
    return offered.stream()
        .min(
            Comparator.comparingDouble(
                size -> Math.abs(Math.log((double) size.width / size.height) - proportion)))
        .orElseThrow();
  }

  /**
   * Of the wanted proportion and, where that is larger than the models of these years were trained
   * on, of about 1024 x 1024 pixels in all; sides in steps of 64, which every model takes.
   */
  static Size forDiffusion(ImageRequest wanted) {
    double pixels = (double) wanted.width() * wanted.height();
    double scale = Math.min(1, Math.sqrt(1024 * 1024 / pixels));
    return new Size(step(wanted.width() * scale), step(wanted.height() * scale));
  }

  private static int step(double side) {
    return (int) Math.max(LEAST, Math.min(MOST, Math.round(side / 64) * 64));
  }
}
