package culturalalien.gpt2;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class Gpt2ModelTest {

  private static final int CONCEPTS = 20;
  private static final Gpt2Model MODEL =
      Gpt2Model.load(
          Checkpoint.random(
              new Gpt2Config(CONCEPTS + 1, 8, 16, 2, 2, 1e-5f, 0.1f, CONCEPTS), List.of(), 5),
          "cpu");

  @AfterAll
  static void close() {
    MODEL.close();
    MODEL.close();
  }

  @Test
  void probabilitiesOfTheConceptsSumToOneWithoutTheEndToken() {
    float[] logProbs = MODEL.next(new int[] {3, 1}).logProbs();
    assertEquals(CONCEPTS, logProbs.length);
    double sum = 0;
    for (float x : logProbs) {
      sum += Math.exp(x);
    }
    assertEquals(1, sum, 1e-5);
  }

  @Test
  void aSequencesLikelihoodIsTheProductOfItsSteps() {
    int[] sequence = {4, 9, 2, 17};
    double sum = 0;
    for (int t = 0; t < sequence.length; t++) {
      sum -= MODEL.next(Arrays.copyOf(sequence, t)).logProbs()[sequence[t]];
    }
    assertEquals(sum / 4, MODEL.nll(new int[][] {sequence})[0], 1e-5);
    assertEquals(sum, MODEL.next(sequence).prefixNll(), 1e-4);
  }

  @Test
  void manySequencesOfDifferentLengthsScoreAsEachAlone() {
    Random random = new Random(1);
    int[][] sequences = new int[600][];
    Arrays.setAll(sequences, i -> random.ints(1 + random.nextInt(7), 0, CONCEPTS).toArray());
    float[] together = MODEL.nll(sequences);
    for (int i = 0; i < sequences.length; i += 37) {
      assertEquals(MODEL.nll(new int[][] {sequences[i]})[0], together[i], 1e-5, "sequence " + i);
    }
    assertEquals(0, MODEL.nll(new int[0][]).length);
  }

  @Test
  void noArrayIsLeftBehindOnAnyThread() throws Exception {
    MODEL.next(new int[] {1, 2});
    MODEL.nll(new int[][] {{1, 2, 3}});
    int before = MODEL.liveArrays();
    // Gradient recording is on in a fresh thread; it must not matter.
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<float[]>> answers = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        answers.add(threads.submit(() -> MODEL.next(new int[] {1, 2}).logProbs()));
      }
      float[] expected = MODEL.next(new int[] {1, 2}).logProbs();
      for (Future<float[]> answer : answers) {
        assertArrayEquals(expected, answer.get());
      }
    } finally {
      threads.shutdown();
    }
    assertEquals(before, MODEL.liveArrays());
  }

  @Test
  void aModelCutToFewerPositionsAnswersTheSame() {
    Checkpoint whole = Checkpoint.random(MODEL.config(), List.of(), 5);
    try (Gpt2Model cut = Gpt2Model.load(whole.cutTo(4), "cpu")) {
      int[] prefix = {3, 1, 2};
      assertArrayEquals(MODEL.next(prefix).logProbs(), cut.next(prefix).logProbs(), 1e-6f);
      assertThrows(IllegalArgumentException.class, () -> cut.next(new int[4]));
    }
  }

  @Test
  void impossibleSequencesAreRefusedWithTheLegalRange() {
    IllegalArgumentException tooLong =
        assertThrows(IllegalArgumentException.class, () -> MODEL.next(new int[8]));
    assertTrue(tooLong.getMessage().contains("at most 7"), tooLong.getMessage());
    IllegalArgumentException unknown =
        assertThrows(IllegalArgumentException.class, () -> MODEL.next(new int[] {CONCEPTS}));
    assertTrue(unknown.getMessage().contains("from 0 to 19"), unknown.getMessage());
  }
}
