package culturalalien.cli;

import culturalalien.corpus.ArtistFactors;
import culturalalien.corpus.ConceptKinds;
import culturalalien.corpus.ConceptMarks;
import culturalalien.corpus.Corpus;
import culturalalien.corpus.CorpusRecord;
import culturalalien.corpus.Split;
import culturalalien.corpus.TrainingSequences;
import culturalalien.corpus.VocabularyBuilder;
import culturalalien.gpt2.Checkpoint;
import culturalalien.gpt2.Curve;
import culturalalien.gpt2.Gpt2Config;
import culturalalien.gpt2.PretrainedStart;
import culturalalien.gpt2.Safetensors.Precision;
import culturalalien.gpt2.Trainer;
import culturalalien.gpt2.TrainingSettings;
import culturalalien.image.MiniLm;
import culturalalien.image.NamedColors;
import culturalalien.image.NamedColors.NamedColor;
import culturalalien.image.TextEmbedder;
import culturalalien.io.AtomicFiles;
import culturalalien.sampling.Artists;
import culturalalien.sampling.ConceptMap;
import culturalalien.sampling.ConceptVectors;
import culturalalien.sampling.Vocabulary;
import culturalalien.scoring.ArtistFiles;
import culturalalien.scoring.ModelBundle;
import culturalalien.study.CurvePlot;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** The steps of the command train, one after another. */
final class Training {

  /** Held-out sequences that decide when to stop. */
  private static final int HELD_OUT_SEQUENCES = 4000;

  /** What can be learnt alone. */
  private static final List<String> PARTS = List.of("coherence", "context", "artists");

  private final TrainingOptions options;
  private final PrintWriter err;

  Training(TrainingOptions options, PrintWriter err) {
    this.options = options;
    this.err = err;
  }

  /**
   * @param kindsFile of the corpus; null for the one beside it, if it is there
   */
  void run(Path corpusFile, Path kindsFile, Path out, Precision precision) throws IOException {
    if (options.only != null && !PARTS.contains(options.only)) {
      throw new IllegalArgumentException(
          "--only is " + options.only + ", must be one of " + String.join(", ", PARTS));
    }
    if (options.threads != null) {
      System.setProperty("ai.djl.pytorch.num_threads", options.threads.toString());
    }
    Corpus corpus = Corpus.read(corpusFile, Set.of(Checkpoint.END));
    corpus.malformed().forEach(line -> err.println("culturalalien: skipped " + line));
    if (corpus.malformed().size() > 1) {
      err.println("culturalalien: skipped " + corpus.malformed().size() + " lines of the corpus");
    }
    List<CorpusRecord> records = corpus.records();
    Vocabulary vocabulary =
        VocabularyBuilder.build(
            records, ConceptMarks.standard()::marks, kinds(corpusFile, kindsFile));
    List<CorpusRecord> learnt =
        options.half == null ? records : Split.ofArtists(records, options.half);
    Split split = Split.of(learnt, options.heldOut, options.seed);
    err.printf(
        "%d artworks, %d held out, %d concepts%n",
        learnt.size(), split.heldOut().size(), vocabulary.size());
    err.flush();
    if ("artists".equals(options.only)) {
      ArtistFiles.write(out, artists(split, ModelBundle.read(out).vocabulary()), precision);
      err.println("wrote the artists of " + out);
      err.flush();
      return;
    }
    // First, as it takes seconds and may lack its library.
    ConceptVectors vectors = vectors(vocabulary);
    Checkpoint start = start(vocabulary);
    Path state = out.resolve("training");
    Trainer.Data coherenceData = data(split, vocabulary, options::coherence);
    Trainer.Data contextData = data(split, vocabulary, options::context);
    if (options.only != null) {
      boolean isCoherence = options.only.equals("coherence");
      train(
          start,
          isCoherence ? options.coherenceSettings() : options.contextSettings(),
          state.resolve(options.only),
          isCoherence ? coherenceData : contextData);
      return;
    }
    Trainer.Result coherence =
        train(start, options.coherenceSettings(), state.resolve("coherence"), coherenceData);
    Trainer.Result context =
        train(start, options.contextSettings(), state.resolve("context"), contextData);
    ModelBundle bundle =
        new ModelBundle(
            vocabulary,
            coherence.best().cutTo(TrainingSequences.LONGEST),
            context.best().cutTo(TrainingSequences.LONGEST),
            vectors,
            artists(split, vocabulary));
    bundle.write(out, precision);
    AtomicFiles.write(
        out.resolve("curves.png"),
        CurvePlot.png(
            "Both models on artworks that training never sees",
            List.of(line("coherence", coherence.curve()), line("context", context.curve()))));
    err.println("measuring on the held-out artworks, about a minute");
    err.flush();
    // Measured on what was written, rounding included.
    ModelBundle written = ModelBundle.read(out);
    AtomicFiles.write(
        out.resolve("MODEL_CARD.md"),
        new Measuring(options, split).card(written, out, coherence.curve(), context.curve()));
    err.println("wrote " + out);
    err.flush();
  }

