package culturalalien.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MiniLmTest {

  private static final TextEmbedder EMBEDDER = new MiniLm();

  /** The cosine: all vectors have length 1. */
  private static double likeness(String a, String b) {
    float[] first = EMBEDDER.embed(a);
    float[] second = EMBEDDER.embed(b);
    double dot = 0;
    for (int i = 0; i < first.length; i++) {
      dot += (double) first[i] * second[i];
    }
    return dot;
  }

  @ParameterizedTest
  @CsvSource({"sea", "sailing boat", "the old man who mends nets by the harbour wall", "größer"})
  void aVectorHas384NumbersAndLengthOne(String text) {
    assertEquals(384, EMBEDDER.embed(text).length);
    assertEquals(1, likeness(text, text), 1e-4);
  }

  @ParameterizedTest
  @CsvSource({
    "sailing boat, ship, theorem",
    "grief, sorrow, bicycle",
    "kitten, cat, scaffolding",
    "moss, forest floor, trumpet"
  })
  void likePhrasesAreNearerThanUnrelatedOnes(String phrase, String like, String unrelated) {
    double near = likeness(phrase, like);
    double far = likeness(phrase, unrelated);
    assertTrue(near > far + 0.1, () -> like + " " + near + ", " + unrelated + " " + far);
  }

  /** A thread that native code starts carries the name of the one that started it. */
  @Test
  void loadingStartsNoThread() throws Exception {
    Path tasks = Path.of("/proc/self/task");
    assumeTrue(Files.isDirectory(tasks), "threads of native code can be counted on Linux only");
    FutureTask<Long> named =
        new FutureTask<>(
            () -> {
              MiniLm.load();
              try (Stream<Path> all = Files.list(tasks)) {
                return all.filter(task -> name(task).equals("loads-minilm")).count();
              }
            });
    new Thread(named, "loads-minilm").start();
    assertEquals(1, named.get());
  }

  private static String name(Path task) {
    try {
      return Files.readString(task.resolve("comm")).strip();
    } catch (IOException e) {
      return "ended";
    }
  }

  @Test
  void theSameTextHasTheSameVectorWhateverWasAskedBefore() {
    float[] first = EMBEDDER.embed("moon");
    EMBEDDER.embed("a long phrase about something else");
    assertArrayEquals(first, EMBEDDER.embed("moon"));
  }
}
