package culturalalien.image.studio;

import culturalalien.image.Pixels;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture's surface in numbers that know nothing of what is shown: lights and darks, colours, how
 * rough it is at several scales and in several directions, what its border is like.
 */
final class MediaTexture {

  private static final int[] LAGS = {1, 2, 3, 4, 6, 8, 12};

  private static final double[] LIGHT = new double[256];

  static {
    for (int i = 0; i < LIGHT.length; i++) {
      LIGHT[i] = Oklab.linear(i);
    }
  }

  private final int side;
  private final float[] l;
  private final float[] a;
  private final float[] b;

  private MediaTexture(Pixels picture) {
    side = picture.width();
    int size = side * picture.height();
    l = new float[size];
    a = new float[size];
    b = new float[size];
    for (int i = 0; i < size; i++) {
      int rgb = picture.argb()[i];
      Oklab color = Oklab.ofLight(LIGHT[rgb >> 16 & 255], LIGHT[rgb >> 8 & 255], LIGHT[rgb & 255]);
      l[i] = (float) color.l();
      a[i] = (float) color.a();
      b[i] = (float) color.b();
    }
  }

  /** Of a square picture. */
  static double[] of(Pixels picture) {
    MediaTexture texture = new MediaTexture(picture);
    List<Double> numbers = new ArrayList<>();
    int border = picture.width() / 32;
    texture.colors(0, border, numbers);
    texture.colors(border, picture.width() / 2, numbers);
    for (int lag : LAGS) {
      texture.jumps(lag, 0, numbers);
      texture.jumps(0, lag, numbers);
      texture.jumps(lag, lag, numbers);
      texture.jumps(lag, -lag, numbers);
    }
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Of the ring between two distances from the edge. */
  private void colors(int from, int to, List<Double> numbers) {
    double[] sums = new double[7];
    int[] levels = new int[8];
    int count = 0;
    for (int i = 0; i < l.length; i++) {
      int x = i % side;
      int y = i / side;
      int edge = Math.min(Math.min(x, side - 1 - x), Math.min(y, side - 1 - y));
      if (edge < from || edge >= to) {
        continue;
      }
      double chroma = Math.hypot(a[i], b[i]);
      double[] values = {l[i], l[i] * l[i], chroma, chroma * chroma, a[i], b[i], b[i] * b[i]};
      for (int j = 0; j < values.length; j++) {
        sums[j] += values[j];
      }
      levels[(int) Math.min(7, l[i] * 8)]++;
      count++;
    }
    for (int level : levels) {
      numbers.add(Math.sqrt((double) level / count));
    }
    numbers.add(sums[0] / count);
    numbers.add(Math.sqrt(Math.max(0, sums[1] / count - Math.pow(sums[0] / count, 2))));
    numbers.add(sums[2] / count);
    numbers.add(Math.sqrt(Math.max(0, sums[3] / count - Math.pow(sums[2] / count, 2))));
    numbers.add(sums[4] / count);
    numbers.add(sums[5] / count);
  }

  /** How far apart in lightness and colour pixels at a distance are, and how unevenly so. */
  private void jumps(int dx, int dy, List<Double> numbers) {
    double sum = 0;
    double squares = 0;
    double colors = 0;
    int count = 0;
    for (int y = Math.max(0, -dy); y < side - Math.max(0, dy); y++) {
      for (int x = 0; x < side - dx; x++) {
        int at = y * side + x;
        int to = at + dy * side + dx;
        double jump = Math.abs(l[to] - l[at]);
        sum += jump;
        squares += jump * jump;
        colors += Math.abs(a[to] - a[at]) + Math.abs(b[to] - b[at]);
        count++;
      }
    }
    double mean = sum / count;
    numbers.add(Math.log(mean + 1e-3));
    numbers.add(mean / Math.sqrt(squares / count + 1e-6));
    numbers.add(Math.log(colors / count + 1e-3));
  }
}
