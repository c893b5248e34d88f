package culturalalien.sampling;

import java.util.Arrays;

/**
 * Exact t-SNE into two dimensions (van der Maaten and Hinton, "Visualizing Data using t-SNE", JMLR
 * 9, 2008), with nothing random in it: begun at given places, as Kobak and Berens advise (Nature
 * Communications 10, 5416, 2019). The learning rate grows with n (Belkina and others, ibid., 5415).
 *
 * <p>Letters: n points; p affinity of two points by their vectors, all summing to 1; w = 1 / (1 +
 * squared distance on the map), q = w / (sum of all w).
 */
final class Tsne {

  /** Fewer points than this have no neighbourhoods worth the name. */
  static final int LEAST = 8;

  /** How many neighbours a point has, roughly. */
  private static final double PERPLEXITY = 30;

  /** Steps in which clusters form: affinities count more than they are, and momentum is low. */
  private static final int EARLY_STEPS = 250;

  private static final int STEPS = 750;
  private static final double EXAGGERATION = 12;
  private static final double EARLY_MOMENTUM = 0.5;
  private static final double MOMENTUM = 0.8;

  /** Spread of the places to begin with: small enough for every pair to attract or repel. */
  private static final double START = 1e-4;

  private final int n;
  private final float[][] p;
  private final double[][] place;
  private final double[][] gradient;
  private final double[][] velocity;
  private final double[][] gain;

  private Tsne(float[][] p, double[][] place) {
    this.n = p.length;
    this.p = p;
    this.place = place;
    gradient = new double[2][n];
    velocity = new double[2][n];
    gain = new double[2][n];
    for (double[] axis : gain) {
      Arrays.fill(axis, 1);
    }
  }

  /**
   * @param vectors at least {@link #LEAST}
   * @param start x of all and y of all
   * @return x of all and y of all, in no particular unit
   */
  static double[][] descend(float[][] vectors, double[][] start) {
    int n = vectors.length;
    Tsne map = new Tsne(affinities(vectors, Math.min(PERPLEXITY, (n - 1) / 3.0)), small(start));
    // Theirs is n / exaggeration, for a gradient without its factor 4; small sets need more.
    double rate = Math.max(n / EXAGGERATION / 4, 50);
    for (int step = 0; step < STEPS; step++) {
      boolean early = step < EARLY_STEPS;
      map.findGradient(early ? EXAGGERATION : 1);
      map.step(rate, early ? EARLY_MOMENTUM : MOMENTUM);
    }
    return map.place;
  }

  private static double[][] small(double[][] start) {
    double squares = 0;
    for (double x : start[0]) {
      squares += x * x;
    }
    // Points that are all alike stay together.
    double scale = squares == 0 ? 0 : START / Math.sqrt(squares / start[0].length);
    double[][] places = new double[2][start[0].length];
    for (int axis = 0; axis < 2; axis++) {
      for (int i = 0; i < places[axis].length; i++) {
        places[axis][i] = start[axis][i] * scale;
      }
    }
    return places;
  }

  // ---- Affinities

  /** p of every pair: a symmetric matrix. */
  private static float[][] affinities(float[][] vectors, double perplexity) {
    int n = vectors.length;
    float[][] p = new float[n][];
    for (int i = 0; i < n; i++) {
      p[i] = neighbours(i, vectors, Math.log(perplexity));
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        p[i][j] = p[j][i] = (p[i][j] + p[j][i]) / (2 * n);
      }
    }
    return p;
  }

  /** Probability of each point to be picked as i's neighbour, with an entropy as asked, in nats. */
  private static float[] neighbours(int i, float[][] vectors, double entropy) {
    int n = vectors.length;
    double[] distance = new double[n];
    double nearest = Double.POSITIVE_INFINITY;
    for (int j = 0; j < n; j++) {
      distance[j] = squaredDistance(vectors[i], vectors[j]);
      nearest = j == i ? nearest : Math.min(nearest, distance[j]);
    }
    double[] weight = new double[n];
    double precision = 1;
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double sum = 0;
    // More equals than the perplexity asks for have too high an entropy at any precision.
    for (int round = 0; round < 60; round++) {
      sum = 0;
      double mean = 0;
      for (int j = 0; j < n; j++) {
        double beyond = distance[j] - nearest;
        weight[j] = j == i ? 0 : Math.exp(-precision * beyond);
        sum += weight[j];
        mean += weight[j] * beyond;
      }
      double excess = Math.log(sum) + precision * mean / sum - entropy;
      if (Math.abs(excess) < 1e-5) {
        break;
      }
      if (excess > 0) {
        low = precision;
        precision = high == Double.POSITIVE_INFINITY ? 2 * precision : (low + high) / 2;
      } else {
        high = precision;
        precision = (low + high) / 2;
      }
    }
    float[] row = new float[n];
    for (int j = 0; j < n; j++) {
      row[j] = (float) (weight[j] / sum);
    }
    return row;
  }

  private static double squaredDistance(float[] a, float[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      double difference = a[k] - b[k];
      sum += difference * difference;
    }
    return sum;
  }

  // ---- Descent

  /** Of the Kullback–Leibler divergence of q from p: 4 Σ (p − q) w (place − other place). */
  private void findGradient(double exaggeration) {
    double[] x = place[0];
    double[] y = place[1];
    double[][] attraction = new double[2][n];
    double[][] repulsion = new double[2][n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double pullX = 0;
      double pullY = 0;
      double pushX = 0;
      double pushY = 0;
      for (int j = 0; j < i; j++) {
        double dx = x[i] - x[j];
        double dy = y[i] - y[j];
        double w = 1 / (1 + dx * dx + dy * dy);
        sum += 2 * w;
        double pull = p[i][j] * w;
        double push = w * w;
        pullX += pull * dx;
        pullY += pull * dy;
        pushX += push * dx;
        pushY += push * dy;
        attraction[0][j] -= pull * dx;
        attraction[1][j] -= pull * dy;
        repulsion[0][j] -= push * dx;
        repulsion[1][j] -= push * dy;
      }
      attraction[0][i] += pullX;
      attraction[1][i] += pullY;
      repulsion[0][i] += pushX;
      repulsion[1][i] += pushY;
    }
    for (int axis = 0; axis < 2; axis++) {
      for (int i = 0; i < n; i++) {
        gradient[axis][i] = 4 * (exaggeration * attraction[axis][i] - repulsion[axis][i] / sum);
      }
    }
  }

  /** Momentum and gains per coordinate, which grow while the direction stays (Jacobs, 1988). */
  private void step(double rate, double momentum) {
    for (int axis = 0; axis < 2; axis++) {
      for (int i = 0; i < n; i++) {
        double g = gradient[axis][i];
        boolean turned = g * velocity[axis][i] > 0;
        gain[axis][i] = Math.max(0.01, turned ? 0.8 * gain[axis][i] : gain[axis][i] + 0.2);
        velocity[axis][i] = momentum * velocity[axis][i] - rate * gain[axis][i] * g;
        place[axis][i] += velocity[axis][i];
      }
    }
  }
}
