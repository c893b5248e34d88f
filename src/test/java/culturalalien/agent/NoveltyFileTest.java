package culturalalien.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoveltyFileTest {

  private static final int TEXT = 3;
  private static final int VISUAL = 2;
  private static final int HEADER = 20 + 4 + 4;
  private static final int RECORD = 4 * (1 + TEXT + VISUAL + 1);

  @TempDir private Path folder;
  private Path path;

  @BeforeEach
  void nameTheFile() {
    path = folder.resolve("novelty.bin");
  }

  private static float[] text(int generation) {
    return new float[] {1, generation, 0.5f};
  }

  private static float[] picture(int generation) {
    return new float[] {1, -generation};
  }

  private NoveltyMemory open(int... journalled) throws IOException {
    return NoveltyMemory.open(path, "test", TEXT, VISUAL, journalled);
  }

  private void remember(int... generations) throws IOException {
    try (NoveltyMemory memory = open()) {
      for (int generation : generations) {
        memory.remember(generation, text(generation), picture(generation));
      }
    }
  }

  /** Which of the works 0 to 99 the memory finds again as they were. */
  private static int[] known(NoveltyMemory memory) {
    return IntStream.range(0, 100)
        .filter(
            generation -> {
              try {
                Novelty novelty = memory.novelty(text(generation), picture(generation));
                return novelty.nearestText() == generation && novelty.nearestVisual() == generation;
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .toArray();
  }

  @Test
  void aReopenedMemoryKnowsWhatItKnew() throws IOException {
    remember(0, 1, 5, 7);
    assertEquals(HEADER + 4 * RECORD, Files.size(path));
    try (NoveltyMemory memory = open(0, 1, 5, 7)) {
      assertArrayEquals(new int[] {0, 1, 5, 7}, known(memory));
      assertArrayEquals(new int[0], memory.missing());
    }
  }

  @Test
  void aWorkThatTheJournalDoesNotListIsForgotten() throws IOException {
    remember(0, 1, 2, 3);
    try (NoveltyMemory memory = open(0, 1)) {
      assertArrayEquals(new int[] {0, 1}, known(memory));
      memory.remember(2, text(30), picture(9));
      assertEquals(HEADER + 3 * RECORD, Files.size(path));
    }
    try (NoveltyMemory memory = open(0, 1, 2)) {
      assertEquals(2, memory.novelty(text(30), picture(9)).nearestText());
    }
  }

  @Test
  void worksThatTheFileLacksAreNamedAndMayBeRememberedInAnyOrder() throws IOException {
    remember(0, 1, 4);
    try (NoveltyMemory memory = open(0, 1, 2, 4, 8)) {
      assertArrayEquals(new int[] {2, 8}, memory.missing());
      memory.remember(8, text(8), picture(8));
      memory.remember(2, text(2), picture(2));
      assertArrayEquals(new int[0], memory.missing());
    }
    try (NoveltyMemory memory = open(0, 1, 2, 4, 8)) {
      assertArrayEquals(new int[] {0, 1, 2, 4, 8}, known(memory));
    }
  }

  @Test
  void aLostFileIsBegunAnewWithAllWorksMissing() throws IOException {
    try (NoveltyMemory memory = open(3, 1)) {
      assertArrayEquals(new int[] {1, 3}, memory.missing());
      assertEquals(0, memory.count());
    }
  }

  @Test
  void aTornRecordIsDroppedWhereverItWasTorn() throws IOException {
    remember(0, 1, 2);
    byte[] whole = Files.readAllBytes(path);
    for (int length = HEADER + 2 * RECORD; length < whole.length; length++) {
      Files.write(path, Arrays.copyOf(whole, length));
      try (NoveltyMemory memory = open(0, 1, 2)) {
        assertArrayEquals(new int[] {0, 1}, known(memory), "cut at " + length);
        assertArrayEquals(new int[] {2}, memory.missing());
        memory.remember(2, text(2), picture(2));
      }
      assertArrayEquals(whole, Files.readAllBytes(path), "cut at " + length);
    }
  }

  @Test
  void aDamagedRecordIsDroppedAndTheOthersStay() throws IOException {
    remember(0, 1, 2);
    byte[] whole = Files.readAllBytes(path);
    for (int at = HEADER + RECORD; at < HEADER + 2 * RECORD; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x10;
      Files.write(path, damaged);
      try (NoveltyMemory memory = open(0, 1, 2)) {
        assertArrayEquals(new int[] {0, 2}, known(memory), "damaged at " + at);
        assertArrayEquals(new int[] {1}, memory.missing());
      }
      try (NoveltyMemory memory = open(0, 1, 2)) {
        assertArrayEquals(new int[] {0, 2}, known(memory), "damaged at " + at);
      }
    }
  }

  @Test
  void aRecordThatIsDamagedWhileInUseIsNamedAndNotBelieved() throws IOException {
    remember(0, 1);
    try (NoveltyMemory memory = open(0, 1)) {
      byte[] damaged = Files.readAllBytes(path);
      Arrays.fill(damaged, HEADER, damaged.length, (byte) 0x55);
      Files.write(path, damaged);
      String message =
          assertThrows(IOException.class, () -> memory.novelty(text(1), picture(1))).getMessage();
      assertTrue(message.contains("a record is damaged"), message);
    }
  }

  @Test
  void aDamagedHeaderIsSaidAndNothingIsLost() throws IOException {
    remember(0, 1);
    byte[] whole = Files.readAllBytes(path);
    for (int at = 0; at < HEADER; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x10;
      assertRefused(damaged);
      if (at > 0) {
        assertRefused(Arrays.copyOf(whole, at));
      }
    }
  }

  private void assertRefused(byte[] content) throws IOException {
    Files.write(path, content);
    String message = assertThrows(IOException.class, () -> open(0, 1)).getMessage();
    assertTrue(message.startsWith(path.toString()), message);
    assertArrayEquals(content, Files.readAllBytes(path));
  }

  @Test
  void anotherEmbedderOrOtherVectorsAreNamed() throws IOException {
    remember(0);
    byte[] whole = Files.readAllBytes(path);
    assertEquals(
        path
            + " was begun with the image embedder \"test\" (2 numbers, text 3), this run uses"
            + " \"clip\" (2 numbers, text 3)",
        refusal("clip", TEXT, VISUAL));
    assertTrue(refusal("test", 4, VISUAL).contains("(2 numbers, text 4)"));
    assertTrue(refusal("test", TEXT, 512).contains("(512 numbers, text 3)"));
    assertArrayEquals(whole, Files.readAllBytes(path));
  }

  private String refusal(String embedder, int text, int visual) {
    return assertThrows(
            IOException.class,
            () -> NoveltyMemory.open(path, embedder, text, visual, new int[] {0}))
        .getMessage();
  }

  @Test
  void aFileThatSomebodyCutsWhileItIsInUseIsNamed() throws IOException {
    try (NoveltyMemory memory = open()) {
      memory.remember(0, text(0), picture(0));
      Files.write(path, new byte[HEADER]);
      String message =
          assertThrows(IOException.class, () -> memory.novelty(text(1), picture(1))).getMessage();
      assertEquals(path + " cannot be read: EOFException; was it changed while in use?", message);
    }
  }

  /** Remembers without end, and says of each work that it has. */
  static final class Endless {
    public static void main(String[] args) throws IOException {
      try (NoveltyMemory memory =
          NoveltyMemory.open(Path.of(args[0]), "test", 384, 416, new int[0])) {
        for (int i = 0; ; i++) {
          float[] text = new float[384];
          float[] picture = new float[416];
          text[i % 384] = 1;
          picture[i % 416] = 1;
          memory.remember(i, text, picture);
          System.out.println(i);
        }
      }
    }
  }

  private static String place(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }

  @Test
  void whatWasRememberedIsThereAfterAKill() throws Exception {
    String classes =
        place(NoveltyMemory.class) + System.getProperty("path.separator") + place(Endless.class);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(java, "-cp", classes, Endless.class.getName(), path.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int said = -1;
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = "";
      while (said < 500 && (line = lines.readLine()) != null) {
        said = Integer.parseInt(line);
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertEquals(500, said);
    int[] all = IntStream.range(0, 1_000_000).toArray();
    try (NoveltyMemory memory = NoveltyMemory.open(path, "test", 384, 416, all)) {
      assertTrue(memory.count() > 500, () -> memory.count() + " remembered");
      assertEquals(memory.count(), memory.missing()[0]);
    }
  }
}
