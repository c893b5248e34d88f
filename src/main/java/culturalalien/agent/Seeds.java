package culturalalien.agent;

import culturalalien.sampling.Sampler;

/**
 * Where all chance of a run comes from: one seed each for concepts, prompts and pictures, so that
 * one can change while the others stay.
 */
public record Seeds(long concept, long prompt, long image) {

  /** The same for all three. */
  public Seeds(long seed) {
    this(seed, seed, seed);
  }

  /** The seed of one work's picture. */
  long image(int generation) {
    return Sampler.random(image, generation).nextLong();
  }
}
