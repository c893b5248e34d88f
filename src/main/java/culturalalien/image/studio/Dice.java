package culturalalien.image.studio;

import java.util.Random;

/**
 * All chance of one part of a picture. Parts draw from dice of their own, so that one more draw in
 * one leaves the others as they were. {@link Random} is specified bit for bit. Not thread-safe.
 */
final class Dice {

  private final Random random;

  Dice(long seed, String part) {
    random = new Random(scramble(seed ^ (long) part.hashCode() << 32));
  }

  /** Spreads neighbouring seeds far apart (the finalizer of SplitMix64). */
  static long scramble(long seed) {
    long z = seed + 0x9e3779b97f4a7c15L;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }

  double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** Around a middle, rarely near the bounds, never beyond them. */
  double around(double middle, double spread) {
    return middle + spread * (random.nextDouble() + random.nextDouble() - 1);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** −1 or 1. */
  int sign() {
    return random.nextBoolean() ? 1 : -1;
  }

  long seed() {
    return random.nextLong();
  }
}
