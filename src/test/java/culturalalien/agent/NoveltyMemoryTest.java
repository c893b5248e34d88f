package culturalalien.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoveltyMemoryTest {

  @TempDir private Path folder;
  private NoveltyMemory memory;

  @BeforeEach
  void open() throws IOException {
    memory = NoveltyMemory.open(folder.resolve("novelty.bin"), "test", 2, 2, new int[0]);
  }

  @AfterEach
  void close() throws IOException {
    memory.close();
  }

  private static float[] v(double... values) {
    float[] vector = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      vector[i] = (float) values[i];
    }
    return vector;
  }

  private static void assertNovelty(
      double text, double visual, double novelty, int nearText, int nearVisual, Novelty found) {
    assertEquals(text, found.textSimilarity(), 1e-6);
    assertEquals(visual, found.visualSimilarity(), 1e-6);
    assertEquals(novelty, found.novelty(), 1e-6);
    assertEquals(nearText, found.nearestText());
    assertEquals(nearVisual, found.nearestVisual());
  }

  @Test
  void theFirstWorkIsWhollyNew() throws IOException {
    assertEquals(new Novelty(0, 0, 1, -1, -1), memory.novelty(v(1, 0), v(0, 1)));
  }

  @Test
  void textAndPictureAreEachComparedWithTheirNearest() throws IOException {
    memory.remember(4, v(1, 0), v(1, 0));
    memory.remember(9, v(0, 1), v(0.8, 0.6));
    // Texts 0.6 and 0.8, pictures 1 and 0.8: 0.5 · 0.2 + 0.5 · 0.
    assertNovelty(0.8, 1, 0.1, 9, 4, memory.novelty(v(0.6, 0.8), v(1, 0)));
    // Texts 0.6 and 0.8, pictures 0 and 0.6: 0.5 · 0.2 + 0.5 · 0.4.
    assertNovelty(0.8, 0.6, 0.3, 9, 9, memory.novelty(v(0.6, 0.8), v(0, 1)));
  }

  @Test
  void theSameAgainIsNotNewAndTheOppositeIsNotNewerThanUnrelated() throws IOException {
    memory.remember(0, v(0.6, 0.8), v(0, 1));
    memory.remember(1, v(0.6, 0.8), v(0, 1));
    assertNovelty(1, 1, 0, 0, 0, memory.novelty(v(0.6, 0.8), v(0, 1)));
    assertNovelty(0, 0, 1, 0, 0, memory.novelty(v(0.8, -0.6), v(1, 0)));
    assertNovelty(0, 0, 1, 0, 0, memory.novelty(v(-0.6, -0.8), v(0, -1)));
  }

  @Test
  void onlyTheDirectionOfAVectorCounts() throws IOException {
    memory.remember(0, v(30, 40), v(0, 1e-20));
    assertNovelty(1, 1, 0, 0, 0, memory.novelty(v(0.06, 0.08), v(0, 1e20)));
  }

  @Test
  void askingDoesNotRemember() throws IOException {
    memory.remember(0, v(1, 0), v(1, 0));
    Novelty first = memory.novelty(v(0, 1), v(0, 1));
    assertEquals(first, memory.novelty(v(0, 1), v(0, 1)));
    assertEquals(1, memory.count());
  }

  @Test
  void theOrderOfTheEarlierWorksDoesNotMatter() throws IOException {
    Random random = new Random(3);
    List<float[]> works = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      works.add(v(random.nextGaussian(), random.nextGaussian()));
    }
    List<float[]> queries = List.copyOf(works.subList(0, 20));
    List<Double> found = new ArrayList<>();
    for (int order = 0; order < 3; order++) {
      List<float[]> shuffled = new ArrayList<>(works.subList(20, 300));
      Collections.shuffle(shuffled, new Random(order));
      Path path = folder.resolve("order" + order);
      try (var other = NoveltyMemory.open(path, "test", 2, 2, new int[0])) {
        for (int i = 0; i < shuffled.size(); i++) {
          float[] work = shuffled.get(i);
          other.remember(i, work, v(work[1], work[0]));
        }
        for (int i = 0; i < queries.size(); i++) {
          double novelty = other.novelty(queries.get(i), v(1, 0)).novelty();
          if (order == 0) {
            found.add(novelty);
          }
          assertEquals(found.get(i), novelty);
        }
      }
    }
    assertTrue(Collections.max(found) > Collections.min(found));
  }

  @Test
  void anInterruptOfTheWorkerDoesNotHarmTheMemory() throws IOException {
    memory.remember(0, v(1, 0), v(1, 0));
    Thread.currentThread().interrupt();
    try {
      memory.remember(1, v(0, 1), v(0, 1));
      assertNovelty(1, 1, 0, 1, 1, memory.novelty(v(0, 1), v(0, 1)));
    } finally {
      assertTrue(Thread.interrupted());
    }
    assertNovelty(1, 1, 0, 0, 0, memory.novelty(v(1, 0), v(1, 0)));
  }

  @Test
  void aGenerationIsRememberedOnce() throws IOException {
    memory.remember(3, v(1, 0), v(1, 0));
    assertEquals(
        "generation 3 is remembered already", refusal(() -> memory.remember(3, v(0, 1), v(0, 1))));
    assertEquals(
        "generation -1, must be 0 or more", refusal(() -> memory.remember(-1, v(0, 1), v(0, 1))));
    assertEquals(1, memory.count());
  }

  @Test
  void aVectorOfOtherNumbersIsRefused() {
    assertEquals(
        "the text vector has 3 numbers, must have 2",
        refusal(() -> memory.novelty(v(1, 0, 0), v(1, 0))));
    assertEquals(
        "the picture vector has 1 numbers, must have 2",
        refusal(() -> memory.remember(0, v(1, 0), v(1))));
    assertEquals(0, memory.count());
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "NaN, 1", "Infinity, 1"})
  void aVectorWithoutADirectionIsRefused(double x, double y) {
    String message = refusal(() -> memory.remember(0, v(x, y), v(1, 0)));
    assertTrue(message.endsWith("must be finite and above 0"), message);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2049})
  void vectorsAreOf1To2048Numbers(int numbers) {
    Path path = folder.resolve("other");
    String message =
        refusal(() -> NoveltyMemory.open(path, "test", numbers, 2, new int[0]).close());
    assertEquals(numbers + " numbers in a text vector, must be 1 to 2048", message);
    assertArrayEquals(new String[] {"novelty.bin"}, folder.toFile().list());
  }

  @Test
  void aJournalWithANegativeGenerationIsRefused() {
    Path path = folder.resolve("other");
    String message =
        refusal(() -> NoveltyMemory.open(path, "test", 2, 2, new int[] {1, -5}).close());
    assertEquals("generation -5, must be 0 or more", message);
  }

  /** Something that may throw. */
  private interface Action {
    void run() throws IOException;
  }

  private static String refusal(Action action) {
    return assertThrows(IllegalArgumentException.class, action::run).getMessage();
  }

  @Test
  void thousandsOfWorksAreAnsweredAsByComparingWithEach() throws IOException {
    Random random = new Random(8);
    Path path = folder.resolve("many");
    int works = 10_000;
    float[][] texts = new float[works][];
    float[][] pictures = new float[works][];
    int[] all = new int[works];
    Arrays.setAll(all, i -> 3 * i);
    List<Novelty> before = new ArrayList<>();
    try (var many = NoveltyMemory.open(path, "test", 24, 17, new int[0])) {
      for (int i = 0; i < works; i++) {
        texts[i] = unit(random, 24);
        pictures[i] = unit(random, 17);
        many.remember(3 * i, texts[i], pictures[i]);
      }
      for (int i = 0; i < 50; i++) {
        Novelty novelty = many.novelty(texts[i * 90], unit(new Random(i), 17));
        assertEquals(1, novelty.textSimilarity(), 1e-6);
        assertEquals(3 * i * 90, novelty.nearestText());
        assertEquals(best(pictures, unit(new Random(i), 17)), novelty.visualSimilarity(), 1e-6);
        before.add(novelty);
      }
    }
    try (var again = NoveltyMemory.open(path, "test", 24, 17, all)) {
      assertEquals(works, again.count());
      for (int i = 0; i < 50; i++) {
        assertEquals(before.get(i), again.novelty(texts[i * 90], unit(new Random(i), 17)));
      }
    }
  }

  private static float[] unit(Random random, int numbers) {
    double[] values = random.doubles(numbers, -1, 1).toArray();
    double length = Math.sqrt(Arrays.stream(values).map(x -> x * x).sum());
    return v(Arrays.stream(values).map(x -> x / length).toArray());
  }

  private static double best(float[][] vectors, float[] query) {
    double best = -1;
    for (float[] vector : vectors) {
      double dot = 0;
      for (int i = 0; i < query.length; i++) {
        dot += (double) query[i] * vector[i];
      }
      best = Math.max(best, dot);
    }
    return best;
  }
}
