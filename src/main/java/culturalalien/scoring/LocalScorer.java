package culturalalien.scoring;

import culturalalien.sampling.Choice;
import culturalalien.sampling.ConceptGroup;
import culturalalien.sampling.ConceptModel;
import culturalalien.sampling.IdeaRequest;
import culturalalien.sampling.Orders;
import culturalalien.sampling.Sampler;
import culturalalien.sampling.StepRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/**
 * Answers from models in this JVM, through a service that others may use too. The sampler runs on
 * the thread that asks; only the models' passes run on the service's worker.
 */
public final class LocalScorer implements Scorer {

  private final ScoringService service;
  private final Runnable release;
  private final Consumer<String> warnings;
  private volatile CompletableFuture<ConceptTable> concepts;
  private volatile CompletableFuture<Sampler> sampler;

  /**
   * @param service shared with others, or this scorer's own
   * @param release what {@link #close()} does to it
   * @param warnings hears one sentence when the models move or fail
   */
  public LocalScorer(ScoringService service, Runnable release, Consumer<String> warnings) {
    this.service = service;
    this.release = release;
    this.warnings = warnings;
    service.addListener(warnings);
    read();
  }

  private void read() {
    concepts = service.bundle().thenApply(ModelBundle::table);
    sampler =
        concepts.thenApply(
            table ->
                new Sampler(
                    service.model(Expert.COHERENCE),
                    service.model(Expert.CONTEXT),
                    table.culture()));
  }

  /** Files that could not be read may have been read since. */
  private synchronized void readAgainIfFailed() {
    if (concepts.isCompletedExceptionally() && !service.bundle().isCompletedExceptionally()) {
      read();
    }
  }

  @Override
  public CompletableFuture<ConceptTable> concepts() {
    readAgainIfFailed();
    return concepts.copy();
  }

  private Sampler sampler() {
    readAgainIfFailed();
    return WaitingModel.await(sampler.copy());
  }

  @Override
  public CompletableFuture<Void> loaded() {
    return service.loaded();
  }

  @Override
  public boolean ready() {
    return service.ready();
  }

  @Override
  public float progress() {
    return service.progress();
  }

  @Override
  public String device() {
    return service.device();
  }

  @Override
  public void device(String name) {
    service.device(name);
  }

  @Override
  public List<Choice> step(StepRequest request) {
    Sampler own = sampler();
    int[] seen = own.seen(request.pool());
    // Both at once, so that the worker answers both in one round.
    CompletableFuture<ConceptModel.Next> coherence = service.next(Expert.COHERENCE, seen);
    CompletableFuture<ConceptModel.Next> context = service.next(Expert.CONTEXT, seen);
    try {
      return own.step(request, WaitingModel.await(coherence), WaitingModel.await(context));
    } finally {
      context.cancel(false);
    }
  }

  @Override
  public List<ConceptGroup> ideas(IdeaRequest request, DoubleConsumer progress) {
    return sampler().ideas(request, progress);
  }

  @Override
  public float[] nll(Expert expert, int[][] sets, int orders) {
    return Orders.nll(service.model(expert), sets, orders);
  }

  @Override
  public float[] prior(Expert expert) {
    Sampler own = sampler();
    return expert == Expert.COHERENCE ? own.coherencePrior() : own.contextPrior();
  }

  @Override
  public void close() {
    service.removeListener(warnings);
    release.run();
  }
}
