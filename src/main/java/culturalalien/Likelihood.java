package culturalalien;

import culturalalien.sampling.Choice;

/**
 * What the models and the artists say of a concept with a pool.
 *
 * @param coherence how much likelier the pool makes it by the coherence model, nats; 0 is chance
 * @param typicality likewise by the context model
 * @param share of the artists who use a concept of the pool that also use it, 0 to 1
 */
record Likelihood(float coherence, float typicality, float share) {

  /** Of a concept that no step suggested: as likely as it is. */
  static final Likelihood BY_ITSELF = new Likelihood(0, 0, 0);

  /** Of a concept that a step suggested. */
  static Likelihood of(Choice choice) {
    float share = Float.isNaN(choice.share()) ? 0 : choice.share();
    return new Likelihood(choice.coherenceLift(), choice.contextLift(), share);
  }
}
