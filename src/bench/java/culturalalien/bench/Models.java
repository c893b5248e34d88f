package culturalalien.bench;

import culturalalien.sampling.Sampler;
import culturalalien.scoring.LocalModel;
import culturalalien.scoring.ModelBundle;
import culturalalien.scoring.ShippedModels;
import java.io.IOException;

/** The shipped models on a device, for benchmarks. */
final class Models implements AutoCloseable {

  final ModelBundle bundle;
  final LocalModel coherence;
  final LocalModel context;

  Models(String device) throws IOException {
    bundle = ShippedModels.read(ShippedModels.TATE, ModelBundle::read);
    coherence = new LocalModel(bundle.coherence(), device);
    context = new LocalModel(bundle.context(), device);
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
