package culturalalien.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.gpt2.Safetensors;
import culturalalien.gpt2.Safetensors.Precision;
import culturalalien.gpt2.Tensor;
import culturalalien.sampling.Artists;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The artists of a model folder, there or not, whole or damaged. */
class ArtistFilesTest {

  private static final Artists ARTISTS = TinyBundle.withArtists().artists();

  @TempDir private Path folder;

  private Path written() throws IOException {
    TinyBundle.withArtists().write(folder, Precision.F32);
    return folder;
  }

  private String refusal() {
    return assertThrows(IOException.class, () -> ModelBundle.read(folder)).getMessage();
  }

  private String damaged(String reason) {
    return "the model folder "
        + folder
        + " is damaged: "
        + reason
        + "; install the library anew or train it again";
  }

  private void table(String name, Tensor table) throws IOException {
    Path file = folder.resolve("artists.safetensors");
    Map<String, Tensor> tables = new LinkedHashMap<>(Safetensors.read(file));
    tables.remove(name);
    if (table != null) {
      tables.put(name, table);
    }
    Safetensors.write(file, tables, Precision.F32);
  }

  private static Tensor zeros(int rows, int width) {
    return new Tensor(new long[] {rows, width}, new float[rows * width]);
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void artistsComeBackAsTheyWere(Precision precision) throws Exception {
    TinyBundle.withArtists().write(folder, precision);
    ModelBundle read = ModelBundle.read(folder);
    assertEquals(ARTISTS.names(), read.artists().names());
    assertArrayEquals(ARTISTS.vectors(), read.artists().vectors());
    assertArrayEquals(ARTISTS.concepts(), read.artists().concepts());
    assertArrayEquals(ARTISTS.habits(), read.artists().habits());
    assertArrayEquals(ARTISTS.makers(), read.artists().makers());
    assertEquals(
        ARTISTS.nearest(new int[] {1, 2}, 3),
        read.culture().artists().nearest(new int[] {1, 2}, 3));
  }

  @Test
  void aFolderWithoutTheFilesKnowsNoArtists() throws Exception {
    TinyBundle.make().write(folder, Precision.F32);
    assertFalse(Files.exists(folder.resolve("artists.txt")));
    assertFalse(Files.exists(folder.resolve("artists.safetensors")));
    assertTrue(ModelBundle.read(folder).artists().isEmpty());
  }

  @Test
  void modelsWithoutArtistsDoNotKeepThoseOfAnEarlierTraining() throws Exception {
    TinyBundle.make().write(written(), Precision.F32);
    assertTrue(ModelBundle.read(folder).artists().isEmpty());
  }

  @Test
  void missingNamesAreToldWithTheirFile() throws Exception {
    Path file = written().resolve("artists.txt");
    Files.delete(file);
    assertEquals(
        file + " cannot be read: the file does not exist; install the library anew", refusal());
  }

  @Test
  void namesThatAreNotTextAreToldWithTheirFile() throws Exception {
    Path file = written().resolve("artists.txt");
    Files.write(file, "Ann\nBäcker\nCid".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(
        file + " cannot be read: line 2 is not UTF-8 text; install the library anew", refusal());
  }

  @Test
  void tablesCutShortAreToldWithTheirFile() throws Exception {
    Path file = written().resolve("artists.safetensors");
    byte[] whole = Files.readAllBytes(file);
    for (int cut = 0; cut < 10; cut++) {
      Files.write(file, Arrays.copyOf(whole, whole.length * cut / 10));
      String message = refusal();
      assertTrue(message.startsWith(file + " cannot be read"), message);
      assertTrue(message.endsWith("; copy it anew"), message);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"artists", "concepts", "habits", "makers"})
  void aMissingTableIsNamed(String table) throws Exception {
    written();
    table(table, null);
    assertEquals(damaged("artists.safetensors lacks the table \"" + table + "\""), refusal());
    table(table, new Tensor(new long[] {2}, new float[2]));
    assertEquals(damaged("artists.safetensors lacks the table \"" + table + "\""), refusal());
  }

  @Test
  void namesOfOthersAreRefused() throws Exception {
    Files.writeString(written().resolve("artists.txt"), "Ann Author\nBea Bäcker\n");
    assertEquals(
        damaged(
            "the artists have 2 names and 3 vectors, and their concepts 16 vectors, 16 habits and"
                + " 16 counts; the first two must be equal, and the other three"),
        refusal());
  }

  @Test
  void artistsOfAnotherVocabularyAreRefused() throws Exception {
    written();
    table("concepts", zeros(15, 2));
    table("habits", zeros(15, 3));
    table("makers", zeros(15, 1));
    assertEquals(damaged("artists.safetensors has 15 concepts, the vocabulary 16"), refusal());
  }

  @Test
  void vectorsOfAnotherSpaceAreRefused() throws Exception {
    written();
    table("artists", zeros(3, 5));
    assertEquals(
        damaged(
            "the artists' vectors have 5 numbers, their concepts' 2; they must lie in one space"),
        refusal());
  }

  // ---- Telling bundles apart

  static List<Artists> others() {
    Artists a = ARTISTS;
    return List.of(
        Artists.UNKNOWN,
        new Artists(
            List.of("Ann Author", "Bea Bäcker", "Dot Dyer"),
            a.vectors(),
            a.concepts(),
            a.habits(),
            a.makers()),
        new Artists(a.names(), changed(a.vectors()), a.concepts(), a.habits(), a.makers()),
        new Artists(a.names(), a.vectors(), changed(a.concepts()), a.habits(), a.makers()),
        new Artists(a.names(), a.vectors(), a.concepts(), changed(a.habits()), a.makers()),
        new Artists(
            a.names(),
            a.vectors(),
            a.concepts(),
            a.habits(),
            changed(new float[][] {a.makers()})[0]));
  }

  /** All the same but the last number. */
  private static float[][] changed(float[][] rows) {
    float[][] changed = Stream.of(rows).map(float[]::clone).toArray(float[][]::new);
    float[] last = changed[changed.length - 1];
    last[last.length - 1] += 1;
    return changed;
  }

  @ParameterizedTest
  @MethodSource("others")
  void modelsOfOtherArtistsHaveAnotherDigest(Artists other) {
    ModelBundle bundle = TinyBundle.withArtists();
    assertEquals(ModelDigest.of(bundle), ModelDigest.of(TinyBundle.withArtists()));
    assertNotEquals(
        ModelDigest.of(bundle),
        ModelDigest.of(
            new ModelBundle(
                bundle.vocabulary(),
                bundle.coherence(),
                bundle.context(),
                bundle.vectors(),
                other)));
  }
}
