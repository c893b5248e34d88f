package culturalalien.image.studio;

import culturalalien.image.Pixels;

/** How alike pictures are, in numbers. */
final class Likeness {

  private static final int CELLS = 4;

  private Likeness() {}

  /** Mean colours of a 4 x 4 lattice, of the whole, and how busy each cell is. */
  static double[] features(Pixels picture) {
    double[] features = new double[CELLS * CELLS * 4];
    int cellWidth = picture.width() / CELLS;
    int cellHeight = picture.height() / CELLS;
    double area = cellWidth * cellHeight;
    for (int y = 0; y < cellHeight * CELLS; y++) {
      for (int x = 0; x < cellWidth * CELLS; x++) {
        int cell = 4 * (y / cellHeight * CELLS + x / cellWidth);
        Oklab color = Oklab.ofRgb(picture.argb()[y * picture.width() + x]);
        Oklab left = Oklab.ofRgb(picture.argb()[y * picture.width() + Math.max(0, x - 1)]);
        features[cell] += color.l() / area;
        features[cell + 1] += 2 * color.a() / area;
        features[cell + 2] += 2 * color.b() / area;
        features[cell + 3] += 3 * Math.abs(color.l() - left.l()) / area;
      }
    }
    return features;
  }

  static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum / a.length);
  }

  /** Standard deviation of all channels' values, of 255. */
  static double deviation(Pixels picture) {
    double sum = 0;
    double squares = 0;
    for (int pixel : picture.argb()) {
      double grey = ((pixel >> 16 & 255) + (pixel >> 8 & 255) + (pixel & 255)) / 3.0;
      sum += grey;
      squares += grey * grey;
    }
    double n = picture.argb().length;
    return Math.sqrt(squares / n - sum / n * (sum / n));
  }

  /** Mean absolute difference of all channels, of 255. */
  static double difference(Pixels a, Pixels b) {
    double sum = 0;
    for (int i = 0; i < a.argb().length; i++) {
      for (int shift = 0; shift <= 16; shift += 8) {
        sum += Math.abs((a.argb()[i] >> shift & 255) - (b.argb()[i] >> shift & 255));
      }
    }
    return sum / 3 / a.argb().length;
  }

  /** Each 2 x 2 pixels become their mean. */
  static Pixels halved(Pixels picture) {
    int width = picture.width() / 2;
    int height = picture.height() / 2;
    int[] argb = new int[width * height];
    for (int i = 0; i < argb.length; i++) {
      int at = i / width * 2 * picture.width() + i % width * 2;
      int pixel = 0xFF;
      for (int shift = 16; shift >= 0; shift -= 8) {
        int sum = 0;
        for (int corner : new int[] {0, 1, picture.width(), picture.width() + 1}) {
          sum += picture.argb()[at + corner] >> shift & 255;
        }
        pixel = pixel << 8 | (sum + 2) / 4;
      }
      argb[i] = pixel;
    }
    return new Pixels(width, height, argb);
  }
}
