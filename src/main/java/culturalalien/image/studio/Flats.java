package culturalalien.image.studio;

import java.util.Arrays;
import java.util.Comparator;

/**
 * A study in a few flat colours, found by k-means, each area smoothed and cleared of specks: what a
 * printer, a cutter of paper or a quilter sees. Made once for a picture.
 */
final class Flats {

  private static final int SAMPLES = 32;
  private static final int ROUNDS = 8;

  /** How much more a difference of hue counts than one of lightness. */
  private static final double CHROMA = 1.8;

  private final Frame frame;
  private final Oklab[] colors;
  private final double[] shares;
  private final byte[] labels;
  private final float[] flat;

  /**
   * @param count of colours
   * @param smooth radius of the smoothing, in pictures' widths
   */
  Flats(Study study, int count, double smooth) {
    frame = study.frame();
    colors = means(study, count);
    float[] lab = study.lab();
    byte[] first = new byte[lab.length / 3];
    for (int i = 0; i < first.length; i++) {
      first[i] = (byte) nearest(lab[3 * i], lab[3 * i + 1], lab[3 * i + 2]);
    }
    int radius = Math.max(1, (int) (smooth * frame.width() + 0.5));
    labels = voted(voted(first, radius), radius);
    flat = new float[lab.length];
    shares = new double[count];
    for (int i = 0; i < labels.length; i++) {
      Oklab color = colors[labels[i]];
      flat[3 * i] = (float) color.l();
      flat[3 * i + 1] = (float) color.a();
      flat[3 * i + 2] = (float) color.b();
      shares[labels[i]] += 1.0 / labels.length;
    }
  }

  /** The means of clusters, from dark to light. */
  private static Oklab[] means(Study study, int count) {
    Frame frame = study.frame();
    float[][] points = new float[SAMPLES * SAMPLES][3];
    float[][] soft = new float[SAMPLES * SAMPLES][3];
    for (int i = 0; i < points.length; i++) {
      double x = ((i % SAMPLES + 0.5) / SAMPLES * 2 - 1) * frame.right();
      double y = ((i / SAMPLES + 0.5) / SAMPLES * 2 - 1) * frame.bottom();
      study.color(x, y, points[i]);
      study.around(x, y, soft[i]);
    }
    Oklab[] means = new Oklab[count];
    means[0] = color(soft[SAMPLES * SAMPLES / 2]);
    for (int i = 1; i < count; i++) {
      // The point furthest from all that are chosen: no strange colour is lost. Smoothed points
      // are nearly the same in studies of all sizes.
      float[] furthest = soft[0];
      double most = -1;
      for (float[] point : soft) {
        double least = 9;
        for (int j = 0; j < i; j++) {
          least = Math.min(least, apart(means[j], point[0], point[1], point[2]));
        }
        if (least > most) {
          most = least;
          furthest = point;
        }
      }
      means[i] = color(furthest);
    }
    for (int round = 0; round < ROUNDS; round++) {
      double[][] sums = new double[count][4];
      for (float[] point : points) {
        double[] sum = sums[nearest(means, point[0], point[1], point[2])];
        for (int channel = 0; channel < 3; channel++) {
          sum[channel] += point[channel];
        }
        sum[3]++;
      }
      for (int i = 0; i < count; i++) {
        double[] sum = sums[i];
        if (sum[3] > 0) {
          means[i] = new Oklab(sum[0] / sum[3], sum[1] / sum[3], sum[2] / sum[3]);
        }
      }
    }
    Arrays.sort(means, Comparator.comparingDouble(Oklab::l));
    return means;
  }

  private static Oklab color(float[] lab) {
    return new Oklab(lab[0], lab[1], lab[2]);
  }

  private static double apart(Oklab color, double l, double a, double b) {
    double da = CHROMA * (color.a() - a);
    double db = CHROMA * (color.b() - b);
    return (color.l() - l) * (color.l() - l) + da * da + db * db;
  }

  private static int nearest(Oklab[] colors, double l, double a, double b) {
    int best = 0;
    for (int i = 1; i < colors.length; i++) {
      if (apart(colors[i], l, a, b) < apart(colors[best], l, a, b)) {
        best = i;
      }
    }
    return best;
  }

  /** The number of the colour that is nearest to one. */
  int nearest(double l, double a, double b) {
    return nearest(colors, l, a, b);
  }

  /** Each pixel takes what most in the square around it have. */
  private byte[] voted(byte[] from, int radius) {
    int width = frame.width();
    int height = frame.height();
    byte[] to = new byte[from.length];
    for (int row = 0; row < height; row++) {
      int[] votes = new int[colors.length];
      int top = Math.max(0, row - radius);
      int end = Math.min(height - 1, row + radius);
      for (int column = -radius; column < width; column++) {
        int in = column + radius;
        int out = column - radius - 1;
        for (int j = top; j <= end; j++) {
          if (in < width) {
            votes[from[j * width + in]]++;
          }
          if (out >= 0) {
            votes[from[j * width + out]]--;
          }
        }
        if (column >= 0) {
          int best = from[row * width + column];
          for (int i = 0; i < votes.length; i++) {
            best = votes[i] > votes[best] ? i : best;
          }
          to[row * width + column] = (byte) best;
        }
      }
    }
    return to;
  }

  /** Of the labels. */
  Frame frame() {
    return frame;
  }

  /** The number of the colour of each pixel of the frame. Not to be changed. */
  byte[] labels() {
    return labels;
  }

  int count() {
    return colors.length;
  }

  /** From dark, 0, to light. */
  Oklab color(int number) {
    return colors[number];
  }

  /** The part of the picture that a colour covers. */
  double share(int number) {
    return shares[number];
  }

  /** The number of the colour at a point. */
  int number(double x, double y) {
    int column = (int) Curves.clamp(frame.column(x) + 0.5, 0, frame.width() - 1);
    int row = (int) Curves.clamp(frame.row(y) + 0.5, 0, frame.height() - 1);
    return labels[row * frame.width() + column];
  }

  /** The flat colour at a point, soft over one pixel of the study at borders. */
  void color(double x, double y, float[] into) {
    Study.read(frame, flat, x, y, into);
  }

  /** How far it is to the nearest border of two colours. */
  Plane borders() {
    int[] numbers = new int[labels.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = labels[i];
    }
    return Plane.borders(frame, numbers);
  }
}
