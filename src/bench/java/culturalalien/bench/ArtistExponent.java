package culturalalien.bench;

import culturalalien.corpus.Corpus;
import culturalalien.corpus.Split;
import culturalalien.corpus.TrainingSequences;
import culturalalien.corpus.VocabularyBuilder;
import culturalalien.gpt2.Checkpoint;
import culturalalien.gpt2.Curve;
import culturalalien.gpt2.Gpt2Config;
import culturalalien.gpt2.Trainer;
import culturalalien.gpt2.TrainingSettings;
import culturalalien.sampling.Vocabulary;
import culturalalien.scoring.LocalModel;
import culturalalien.study.Separation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much an artist's number of works should count: short trainings of the coherence model with
 * several exponents, each measured on the same held-out artworks, as they are in the corpus and
 * with the artists weighted. The figures are in {@code reference/corpus.md}.
 *
 * <p>Arguments: corpus file, steps, exponents.
 */
public final class ArtistExponent {

  private static final int BATCH = 128;
  private static final int SEED = 1;

  private ArtistExponent() {}

  public static void main(String[] args) throws IOException {
    Split split = Split.of(Corpus.read(Path.of(args[0])).records(), 0.05, SEED);
    Vocabulary vocabulary =
        VocabularyBuilder.build(split.training(), concept -> Set.of(), Map.of());
    int steps = Integer.parseInt(args[1]);
    for (String exponent : Arrays.asList(args).subList(2, args.length)) {
      Checkpoint trained = train(split, vocabulary, Double.parseDouble(exponent), steps);
      try (LocalModel model = new LocalModel(trained, "cpu")) {
        System.out.printf("exponent %s: gain over the unigram, nats per concept:", exponent);
        for (double weighting : new double[] {1, 0.5, 0}) {
          System.out.printf(
              " artists^%s %.3f", weighting, gain(model, split, vocabulary, weighting));
        }
        System.out.println();
      }
    }
  }

  private static Checkpoint train(Split split, Vocabulary vocabulary, double exponent, int steps)
      throws IOException {
    TrainingSequences sequences =
        TrainingSequences.coherence(split.training(), vocabulary, exponent, BATCH, SEED);
    int[][] heldOut =
        TrainingSequences.coherence(split.heldOut(), vocabulary, exponent, BATCH, SEED)
            .sample(500, SEED);
    Trainer.Data data =
        new Trainer.Data() {
          @Override
          public int[][] batch(int step) {
            return sequences.batch(step);
          }

          @Override
          public int[][] heldOut() {
            return heldOut;
          }
        };
    Trainer.Listener silent =
        new Trainer.Listener() {
          @Override
          public void step(int step, float loss) {}

          @Override
          public void evaluated(Curve curve) {}
        };
    int end = vocabulary.size();
    Gpt2Config config = new Gpt2Config(end + 1, 12, 192, 4, 4, 1e-5f, 0.2f, end);
    TrainingSettings settings =
        new TrainingSettings(steps, BATCH, 1e-3f, steps / 7, 0.05f, 1, steps, 1, SEED);
    return new Trainer(Checkpoint.random(config, List.of(), SEED), settings, "cpu")
        .run(data, Files.createTempDirectory("exponent"), silent)
        .best();
  }

  private static double gain(
      LocalModel model, Split split, Vocabulary vocabulary, double weighting) {
    int[][] sets =
        TrainingSequences.coherence(split.heldOut(), vocabulary, weighting, BATCH, SEED)
            .sample(4000, SEED);
    int[] counts = new int[vocabulary.size()];
    int[][] seen =
        TrainingSequences.coherence(split.training(), vocabulary, weighting, BATCH, SEED)
            .sample(200_000, SEED);
    for (int[] set : seen) {
      Arrays.stream(set).forEach(concept -> counts[concept]++);
    }
    return Separation.unigramNll(counts, sets) - Separation.meanNll(model.nll(sets), sets);
  }
}
