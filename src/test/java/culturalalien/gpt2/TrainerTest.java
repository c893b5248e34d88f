package culturalalien.gpt2;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {

  private static final int CONCEPTS = 12;
  private static final Gpt2Config CONFIG =
      new Gpt2Config(CONCEPTS + 1, 8, 16, 2, 2, 1e-5f, 0.2f, CONCEPTS);

  /** Two worlds, 0 to 5 and 6 to 11, that never meet in one sequence. */
  private static final class TwoWorlds implements Trainer.Data {
    @Override
    public int[][] batch(int step) {
      return sequences(step, 32, true);
    }

    @Override
    public int[][] heldOut() {
      return sequences(-1, 50, false);
    }

    private static int[][] sequences(int seed, int count, boolean end) {
      Random random = new Random(seed);
      int[][] result = new int[count][];
      for (int i = 0; i < count; i++) {
        int world = random.nextBoolean() ? 0 : 6;
        int[] sequence = random.ints(0, 6).distinct().limit(4).map(c -> c + world).toArray();
        result[i] = end ? Arrays.copyOf(sequence, 5) : sequence;
        if (end) {
          result[i][4] = CONCEPTS;
        }
      }
      return result;
    }
  }

  private static TrainingSettings settings(int steps, int patience) {
    return new TrainingSettings(steps, 32, 5e-3f, 10, 0.01f, 1, 20, patience, 7);
  }

  private static Checkpoint start() {
    return Checkpoint.random(CONFIG, List.of(), 3);
  }

  /** Remembers the losses and can pull the plug at a step. */
  private static final class Watch implements Trainer.Listener {
    final List<Float> losses = new ArrayList<>();
    int killAt = Integer.MAX_VALUE;

    @Override
    public void step(int step, float loss) {
      losses.add(loss);
      if (step == killAt) {
        throw new IllegalStateException("killed");
      }
    }

    @Override
    public void evaluated(Curve curve) {}
  }

  private static void assertSame(Checkpoint expected, Checkpoint actual) {
    expected
        .tensors()
        .forEach(
            (name, tensor) ->
                assertArrayEquals(tensor.data(), actual.tensors().get(name).data(), name));
  }

  @Test
  void learnsWhichConceptsGoTogether(@TempDir Path folder) throws IOException {
    Trainer.Result result =
        new Trainer(start(), settings(160, 100), "cpu").run(new TwoWorlds(), folder, new Watch());
    try (Gpt2Model model = Gpt2Model.load(result.best(), "cpu")) {
      float[] after = model.next(new int[] {0, 3}).logProbs();
      double own = 0;
      for (int concept = 0; concept < 6; concept++) {
        own += Math.exp(after[concept]);
      }
      assertTrue(own > 0.95, "share of the pool's own world is " + own);
    }
    // Knowing the worlds: ln 12 for the first concept, ln 6 for each of the others.
    assertEquals(Math.log(12 * 6 * 6 * 6) / 4, result.curve().bestHeldOut(), 0.1);
  }

  @Test
  void theSameSeedGivesTheSameModel(@TempDir Path a, @TempDir Path b) throws IOException {
    Watch first = new Watch();
    Watch second = new Watch();
    Trainer.Result one =
        new Trainer(start(), settings(40, 100), "cpu").run(new TwoWorlds(), a, first);
    Trainer.Result two =
        new Trainer(start(), settings(40, 100), "cpu").run(new TwoWorlds(), b, second);
    assertEquals(first.losses, second.losses);
    assertSame(one.best(), two.best());
  }

  @Test
  void aKilledRunGoesOnAndEndsAsAnUnbrokenOne(@TempDir Path a, @TempDir Path b) throws IOException {
    Trainer.Result unbroken =
        new Trainer(start(), settings(60, 100), "cpu").run(new TwoWorlds(), a, new Watch());
    Watch killed = new Watch();
    killed.killAt = 33;
    Trainer trainer = new Trainer(start(), settings(60, 100), "cpu");
    assertThrows(IllegalStateException.class, () -> trainer.run(new TwoWorlds(), b, killed));
    Watch resumed = new Watch();
    Trainer.Result result = trainer.run(new TwoWorlds(), b, resumed);
    assertEquals(40, resumed.losses.size(), "it went on at step 20, the last state");
    assertSame(unbroken.best(), result.best());
    assertEquals(unbroken.curve(), result.curve());
  }

  @Test
  void stopsEarlyAndKeepsTheBestModel(@TempDir Path folder) throws IOException {
    // Held-out sequences that mix the worlds get worse as the worlds are learnt.
    Trainer.Data data =
        new Trainer.Data() {
          @Override
          public int[][] batch(int step) {
            return TwoWorlds.sequences(step, 32, true);
          }

          @Override
          public int[][] heldOut() {
            return new int[][] {{0, 7, 1, 8}, {6, 2, 9, 3}};
          }
        };
    Trainer.Result result =
        new Trainer(start(), settings(2000, 3), "cpu").run(data, folder, new Watch());
    Curve curve = result.curve();
    int last = curve.steps().size() - 1;
    assertTrue(curve.steps().get(last) < 2000, "it stopped at " + curve.steps().get(last));
    assertEquals(3, last - curve.best());
    try (Gpt2Model model = Gpt2Model.load(result.best(), "cpu")) {
      float[] nll = model.nll(data.heldOut());
      assertEquals(curve.bestHeldOut(), (nll[0] + nll[1]) / 2, 1e-5);
    }
  }

  @Test
  void theStateOfAnotherTrainingIsNotTakenUp(@TempDir Path folder) throws IOException {
    new Trainer(start(), settings(20, 100), "cpu").run(new TwoWorlds(), folder, new Watch());
    Trainer other = new Trainer(start(), settings(40, 100), "cpu");
    IOException refused =
        assertThrows(IOException.class, () -> other.run(new TwoWorlds(), folder, new Watch()));
    assertTrue(refused.getMessage().contains("other settings"), refused.getMessage());
  }

  @Test
  void theStateOfOtherDataIsNotTakenUp(@TempDir Path folder) throws IOException {
    new Trainer(start(), settings(20, 100), "cpu").run(new TwoWorlds(), folder, new Watch());
    Trainer.Data other =
        new Trainer.Data() {
          @Override
          public int[][] batch(int step) {
            return TwoWorlds.sequences(step + 1, 32, true);
          }

          @Override
          public int[][] heldOut() {
            return TwoWorlds.sequences(-1, 50, false);
          }
        };
    Trainer trainer = new Trainer(start(), settings(20, 100), "cpu");
    IOException refused =
        assertThrows(IOException.class, () -> trainer.run(other, folder, new Watch()));
    assertTrue(refused.getMessage().contains("data"), refused.getMessage());
  }

  @Test
  void dropoutActsInTrainingAlone(@TempDir Path folder) throws IOException {
    Trainer.Data same =
        new Trainer.Data() {
          @Override
          public int[][] batch(int step) {
            return TwoWorlds.sequences(0, 32, true);
          }

          @Override
          public int[][] heldOut() {
            return TwoWorlds.sequences(0, 32, false);
          }
        };
    Watch watch = new Watch();
    // A rate so low that only dropout can change the loss of one batch from step to step.
    TrainingSettings settings = new TrainingSettings(4, 32, 1e-12f, 0, 0, 1, 1, 9, 7);
    Trainer.Result result = new Trainer(start(), settings, "cpu").run(same, folder, watch);
    assertFalse(watch.losses.get(0).equals(watch.losses.get(1)), watch.losses.toString());
    assertEquals(result.curve().heldOut().get(0), result.curve().heldOut().get(3), 1e-6);
  }
}
