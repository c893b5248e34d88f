package culturalalien.bench;

import culturalalien.gpt2.Checkpoint;
import culturalalien.gpt2.Curve;
import culturalalien.gpt2.Gpt2Config;
import culturalalien.gpt2.Trainer;
import culturalalien.gpt2.TrainingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Training steps a second, for comparison with {@code src/bench/python/training_rate.py}, which
 * does the same with PyTorch alone: the same sizes, batch, loss, clipping and optimizer.
 *
 * <p>Arguments: threads, width, layers, heads, steps to time.
 */
public final class TrainingRate {

  private static final int CONCEPTS = 1989;
  private static final int BATCH = 128;
  private static final int TOKENS = 8;
  private static final int WARMUP = 10;

  private TrainingRate() {}

  public static void main(String[] args) throws IOException {
    int[] n = Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
    System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(n[0]));
    int steps = n[4];
    Gpt2Config config = new Gpt2Config(CONCEPTS + 1, 32, n[1], n[2], n[3], 1e-5f, 0.1f, CONCEPTS);
    Trainer.Data data =
        new Trainer.Data() {
          @Override
          public int[][] batch(int step) {
            SplittableRandom random = new SplittableRandom(step);
            int[][] batch = new int[BATCH][];
            Arrays.setAll(batch, i -> random.ints(TOKENS, 0, CONCEPTS).toArray());
            return batch;
          }

          @Override
          public int[][] heldOut() {
            return batch(0);
          }
        };
    long[] started = new long[1];
    Trainer.Listener listener =
        new Trainer.Listener() {
          @Override
          public void step(int step, float loss) {
            if (step == WARMUP) {
              started[0] = System.nanoTime();
            } else if (step == WARMUP + steps) {
              double seconds = (System.nanoTime() - started[0]) / 1e9;
              System.out.printf("sequences a second: %.1f%n", steps * BATCH / seconds);
            }
          }

          @Override
          public void evaluated(Curve curve) {}
        };
    Path folder = Files.createTempDirectory("training-rate");
    int all = WARMUP + steps;
    new Trainer(
            Checkpoint.random(config, List.of(), 1),
            new TrainingSettings(all, BATCH, 1e-3f, 1, 0.05f, 1, all, 1, 1),
            "cpu")
        .run(data, folder, listener);
  }
}
