package culturalalien.scoring;

import culturalalien.sampling.ConceptModel;
import java.util.stream.Stream;

/**
 * Both models on one device. Of one thread alone.
 *
 * @param device where they are: "cpu", "gpu", "gpu:1" or "mps"
 * @param release frees their memory
 */
record LoadedModels(ConceptModel coherence, ConceptModel context, String device, Runnable release)
    implements AutoCloseable {

  /** Puts a bundle on a device; stands apart so that tests can have devices that fail. */
  interface Opener {
    LoadedModels open(ModelBundle bundle, String device);
  }

  /** Opens them with PyTorch. */
  static LoadedModels open(ModelBundle bundle, String device) {
    LocalModel coherence = new LocalModel(bundle.coherence(), device);
    try {
      LocalModel context = new LocalModel(bundle.context(), device);
      Runnable release =
          () -> {
            coherence.close();
            context.close();
          };
      return new LoadedModels(coherence, context, device, release);
    } catch (RuntimeException | Error e) {
      coherence.close();
      throw e;
    }
  }

  ConceptModel of(Expert expert) {
    return expert == Expert.COHERENCE ? coherence : context;
  }

  /** Arrays that both hold in native memory; of models that are not ours, none. */
  long liveArrays() {
    return Stream.of(coherence, context)
        .filter(LocalModel.class::isInstance)
        .mapToLong(model -> ((LocalModel) model).liveArrays())
        .sum();
  }

  @Override
  public void close() {
    release.run();
  }
}
