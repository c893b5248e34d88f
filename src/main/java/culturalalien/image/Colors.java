package culturalalien.image;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The colours that a picture is made of. */
public final class Colors {

  private static final int SAMPLES = 4096;
  private static final int ROUNDS = 12;

  private Colors() {}

  /**
   * Colours that stand for a picture, by k-means over a grid of its pixels; the start is the same
   * for the same picture: each next one is the sample farthest from those before.
   *
   * @param n how many, at least 1
   * @return 0xRRGGBB, the one that covers most first
   */
  public static int[] of(Pixels picture, int n) {
    int[] samples = samples(picture);
    float[][] centres = farthestFirst(samples, n);
    int[] cover = new int[n];
    for (int round = 0; round < ROUNDS; round++) {
      float[][] sums = new float[n][3];
      Arrays.fill(cover, 0);
      for (int rgb : samples) {
        int nearest = nearest(centres, rgb);
        cover[nearest]++;
        for (int c = 0; c < 3; c++) {
          sums[nearest][c] += channel(rgb, c);
        }
      }
      for (int i = 0; i < n; i++) {
        for (int c = 0; c < 3 && cover[i] > 0; c++) {
          centres[i][c] = sums[i][c] / cover[i];
        }
      }
    }
    return IntStream.range(0, n)
        .boxed()
        .sorted(Comparator.comparingInt(i -> -cover[i]))
        .mapToInt(i -> rgb(centres[i]))
        .toArray();
  }

  private static int[] samples(Pixels p) {
    double step = Math.max(1, Math.sqrt((double) p.width() * p.height() / SAMPLES));
    int across = (int) Math.ceil(p.width() / step);
    int down = (int) Math.ceil(p.height() / step);
    int[] samples = new int[across * down];
    for (int i = 0; i < samples.length; i++) {
      int x = (int) (i % across * step);
      int y = (int) (i / across * step);
      samples[i] = p.argb()[y * p.width() + x];
    }
    return samples;
  }

  private static float[][] farthestFirst(int[] samples, int n) {
    float[][] centres = new float[n][];
    centres[0] = floats(samples[samples.length / 2]);
    for (int i = 1; i < n; i++) {
      float[][] known = Arrays.copyOf(centres, i);
      int farthest =
          Arrays.stream(samples)
              .boxed()
              .max(Comparator.comparingDouble(rgb -> distance(known[nearest(known, rgb)], rgb)))
              .orElseThrow();
      centres[i] = floats(farthest);
    }
    return centres;
  }

  private static int nearest(float[][] centres, int rgb) {
    int nearest = 0;
    for (int i = 1; i < centres.length; i++) {
      if (distance(centres[i], rgb) < distance(centres[nearest], rgb)) {
        nearest = i;
      }
    }
    return nearest;
  }

  private static double distance(float[] centre, int rgb) {
    double sum = 0;
    for (int c = 0; c < 3; c++) {
      double d = centre[c] - channel(rgb, c);
      sum += d * d;
    }
    return sum;
  }

  private static int channel(int rgb, int c) {
    return rgb >> 16 - 8 * c & 255;
  }

  private static float[] floats(int rgb) {
    return new float[] {channel(rgb, 0), channel(rgb, 1), channel(rgb, 2)};
  }

  private static int rgb(float[] c) {
    return Math.round(c[0]) << 16 | Math.round(c[1]) << 8 | Math.round(c[2]);
  }
}
