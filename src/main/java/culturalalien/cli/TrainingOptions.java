package culturalalien.cli;

import culturalalien.corpus.CorpusRecord;
import culturalalien.corpus.TrainingSequences;
import culturalalien.gpt2.Devices;
import culturalalien.gpt2.TrainingSettings;
import culturalalien.sampling.Vocabulary;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Sizes, data and schedule of a training; the defaults made the shipped models. */
final class TrainingOptions {

  @Option(names = "--name", description = "Title of the model card (default: the folder's name).")
  String name;

  @Option(
      names = "--licence",
      defaultValue = "Licence: not stated.",
      description = "Sentence of the model card on licence and origin.")
  String licence;

  @Option(names = "--width", defaultValue = "192", description = "(default: ${DEFAULT-VALUE})")
  int width;

  @Option(names = "--layers", defaultValue = "4", description = "(default: ${DEFAULT-VALUE})")
  int layers;

  @Option(names = "--heads", defaultValue = "4", description = "(default: ${DEFAULT-VALUE})")
  int heads;

  @Option(
      names = "--positions",
      defaultValue = "32",
      description = {
        "Places of the network while it learns, at least 12; those beyond the longest sequence",
        "learn nothing and are cut off at the end (default: ${DEFAULT-VALUE})."
      })
  int positions;

  @Option(names = "--dropout", defaultValue = "0.2", description = "(default: ${DEFAULT-VALUE})")
  float dropout;

  @Option(
      names = "--init",
      paramLabel = "DIR",
      description = {
        "Start from the blocks of a pretrained GPT-2: a folder with config.json,",
        "model.safetensors and tokenizer.json. Its sizes count instead of those given."
      })
  Path init;

  @Option(
      names = "--steps",
      defaultValue = "11000",
      description = "Most steps of the coherence model (default: ${DEFAULT-VALUE}).")
  private int steps;

  @Option(
      names = "--context-steps",
      defaultValue = "8000",
      description = "Most steps of the context model (default: ${DEFAULT-VALUE}).")
  private int contextSteps;

  @Option(names = "--batch", defaultValue = "128", description = "(default: ${DEFAULT-VALUE})")
  int batchSize;

  @Option(
      names = "--learning-rate",
      defaultValue = "0.001",
      description = "(default: ${DEFAULT-VALUE})")
  private float learningRate;

  @Option(names = "--warmup", defaultValue = "300", description = "(default: ${DEFAULT-VALUE})")
  private int warmup;

  @Option(
      names = "--weight-decay",
      defaultValue = "0.05",
      description = "(default: ${DEFAULT-VALUE})")
  private float weightDecay;

  @Option(
      names = "--clip",
      defaultValue = "1",
      description = "Largest norm of the gradient (default: ${DEFAULT-VALUE}).")
  private float clip;

  @Option(
      names = "--evaluate-every",
      defaultValue = "500",
      description = "Steps between looks at held-out data (default: ${DEFAULT-VALUE}).")
  private int evaluateEvery;

  @Option(
      names = "--patience",
      defaultValue = "6",
      description = "Looks without progress before training stops (default: ${DEFAULT-VALUE}).")
  private int patience;

  @Option(
      names = "--held-out",
      defaultValue = "0.05",
      description = "Share of the artworks to measure on (default: ${DEFAULT-VALUE}).")
  double heldOut;

  @Option(
      names = "--artists",
      paramLabel = "HALF",
      description = {
        "1 or 2: learn from the works of that half of the artists alone, over the vocabulary of all",
        "(default: everybody's). Models of one half can judge what those of the other chose."
      })
  Integer half;

  @Option(
      names = "--artist-exponent",
      defaultValue = "0.75",
      description = {
        "An artist with n works is drawn with weight n to this power: 1 as the corpus is,",
        "0.5 by square root, 0 every artist alike (default: ${DEFAULT-VALUE})."
      })
  double artistExponent;

  @Option(
      names = "--context-artist-exponent",
      defaultValue = "0.5",
      description = "The same for the context model (default: ${DEFAULT-VALUE}).")
  double contextArtistExponent;

  @Option(names = "--seed", defaultValue = "1", description = "(default: ${DEFAULT-VALUE})")
  long seed;

  @Option(
      names = "--device",
      defaultValue = "auto",
      description =
          "auto (a CUDA GPU if one works, else the CPU), cpu, gpu, gpu:1 or mps"
              + " (default: ${DEFAULT-VALUE}).")
  private String device;

  /** Where training takes place. */
  String device() {
    return Devices.resolve(device);
  }

  @Option(
      names = "--only",
      description = {
        "coherence or context: train that model alone and stop before the bundle is written, so",
        "that two processes can share the work; the command without it then finishes.",
        "artists: learn the artists anew and put them into a model folder that is there."
      })
  String only;

  @Option(names = "--threads", description = "Cores to compute with (default: all but one).")
  Integer threads;

  TrainingSettings coherenceSettings() {
    return settings(steps);
  }

  TrainingSettings contextSettings() {
    return settings(contextSteps);
  }

  private TrainingSettings settings(int most) {
    return new TrainingSettings(
        most,
        batchSize,
        learningRate,
        Math.min(warmup, most),
        weightDecay,
        clip,
        evaluateEvery,
        patience,
        seed);
  }

  /** Random orders of the records' sets. */
  TrainingSequences coherence(List<CorpusRecord> records, Vocabulary vocabulary) {
    return TrainingSequences.coherence(records, vocabulary, artistExponent, batchSize, seed);
  }

  /** Random combinations of the artists' concepts. */
  TrainingSequences context(List<CorpusRecord> records, Vocabulary vocabulary) {
    return TrainingSequences.context(records, vocabulary, contextArtistExponent, batchSize, seed);
  }
}
