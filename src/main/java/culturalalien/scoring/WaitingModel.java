package culturalalien.scoring;

import culturalalien.io.Messages;
import culturalalien.sampling.ConceptModel;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * One of a service's models for code that waits, such as the sampler. Any number of threads may ask
 * at once; what they ask while a pass runs shares the next one. An interrupted thread takes its
 * call back.
 */
record WaitingModel(ScoringService service, Expert expert) implements ConceptModel {

  /**
   * Most sequences in one call, 10 to 20 milliseconds of one core: more at once would hardly be
   * faster, and a sketch that takes its next concept while drawing would wait for all of them.
   */
  static final int PASS = 32;

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

  /** A long question is asked a pass at a time, so that others get their turn in between. */
  @Override
  public Next[] next(int[][] prefixes) {
    long since = System.nanoTime();
    Next[] result = new Next[prefixes.length];
    for (int from = 0; from < prefixes.length; from += PASS) {
      int to = Math.min(prefixes.length, from + PASS);
      Next[] part = await(service.next(expert, Arrays.copyOfRange(prefixes, from, to), since));
      System.arraycopy(part, 0, result, from, part.length);
    }
    return result;
  }

  /** As {@link #next(int[][])}. */
  @Override
  public float[] nll(int[][] sequences) {
    long since = System.nanoTime();
    float[] result = new float[sequences.length];
    for (int from = 0; from < sequences.length; from += PASS) {
      int to = Math.min(sequences.length, from + PASS);
      float[] part = await(service.nll(expert, Arrays.copyOfRange(sequences, from, to), since));
      System.arraycopy(part, 0, result, from, part.length);
    }
    return result;
  }

  /**
   * Waits for an answer.
   *
   * @throws CancellationException if the call was taken back or the service closed
   * @throws IllegalStateException with one sentence, if there is no answer; {@link
   *     ScoringService.Busy} if too many calls wait
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
      if (cause instanceof ScoringService.Busy busy) {
        throw busy;
      }
      throw new IllegalStateException(Messages.of(cause), cause);
    } catch (InterruptedException e) {
      answer.cancel(false);
      Thread.currentThread().interrupt();
      throw (CancellationException) new CancellationException("interrupted").initCause(e);
    }
  }
}