  /** Whose habits they are; learnt, like the models, without the held-out works. */
  private Artists artists(Split split, Vocabulary vocabulary) {
    err.println("learning the artists, some seconds");
    err.flush();
    return ArtistFactors.learn(split.training(), vocabulary, options.seed);
  }

  private static Map<String, String> kinds(Path corpusFile, Path kindsFile) {
    Path beside = ConceptKinds.beside(corpusFile);
    if (kindsFile == null) {
      return Files.exists(beside) ? ConceptKinds.read(beside) : Map.of();
    }
    return ConceptKinds.read(kindsFile);
  }

  private static CurvePlot.Line line(String name, Curve curve) {
    return new CurvePlot.Line(name, curve.steps(), curve.heldOut());
  }

  private Checkpoint start(Vocabulary vocabulary) throws IOException {
    if (options.positions < TrainingSequences.LONGEST) {
      throw new IllegalArgumentException(
          "--positions is "
              + options.positions
              + ", must be at least "
              + TrainingSequences.LONGEST
              + ", the longest sequence learnt from");
    }
    List<String> tokens = new ArrayList<>(vocabulary.names());
    tokens.add(Checkpoint.END);
    if (options.init != null) {
      return PretrainedStart.read(options.init, tokens, options.positions);
    }
    Gpt2Config config =
        new Gpt2Config(
            tokens.size(),
            options.positions,
            options.width,
            options.layers,
            options.heads,
            1e-5f,
            options.dropout,
            tokens.size() - 1);
    return Checkpoint.random(config, tokens, options.seed);
  }

  /** Makes the sequences of some records. */
  private interface Sequences {
    TrainingSequences of(List<CorpusRecord> records, Vocabulary vocabulary);
  }

  private Trainer.Data data(Split split, Vocabulary vocabulary, Sequences sequences) {
    TrainingSequences training = sequences.of(split.training(), vocabulary);
    int[][] heldOut =
        sequences.of(split.heldOut(), vocabulary).sample(HELD_OUT_SEQUENCES, options.seed);
    return new Trainer.Data() {
      @Override
      public int[][] batch(int step) {
        return training.batch(step);
      }

      @Override
      public int[][] heldOut() {
        return heldOut;
      }
    };
  }

  private Trainer.Result train(
      Checkpoint start, TrainingSettings settings, Path state, Trainer.Data data)
      throws IOException {
    try (ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName(state.getFileName().toString())
            .setInitialMax(settings.steps())
            .setUpdateIntervalMillis(1000)
            .build()) {
      Trainer trainer = new Trainer(start, settings, options.device());
      return trainer.run(data, state, new Progress(bar, settings.batchSize()));
    }
  }

  /** Shows where a training stands, in 80 columns. */
  private static final class Progress implements Trainer.Listener {
    private final ProgressBar bar;
    private final int batchSize;
    private long lastStep = System.nanoTime();
    private double secondsPerStep = Double.NaN;
    private double loss = Double.NaN;
    private String heldOut = "";

    Progress(ProgressBar bar, int batchSize) {
      this.bar = bar;
      this.batchSize = batchSize;
    }

    @Override
    public void step(int step, float stepLoss) {
      long now = System.nanoTime();
      secondsPerStep = smooth(secondsPerStep, (now - lastStep) / 1e9);
      lastStep = now;
      loss = smooth(loss, stepLoss);
      bar.stepTo(step);
      bar.setExtraMessage(
          String.format(" %.0f seq/s loss %.2f%s", batchSize / secondsPerStep, loss, heldOut));
    }

    private static double smooth(double mean, double value) {
      return Double.isNaN(mean) ? value : 0.97 * mean + 0.03 * value;
    }

    @Override
    public void evaluated(Curve curve) {
      // The look itself is no training time.
      lastStep = System.nanoTime();
      heldOut = String.format(" held out %.2f", curve.heldOut().get(curve.heldOut().size() - 1));
    }
  }

  private static ConceptVectors vectors(Vocabulary vocabulary) {
    TextEmbedder embedder = new MiniLm();
    List<NamedColor> colors = NamedColors.all();
    float[][] meanings = vocabulary.names().stream().map(embedder::embed).toArray(float[][]::new);
    return new ConceptVectors(
        meanings,
        ConceptMap.of(meanings),
        colors.stream().map(color -> embedder.embed(color.name())).toArray(float[][]::new),
        colors.stream().mapToInt(NamedColor::rgb).toArray());
  }
}
