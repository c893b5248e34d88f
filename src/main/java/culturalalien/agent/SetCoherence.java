package culturalalien.agent;

import culturalalien.io.ServiceException;

/** How well concepts go together in one work; whoever owns the models plugs them in. */
public interface SetCoherence {

  /** When no model answers: every set is as good as chance. */
  SetCoherence UNKNOWN = sets -> new double[sets.length];

  /**
   * Asks about many sets in one go.
   *
   * @param sets concepts by number, each set in any order and without repeats
   * @return for each set how much likelier it is than its concepts alone, in nats per concept,
   *     whatever the order; 0 is chance, more is more coherent
   */
  double[] aboveChance(int[][] sets) throws ServiceException, InterruptedException;
}
