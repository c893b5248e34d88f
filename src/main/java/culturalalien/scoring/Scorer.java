package culturalalien.scoring;

import culturalalien.sampling.Choice;
import culturalalien.sampling.ConceptGroup;
import culturalalien.sampling.IdeaRequest;
import culturalalien.sampling.Lift;
import culturalalien.sampling.StepRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleConsumer;

/**
 * Whatever answers a sketch's questions: models in this JVM, or a server elsewhere. Its answers are
 * the same for the same question. Safe from any thread; the methods that judge wait for their
 * answer, so call them from a thread of your own.
 *
 * <p>What cannot be answered throws {@link IllegalStateException} with one sentence, or {@link
 * java.util.concurrent.CancellationException} if it was closed or the thread interrupted.
 */
public interface Scorer extends AutoCloseable {

  /** Done when names and vectors are known, well before the models answer. */
  CompletableFuture<ConceptTable> concepts();

  /** Done when the models answer; fails with one sentence when they cannot. */
  CompletableFuture<Void> loaded();

  /** Whether the models answer at once; cheap enough to ask in every frame. */
  default boolean ready() {
    return loaded().isDone() && !loaded().isCompletedExceptionally();
  }

  /** How much of the loading is done, 0 to 1. */
  float progress();

  /** Where the models are: "cpu", "gpu:0", a server's address; "" before that is known. */
  String device();

  /**
   * Has the models move, in the background.
   *
   * @param name "auto", "cpu", "gpu", "gpu:1" or "mps"
   */
  void device(String name);

  /** Choices for the next concept, the best first; empty if every concept is excluded. */
  List<Choice> step(StepRequest request);

  /**
   * Whole ideas at once, the best first; some seconds.
   *
   * @param progress hears how much is done, 0 to 1, on this thread
   */
  List<ConceptGroup> ideas(IdeaRequest request, DoubleConsumer progress);

  /**
   * Mean negative log-likelihood per concept of sets, in nats, whatever their order.
   *
   * @param sets each of different concepts, at least one; of more than the models take the last
   *     ones count
   * @param orders over how many orders of a set to average, at most
   */
  float[] nll(Expert expert, int[][] sets, int orders);

  /**
   * How much likelier sets are than their concepts alone, per concept in nats, whatever their
   * order: their likelihood by the model less that of each concept by the same model before
   * anything else; 0 is chance.
   *
   * @param sets as for {@link #nll}
   */
  default float[] lift(Expert expert, int[][] sets, int orders) {
    float[] nll = nll(expert, sets, orders);
    return Lift.of(nll, prior(expert), concepts().join().judged(sets));
  }

  /** Natural logarithm of each concept's probability to begin a pool, by number; not a copy. */
  float[] prior(Expert expert);

  /** Lets go of the models or the server. Idempotent; never waits long. */
  @Override
  void close();
}
