package culturalalien.scoring.server;

import culturalalien.io.ProtocolException;
import culturalalien.sampling.SamplerSettings;
import culturalalien.sampling.Strategies;

/**
 * How much a step of the sampler asks of the models.
 *
 * @param pool how many concepts the models read of it
 * @param concepts in the vocabulary
 * @param most places that may be read, as {@link Admission} counts them
 */
record StepWork(String strategy, SamplerSettings settings, int pool, int concepts, long most) {

  long places() {
    return Strategies.places(strategy, settings, pool, concepts);
  }

  /** As many orders as the settings have, or as fit; at least one. */
  int orders() {
    return places() <= most
        ? settings.orders()
        : (int) Math.max(1, Math.min(settings.orders(), fitting()));
  }

  private long fitting() {
    long none = Strategies.places("cas", settings, pool, concepts);
    long one = Strategies.places(strategy, settings.withOrders(1), pool, concepts) - none;
    return (most - none) / one;
  }

  /**
   * Refuses too much.
   *
   * @throws ProtocolException 400, with what would do
   */
  void requireFeasible() throws ProtocolException {
    if (places() <= most) {
      return;
    }
    boolean drawn = strategy.equals("cas-z");
    int candidates = Math.min(settings.candidates(), concepts);
    throw ProtocolException.bad(
        strategy
            + " over "
            + settings.orders()
            + " orders"
            + (drawn ? " of " + candidates + " candidates" : "")
            + " with a pool of "
            + pool
            + " is "
            + places()
            + " places for the models to read, must be at most "
            + most
            + " to be read in time; take "
            + (fitting() >= 1 ? "from 1 to " + fitting() + " orders" : "fewer candidates")
            + (drawn && fitting() >= 1 ? ", or fewer candidates" : ""));
  }
}
