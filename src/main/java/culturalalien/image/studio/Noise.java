package culturalalien.image.studio;

import java.util.Random;

/** Gradient noise (Perlin, 2002) over the plane. Immutable. */
final class Noise {

  private static final int SIZE = 256;
  private static final double[] GRADIENT_X = new double[16];
  private static final double[] GRADIENT_Y = new double[16];

  static {
    for (int i = 0; i < 16; i++) {
      GRADIENT_X[i] = 1.45 * Curves.cos(i / 16.0);
      GRADIENT_Y[i] = 1.45 * Curves.sin(i / 16.0);
    }
  }

  private final int[] table = new int[2 * SIZE];

  Noise(long seed) {
    Random random = new Random(Dice.scramble(seed));
    for (int i = 0; i < SIZE; i++) {
      int j = random.nextInt(i + 1);
      table[i] = table[j];
      table[j] = i;
    }
    System.arraycopy(table, 0, table, SIZE, SIZE);
  }

  /** About −1 to 1, with features about one unit wide. */
  double at(double x, double y) {
    int left = floor(x);
    int top = floor(y);
    double u = x - left;
    double v = y - top;
    int column = left & SIZE - 1;
    int row = top & SIZE - 1;
    int west = table[column] + row;
    int east = table[column + 1] + row;
    double fadeX = u * u * u * (u * (u * 6 - 15) + 10);
    double fadeY = v * v * v * (v * (v * 6 - 15) + 10);
    double north = Curves.mix(slope(table[west], u, v), slope(table[east], u - 1, v), fadeX);
    double south =
        Curves.mix(slope(table[west + 1], u, v - 1), slope(table[east + 1], u - 1, v - 1), fadeX);
    return Curves.mix(north, south, fadeY);
  }

  /** Sums octaves, each half as strong and twice as fine: clouds. About −1 to 1. */
  double clouds(double x, double y, int octaves) {
    double sum = 0;
    double strength = 0.55;
    double px = x;
    double py = y;
    for (int i = 0; i < octaves; i++) {
      sum += strength * at(px, py);
      strength *= 0.5;
      // Turned a little from octave to octave, so that the lattice does not show.
      double turned = 1.6 * px - 1.2 * py + 17.3;
      py = 1.2 * px + 1.6 * py - 9.1;
      px = turned;
    }
    return sum;
  }

  /** Sharp crests: mountains, veins. 0 to about 1. */
  double ridges(double x, double y, int octaves) {
    double sum = 0;
    double strength = 0.55;
    double px = x;
    double py = y;
    for (int i = 0; i < octaves; i++) {
      sum += strength * (1 - Math.abs(at(px, py)) * 1.6);
      strength *= 0.5;
      px = px * 2.03 + 5.2;
      py = py * 2.03 - 3.7;
    }
    return sum;
  }

  /** A number from 0 to 1 for a cell of a lattice, unlike its neighbours'. */
  static double hash(int x, int y, int salt) {
    int h = x * 0x27d4eb2d + y * 0x165667b1 + salt * 0x9e3779b1;
    h = (h ^ h >>> 15) * 0x2c1b3c6d;
    h = (h ^ h >>> 12) * 0x297a2d39;
    return ((h ^ h >>> 15) >>> 8) / (double) (1 << 24);
  }

  static int floor(double x) {
    int whole = (int) x;
    return x < whole ? whole - 1 : whole;
  }

  private static double slope(int hash, double x, double y) {
    return GRADIENT_X[hash & 15] * x + GRADIENT_Y[hash & 15] * y;
  }
}
