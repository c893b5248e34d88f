package culturalalien.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.sampling.Vocabulary;
import culturalalien.scoring.ModelBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way from a corpus to a bundle with its card, on a corpus of two small worlds. */
class TrainCommandTest {

  private static final List<String> SEA =
      List.of("sea", "boat", "harbour", "storm", "gull", "mast");
  private static final List<String> CITY =
      List.of("street", "lamp", "tram", "crowd", "shop", "nude");

  private static Path corpus(Path folder) throws IOException {
    Random random = new Random(1);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      List<String> world = i % 2 == 0 ? SEA : CITY;
      List<String> concepts =
          random.ints(0, 6).distinct().limit(3).mapToObj(c -> '"' + world.get(c) + '"').toList();
      lines.add(
          String.format(
              "{\"artwork\":\"A%d\",\"artists\":[\"Artist %d\"],\"concepts\":%s}",
              i, i % 10, concepts));
    }
    lines.add("{\"artwork\":");
    return Files.write(folder.resolve("corpus.jsonl"), lines);
  }

  private static int train(Path corpus, Path out, String... more) {
    return Main.run(args(corpus, out, more));
  }

  private static String[] args(Path corpus, Path out, String... more) {
    List<String> args = new ArrayList<>();
    args.addAll(List.of("train", "--corpus", corpus.toString(), "--out", out.toString()));
    args.addAll(List.of("--width", "16", "--layers", "1", "--heads", "2", "--batch", "16"));
    args.addAll(List.of("--steps", "40", "--context-steps", "20", "--evaluate-every", "20"));
    args.addAll(List.of("--warmup", "5", "--learning-rate", "0.01"));
    args.addAll(List.of(more));
    if (!args.contains("--held-out")) {
      args.addAll(List.of("--held-out", "0.2"));
    }
    return args.toArray(String[]::new);
  }

  @Test
  void trainMakesABundleWithItsCard(@TempDir Path folder) throws IOException {
    Path out = folder.resolve("worlds");
    Path corpus = corpus(folder);
    Files.writeString(folder.resolve("corpus.kinds.tsv"), "storm\tnature\n");
    assertEquals(0, train(corpus, out));
    ModelBundle bundle = ModelBundle.read(out);
    Vocabulary words = bundle.vocabulary();
    assertEquals("nature", words.kind(words.number("storm")));
    assertEquals("", words.kind(words.number("street")));
    assertEquals(12, bundle.vocabulary().size());
    assertEquals(10, bundle.artists().names().size());
    assertEquals(Set.of("explicit"), bundle.vocabulary().marks(bundle.vocabulary().number("nude")));
    String card = Files.readString(out.resolve("MODEL_CARD.md"));
    assertTrue(card.startsWith("# worlds\n"), card);
    assertTrue(card.contains("| artworks | 300 |"), card);
    assertTrue(card.contains("| cas |") && card.contains("| random |"), card);
    assertEquals(900, ImageIO.read(out.resolve("curves.png").toFile()).getWidth());
  }

  @Test
  void theEndTokenAsAConceptIsToldBeforeTrainingAndCostsItsLineAlone(@TempDir Path folder)
      throws IOException {
    Path corpus = corpus(folder);
    String line = "{\"artwork\":\"B1\",\"artists\":[],\"concepts\":[\"sea\",\"<|endoftext|>\"]}\n";
    Files.writeString(corpus, "\uFEFF" + line + Files.readString(corpus));
    Path out = folder.resolve("worlds");
    Ran ran = Ran.of("", args(corpus, out));
    assertEquals(0, ran.code(), ran.err());
    assertEquals(12, ModelBundle.readVocabulary(out).size());
    List<String> told = ran.err().lines().toList();
    assertEquals(
        "culturalalien: skipped corpus.jsonl:1: \"concepts\" names \"<|endoftext|>\", which the"
            + " models keep for themselves; call the concept otherwise",
        told.get(0));
    assertTrue(told.get(2).startsWith("culturalalien: skipped 2 lines"), told.get(2));
  }

  @Test
  void aSharedTrainingEndsAsOneDoneAlone(@TempDir Path folder) throws IOException {
    Path corpus = corpus(folder);
    Path alone = folder.resolve("alone");
    Path shared = folder.resolve("shared");
    assertEquals(0, train(corpus, alone));
    assertEquals(0, train(corpus, shared, "--only", "context"));
    assertTrue(Files.notExists(shared.resolve("vocabulary.txt")));
    assertEquals(0, train(corpus, shared));
    assertArrayEquals(
        Files.readAllBytes(alone.resolve("context/model.safetensors")),
        Files.readAllBytes(shared.resolve("context/model.safetensors")));
    assertArrayEquals(
        Files.readAllBytes(alone.resolve("coherence/model.safetensors")),
        Files.readAllBytes(shared.resolve("coherence/model.safetensors")));
  }

  @Test
  void artistsCanBeLearntAnewAlone(@TempDir Path folder) throws IOException {
    Path corpus = corpus(folder);
    Path out = folder.resolve("worlds");
    assertEquals(0, train(corpus, out));
    byte[] artists = Files.readAllBytes(out.resolve("artists.safetensors"));
    byte[] model = Files.readAllBytes(out.resolve("coherence/model.safetensors"));
    Files.delete(out.resolve("artists.safetensors"));
    Files.delete(out.resolve("artists.txt"));
    assertTrue(ModelBundle.read(out).artists().isEmpty());
    assertEquals(0, train(corpus, out, "--only", "artists"));
    assertArrayEquals(artists, Files.readAllBytes(out.resolve("artists.safetensors")));
    assertArrayEquals(model, Files.readAllBytes(out.resolve("coherence/model.safetensors")));
    var known = ModelBundle.read(out).artists();
    // Artists of even numbers painted the sea, the others the city.
    int[] city = {ModelBundle.readVocabulary(out).number("tram")};
    for (var maker : known.nearest(city, 3)) {
      assertTrue(Set.of("1", "3", "5", "7", "9").contains(maker.name().substring(7)), maker.name());
    }
  }

  @Test
  void trainingCanStartFromAPretrainedModel(@TempDir Path folder) throws IOException {
    Path out = folder.resolve("tuned");
    String pretrained = "src/test/resources/gpt2/pretrained";
    assertEquals(0, train(corpus(folder), out, "--init", pretrained, "--positions", "16"));
    assertEquals(8, ModelBundle.read(out).coherence().config().width());
  }

  @Test
  void badOptionsAreRefusedBeforeAnythingIsWritten(@TempDir Path folder) throws IOException {
    Path out = folder.resolve("none");
    assertEquals(1, train(corpus(folder), out, "--only", "both"));
    assertEquals(1, train(corpus(folder), out, "--held-out", "1.5"));
    assertEquals(1, train(folder.resolve("missing.jsonl"), out));
    assertEquals(1, train(corpus(folder), out, "--kinds", folder.resolve("none.tsv").toString()));
    assertTrue(Files.notExists(out));
  }
}
