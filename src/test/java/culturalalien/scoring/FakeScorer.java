package culturalalien.scoring;

import culturalalien.sampling.Choice;
import culturalalien.sampling.ConceptGroup;
import culturalalien.sampling.IdeaRequest;
import culturalalien.sampling.StepRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * Answers at once, without models: the best concept is the one after the largest number of the
 * pool. Remembers what it was asked; waits or fails when told.
 */
public final class FakeScorer implements Scorer {

  public final List<StepRequest> asked = Collections.synchronizedList(new ArrayList<>());

  public final List<IdeaRequest> askedForIdeas = Collections.synchronizedList(new ArrayList<>());

  /** A step takes one of these. */
  public final Semaphore permits = new Semaphore(Integer.MAX_VALUE);

  public volatile boolean failing;

  /** Whether nothing is left to make whole ideas of. */
  public volatile boolean withoutIdeas;

  @Override
  public CompletableFuture<ConceptTable> concepts() {
    return CompletableFuture.completedFuture(TinyBundle.make().table());
  }

  @Override
  public CompletableFuture<Void> loaded() {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public float progress() {
    return 1;
  }

  @Override
  public String device() {
    return "fake";
  }

  @Override
  public void device(String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Choice> step(StepRequest request) {
    asked.add(request);
    try {
      permits.acquire();
    } catch (InterruptedException e) {
      throw new java.util.concurrent.CancellationException();
    }
    if (failing) {
      throw new IllegalStateException("the models are ill");
    }
    int last = Arrays.stream(request.pool()).max().orElse(-1);
    return IntStream.range(last + 1, TinyBundle.NAMES.size())
        .filter(i -> !request.excluded().get(i))
        .mapToObj(i -> new Choice(i, 1, 1, 0, 0, Float.NaN, i - last, i - last, -i, 0, -i))
        .toList();
  }

  @Override
  public List<ConceptGroup> ideas(IdeaRequest request, DoubleConsumer progress) {
    askedForIdeas.add(request);
    return IntStream.range(0, withoutIdeas ? 0 : TinyBundle.NAMES.size() / request.size())
        .mapToObj(
            i ->
                new ConceptGroup(
                    IntStream.range(i * request.size(), (i + 1) * request.size()).toArray(),
                    1,
                    0,
                    2,
                    -i))
        .limit(request.count())
        .toList();
  }

  @Override
  public float[] nll(Expert expert, int[][] sets, int orders) {
    return new float[sets.length];
  }

  @Override
  public float[] prior(Expert expert) {
    return new float[TinyBundle.NAMES.size()];
  }

  @Override
  public void close() {}
}
