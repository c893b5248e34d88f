package culturalalien.scoring;

import culturalalien.io.Messages;
import culturalalien.sampling.ConceptModel;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * One of a service's models for code that waits, such as the sampler. Any number of threads may ask
 * at once; what they ask while a pass runs shares the next one. An interrupted thread takes its
 * call back.
 */
record WaitingModel(ScoringService service, Expert expert) implements ConceptModel {

  @Override
  public int maxConcepts() {
    ModelBundle bundle = await(service.bundle());
    return (expert == Expert.COHERENCE ? bundle.coherence() : bundle.context())
        .config()
        .positions();
  }

  @Override
  public Next next(int[] prefix) {
    return await(service.next(expert, prefix));
  }

  @Override
  public float[] nll(int[][] sequences) {
    return await(service.nll(expert, sequences));
  }

  /**
   * Waits for an answer.
   *
   * @throws CancellationException if the call was taken back or the service closed
   * @throws IllegalStateException with one sentence, if there is no answer
   */
  static <T> T await(CompletableFuture<T> answer) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof CancellationException cancelled) {
        throw cancelled;
      }
      if (cause instanceof IllegalArgumentException refused) {
        throw refused;
      }
      throw new IllegalStateException(Messages.of(cause), cause);
    } catch (InterruptedException e) {
      answer.cancel(false);
      Thread.currentThread().interrupt();
      throw (CancellationException) new CancellationException("interrupted").initCause(e);
    }
  }
}
