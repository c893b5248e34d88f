package culturalalien.scoring.server;

import culturalalien.scoring.protocol.InferenceTensor;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A request that is understood, and can be answered.
 *
 * @param places that the models read for it at most, as {@link Admission} counts them
 * @param told what else whoever asked should know, by the names of the answer's parameters
 * @param answer waits for the models: every output by its name; only those that are wanted are made
 */
record Work(
    long places,
    Map<String, Object> told,
    Supplier<Map<String, Supplier<InferenceTensor>>> answer) {

  /** With nothing to be told. */
  Work(long places, Supplier<Map<String, Supplier<InferenceTensor>>> answer) {
    this(places, Map.of(), answer);
  }
}
