package culturalalien.image;

import culturalalien.image.studio.Oklab;

/**
 * A picture reduced to a small square, in OKLab (Ottosson 2020), whose distances are about as large
 * as people see them. Colours are averaged as light, not as sRGB numbers; transparent pixels lie on
 * black, the colour of a canvas before the first work.
 *
 * @param side in pixels
 * @param lightness 0 black to 1 white, row by row
 * @param a green to red, about −0.3 to 0.3
 * @param b blue to yellow, about −0.3 to 0.3
 */
record OklabPicture(int side, float[] lightness, float[] a, float[] b) {

  /** Light of an sRGB byte, 0 to 1. */
  private static final float[] LIGHT = new float[256];

  static {
    for (int i = 0; i < 256; i++) {
      LIGHT[i] = (float) Oklab.linear(i);
    }
  }

  /**
   * Any picture as a square: each of its pixels is the mean over the part of the picture that it
   * covers, whatever the picture's size and shape.
   */
  static OklabPicture of(Pixels picture, int side) {
    float[] light = new float[side * side * 3];
    float[] row = new float[side * 3];
    int inRow = -1;
    for (int y = 0; y < side; y++) {
      double top = (double) y * picture.height() / side;
      double bottom = (double) (y + 1) * picture.height() / side;
      for (int source = (int) top; source < bottom && source < picture.height(); source++) {
        if (source != inRow) {
          reduceRow(picture, source, side, row);
          inRow = source;
        }
        float share =
            (float) ((Math.min(bottom, source + 1) - Math.max(top, source)) / (bottom - top));
        for (int i = 0; i < row.length; i++) {
          light[y * row.length + i] += share * row[i];
        }
      }
    }
    return ofLight(side, light);
  }

  /** One row of a picture, reduced to a number of columns of red, green and blue light. */
  private static void reduceRow(Pixels picture, int y, int side, float[] row) {
    int width = picture.width();
    int start = y * width;
    for (int x = 0; x < side; x++) {
      double left = (double) x * width / side;
      double right = (double) (x + 1) * width / side;
      float red = 0;
      float green = 0;
      float blue = 0;
      for (int source = (int) left; source < right && source < width; source++) {
        float share = (float) (Math.min(right, source + 1) - Math.max(left, source));
        int argb = picture.argb()[start + source];
        share *= (argb >>> 24) / 255f;
        red += share * LIGHT[argb >> 16 & 255];
        green += share * LIGHT[argb >> 8 & 255];
        blue += share * LIGHT[argb & 255];
      }
      float scale = (float) (1 / (right - left));
      row[3 * x] = red * scale;
      row[3 * x + 1] = green * scale;
      row[3 * x + 2] = blue * scale;
    }
  }

  private static OklabPicture ofLight(int side, float[] light) {
    int size = side * side;
    OklabPicture result = new OklabPicture(side, new float[size], new float[size], new float[size]);
    for (int i = 0; i < size; i++) {
      Oklab color = Oklab.ofLight(light[3 * i], light[3 * i + 1], light[3 * i + 2]);
      result.lightness[i] = (float) color.l();
      result.a[i] = (float) color.a();
      result.b[i] = (float) color.b();
    }
    return result;
  }

  /** The same picture at half the side, which must be even. */
  OklabPicture halved() {
    return new OklabPicture(side / 2, halved(lightness, side), halved(a, side), halved(b, side));
  }

  private static float[] halved(float[] plane, int side) {
    int half = side / 2;
    float[] result = new float[half * half];
    for (int y = 0; y < half; y++) {
      for (int x = 0; x < half; x++) {
        int i = 2 * y * side + 2 * x;
        result[y * half + x] =
            (plane[i] + plane[i + 1] + plane[i + side] + plane[i + side + 1]) / 4;
      }
    }
    return result;
  }
}
