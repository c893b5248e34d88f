package culturalalien.bench;

import culturalalien.sampling.Sampler;
import culturalalien.scoring.LocalModel;
import culturalalien.scoring.ModelBundle;
import culturalalien.scoring.ShippedModels;
import java.io.IOException;

/** The shipped models on the CPU, for benchmarks. */
final class Models implements AutoCloseable {

  final ModelBundle bundle;
  final LocalModel coherence;
  final LocalModel context;

  Models() throws IOException {
    bundle = ShippedModels.read(ShippedModels.TATE, ModelBundle::read);
    coherence = new LocalModel(bundle.coherence(), "cpu");
    context = new LocalModel(bundle.context(), "cpu");
  }

  Sampler sampler() {
    return new Sampler(coherence, context);
  }

  @Override
  public void close() {
    coherence.close();
    context.close();
  }
}
