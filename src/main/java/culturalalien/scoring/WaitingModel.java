package culturalalien.scoring;

import culturalalien.io.Messages;
import culturalalien.sampling.ConceptModel;
import java.util.Arrays;
import java.util.List;
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

  /** A pass at a time, too: all at once would fill the queue for everybody else. */
  @Override
  public Next[] next(int[][] prefixes) {
    Next[] result = new Next[prefixes.length];
    for (int from = 0; from < prefixes.length; from += PASS) {
      int to = Math.min(prefixes.length, from + PASS);
      Next[] part = together(Arrays.copyOfRange(prefixes, from, to));
      System.arraycopy(part, 0, result, from, part.length);
    }
    return result;
  }

  private Next[] together(int[][] prefixes) {
    List<CompletableFuture<Next>> asked =
        Arrays.stream(prefixes).map(prefix -> service.next(expert, prefix)).toList();
    try {
      return asked.stream().map(WaitingModel::await).toArray(Next[]::new);
    } finally {
      asked.forEach(answer -> answer.cancel(false));
    }
  }

  /** A long question is asked a pass at a time, so that others get their turn in between. */
  @Override
  public float[] nll(int[][] sequences) {
    float[] result = new float[sequences.length];
    for (int from = 0; from < sequences.length; from += PASS) {
      int to = Math.min(sequences.length, from + PASS);
      float[] part = await(service.nll(expert, Arrays.copyOfRange(sequences, from, to)));
      System.arraycopy(part, 0, result, from, part.length);
    }
    return result;
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
