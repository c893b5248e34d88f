package culturalalien.cli;

import culturalalien.gpt2.Devices;
import culturalalien.sampling.Sampler;
import culturalalien.sampling.Vocabulary;
import culturalalien.scoring.LocalModel;
import culturalalien.scoring.LocalScorer;
import culturalalien.scoring.ModelBundle;
import culturalalien.scoring.Scorer;
import culturalalien.scoring.ScoringService;
import culturalalien.scoring.ShippedModels;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** Which models, and where they run. */
final class ModelOptions {

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "A model folder made by the command train (default: the shipped models).")
  private Path folder;

  @Option(
      names = "--device",
      defaultValue = "auto",
      description =
          "auto (a CUDA GPU if one works, else the CPU), cpu, gpu, gpu:1 or mps"
              + " (default: ${DEFAULT-VALUE}).")
  private String device;

  /** Models that answer, until closed. */
  record Loaded(ModelBundle bundle, LocalModel coherence, LocalModel context, Sampler sampler)
      implements AutoCloseable {

    private Loaded(ModelBundle bundle, LocalModel coherence, LocalModel context) {
      this(bundle, coherence, context, new Sampler(coherence, context, bundle.culture()));
    }

    Vocabulary vocabulary() {
      return bundle.vocabulary();
    }

    /**
     * Numbers of the names that are known, each once; every other is named on {@code err} with the
     * nearest known ones.
     */
    int[] numbers(List<String> names, Set<String> unknown, PrintWriter err) {
      Set<Integer> numbers = new LinkedHashSet<>();
      for (String name : names) {
        int number = vocabulary().number(name);
        if (number >= 0) {
          numbers.add(number);
        } else if (unknown.add(name)) {
          err.println("culturalalien: " + vocabulary().unknown(name));
        }
      }
      return numbers.stream().mapToInt(n -> n).toArray();
    }

    @Override
    public void close() {
      coherence.close();
      context.close();
    }
  }

  String device() {
    return device;
  }

  boolean isShipped() {
    return folder == null;
  }

  /** As people call the models. */
  String name() {
    return folder == null ? "shipped (Tate)" : folder.getFileName().toString();
  }

  /**
   * The models behind a worker of their own.
   *
   * @throws IllegalArgumentException if there is no device of that name anywhere
   */
  ScoringService service() {
    if (!Devices.isLegal(device)) {
      throw new IllegalArgumentException("device is \"" + device + "\", must be " + Devices.NAMES);
    }
    return new ScoringService(this::bundle, device);
  }

  /** Those models for one who asks; closing it closes them. */
  Scorer scorer(Consumer<String> warnings) {
    ScoringService service = service();
    return new LocalScorer(service, service::close, warnings);
  }

  private ModelBundle bundle() throws IOException {
    return folder == null
        ? ShippedModels.read(ShippedModels.TATE, ModelBundle::read)
        : ModelBundle.read(folder);
  }

  Loaded load() throws IOException {
    ModelBundle bundle = bundle();
    String where = Devices.resolve(device);
    return new Loaded(
        bundle, new LocalModel(bundle.coherence(), where), new LocalModel(bundle.context(), where));
  }
}
