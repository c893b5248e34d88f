package culturalalien.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import culturalalien.gpt2.Safetensors.Precision;
import culturalalien.scoring.TinyBundle;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as they are typed, on tiny models. */
class CommandsTest {

  @TempDir static Path models;

  @BeforeAll
  static void writeModels() throws IOException {
    TinyBundle.make().write(models, Precision.F32);
  }

  private static Ran onModels(String input, String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--models", models.toString()));
    return Ran.of(input, all.toArray(String[]::new));
  }

  @Test
  void scoreAnswersEveryLineAndWritesNothingElse() {
    Ran ran =
        onModels(
            "{\"concepts\":[\"sea\",\"boat\"]}\n\n{\"concepts\":[\"dream\"],\"artwork\":\"A1\"}\n",
            "score");
    assertEquals(0, ran.code(), ran.err());
    List<JsonNode> lines = ran.json();
    assertEquals(2, lines.size());
    assertEquals("[\"sea\",\"boat\"]", lines.get(0).path("concepts").toString());
    assertEquals("[]", lines.get(0).path("unknown").toString());
    // Random models of 16 concepts are near chance, ln 16.
    assertEquals(Math.log(16), lines.get(0).path("coherence_nll").asDouble(), 0.3);
    assertEquals(Math.log(16), lines.get(1).path("context_nll").asDouble(), 0.3);
    assertEquals("", ran.err());
  }

  @Test
  void scoreNamesUnknownConceptsWithTheNearestAndScoresTheRest() {
    Ran ran =
        onModels(
            "{\"concepts\":[\"sea\",\"montain\",\"boat\"]}\n{\"concepts\":[\"qwxz\"]}\n", "score");
    List<JsonNode> lines = ran.json();
    assertEquals("[\"montain\"]", lines.get(0).path("unknown").toString());
    Ran without = onModels("{\"concepts\":[\"sea\",\"boat\"]}\n", "score");
    assertEquals(without.json().get(0).path("coherence_nll"), lines.get(0).path("coherence_nll"));
    assertTrue(lines.get(1).path("coherence_nll").isNull());
    assertTrue(
        ran.err().contains("\"montain\" is not in the vocabulary; the nearest are mountain"));
  }

  @Test
  void orderCountsUnlessAskedNotTo() {
    String input =
        "{\"concepts\":[\"sea\",\"boat\",\"hat\"]}\n{\"concepts\":[\"hat\",\"sea\",\"boat\"]}\n";
    List<JsonNode> ordered = onModels(input, "score").json();
    List<JsonNode> invariant = onModels(input, "score", "--order-invariant").json();
    assertFalse(ordered.get(0).path("coherence_nll").equals(ordered.get(1).path("coherence_nll")));
    assertEquals(
        invariant.get(0).path("coherence_nll").asDouble(),
        invariant.get(1).path("coherence_nll").asDouble(),
        1e-5);
  }

  @Test
  void aDamagedLineIsNamedAndCostsNothingElse(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("sets.jsonl");
    Files.writeString(file, "{\"concepts\":[\"sea\"]}\n{\"concepts\":\n{\"concepts\":[\"hat\"]}\n");
    Ran ran = onModels("", "score", file.toString());
    assertEquals(1, ran.code());
    assertEquals(2, ran.json().size());
    assertTrue(ran.err().contains("line 2 of sets.jsonl is skipped"), ran.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void scoreReadsTheFirstLineBehindAByteOrderMark(String charset, @TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("sets.jsonl");
    String text = "\uFEFF{\"concepts\":[\"sea\"]}\r\n{\"concepts\":[\"hat\"]}\r\n";
    Files.write(file, text.getBytes(Charset.forName(charset)));
    Ran ran = onModels("", "score", file.toString());
    assertEquals(0, ran.code(), ran.err());
    assertEquals(2, ran.json().size());
    assertEquals("[\"sea\"]", ran.json().get(0).path("concepts").toString());
  }

  @Test
  void scoreTellsOfASecondObjectInALine() {
    Ran ran =
        onModels(
            "{\"concepts\":[\"sea\"]} {\"concepts\":[\"hat\"]}\n{\"concepts\":[\"hat\"]}", "score");
    assertEquals(1, ran.code());
    assertEquals(1, ran.json().size());
    assertEquals(
        "culturalalien: line 1 of standard input is skipped: it goes on behind its JSON object;"
            + " write one a line; a line is like {\"concepts\":[\"sea\",\"horse\"]}\n",
        ran.err());
  }

  @Test
  void scoreFindsNamesInDecomposedLetters() {
    Ran ran = onModels("{\"concepts\":[\"se\u0301a\"]}", "score");
    // No concept has that accent; it is found without.
    assertEquals("[\"sea\"]", ran.json().get(0).path("concepts").toString());
  }

  @Test
  void suggestRepeatsItselfForASeedAndLeavesThePoolOut() {
    String[] args = {"suggest", "--pool", "sea,boat", "--count", "5", "--seed", "1", "--json"};
    Ran first = onModels("", args);
    assertEquals(0, first.code(), first.err());
    assertEquals(5, first.json().size());
    assertEquals(first.out(), onModels("", args).out());
    for (JsonNode line : first.json()) {
      assertFalse(List.of("sea", "boat").contains(line.path("concept").asText()));
      assertTrue(line.has("coherence_nll") && line.has("context_nll") && line.has("score"));
    }
    double best = first.json().get(0).path("score").asDouble();
    assertTrue(best >= first.json().get(4).path("score").asDouble());
  }

  @Test
  void everyStrategyAnswers() {
    for (String strategy : culturalalien.sampling.Strategies.names()) {
      Ran ran = onModels("", "suggest", "--strategy", strategy, "--seed", "2", "--json");
      assertEquals(0, ran.code(), strategy + ": " + ran.err());
      assertEquals(10, ran.json().size(), strategy);
    }
  }

  @Test
  void badOptionsAreOneSentenceWithTheLegalRange() {
    Ran beta = onModels("", "suggest", "--beta", "2");
    assertEquals(1, beta.code());
    assertEquals("culturalalien: beta is 2.0, must be from 0 to 1\n", beta.err());
    Ran count = onModels("", "suggest", "--count", "0");
    assertTrue(count.err().contains("--count is 0, must be at least 1"), count.err());
    Ran strategy = onModels("", "suggest", "--strategy", "magic");
    assertTrue(strategy.err().contains("cas-z"), strategy.err());
    assertEquals(2, Ran.of("", "sugest").code());
    assertEquals("", beta.out() + count.out() + strategy.out());
  }

  @Test
  void kindsLimitWhatIsSuggestedAndMarksAreLeftOutUnlessWanted() {
    assertEquals(
        Set.of("castle", "tower", "face"),
        Set.copyOf(suggested("--kinds", "Architecture,people", "--count", "16")));
    List<String> few = suggested("--avoid-kinds", "nature,transport", "--count", "16");
    assertEquals(Set.of("castle", "tower", "face", "hat", "mirror", "dream"), Set.copyOf(few));
    assertEquals(14, suggested("--count", "16").size());
    assertEquals(16, suggested("--everything", "--count", "16").size());
    assertEquals(14, suggested("--everything", "--classroom", "--count", "16").size());
  }

  private static List<String> suggested(String... options) {
    List<String> args = new ArrayList<>(List.of("suggest", "--strategy", "random", "--json"));
    args.addAll(List.of(options));
    Ran ran = onModels("", args.toArray(String[]::new));
    assertEquals(0, ran.code(), ran.err());
    return ran.json().stream().map(line -> line.path("concept").asText()).toList();
  }

  @Test
  void kindsThatAreNoneOrLeaveNothingAreOneSentence() {
    Ran unknown = onModels("", "suggest", "--kinds", "animals");
    assertEquals(1, unknown.code());
    assertEquals(
        "culturalalien: \"animals\" is no kind of concept; the kinds are nature, architecture,"
            + " objects, people, transport, emotions and ideas, society\n",
        unknown.err());
    Ran empty = onModels("", "steps", "--kinds", "society");
    assertEquals("culturalalien: no concept would be left of society\n", empty.err());
  }

  @Test
  void missingModelsAreOneSentence(@TempDir Path folder) {
    Ran ran = Ran.of("", "suggest", "--models", folder.resolve("x").toString());
    assertEquals(1, ran.code());
    assertTrue(ran.err().startsWith("culturalalien: there is no model folder"), ran.err());
    assertEquals(1, ran.err().lines().count());
  }

  @Test
  void aContactSheetThatCannotBeWrittenIsOneSentenceAndTheWorksAreThere(@TempDir Path out)
      throws IOException {
    Files.createDirectories(out.resolve("contact-sheet.png/in-the-way"));
    Ran ran =
        onModels(
            "", "run", "--works", "1", "--size", "32", "--pool", "sea", "--out", out.toString());
    assertEquals(1, ran.code());
    assertTrue(
        ran.err().startsWith("culturalalien: the contact sheet cannot be written: "), ran.err());
    assertTrue(
        ran.err().endsWith("; the works themselves are in " + out.resolve("works") + "\n"),
        ran.err());
    assertEquals(1, ran.err().lines().count());
    assertTrue(Files.exists(out.resolve("works/000001.png")));
  }

  @Test
  void aRunMakesWorksAndPutsThemOnAContactSheet(@TempDir Path out) throws IOException {
    String[] run = {
      "run", "--works", "2", "--size", "32", "--pool", "sea", "--out", out.toString()
    };
    Ran first = onModels("", run);
    assertEquals(0, first.code(), first.err());
    assertEquals(2, first.out().lines().filter(line -> line.contains("novelty")).count());
    assertEquals(1, first.out().lines().filter(line -> line.contains(" works in ")).count());
    assertTrue(Files.exists(out.resolve("works/000002.png")));
    assertTrue(ImageIO.read(out.resolve("contact-sheet.png").toFile()).getWidth() > 600);
    Ran second = onModels("", run);
    assertTrue(second.out().contains("goes on after"), second.out());
    assertTrue(second.out().contains("   4  "), second.out());
  }

  @Test
  void aRunWithUnknownPartsNamesTheKnownOnes() {
    Ran ran = onModels("", "run", "--generator", "dall-e");
    assertEquals(1, ran.code());
    assertTrue(ran.err().contains("\"dall-e\"") && ran.err().contains("painter"), ran.err());
    assertTrue(onModels("", "run", "--works", "0").err().contains("at least 1"));
    assertTrue(onModels("", "run", "--size", "5").err().contains("from 16 to 4096"));
    assertTrue(onModels("", "run", "--period", "1").err().contains("0 or from 2 to 1000"));
  }

  @Test
  void aRunGrowsThePoolStepByStep() {
    Ran ran = onModels("", "steps", "--pool", "sea", "--steps", "4", "--seed", "3");
    assertEquals(0, ran.code(), ran.err());
    assertEquals(4, ran.out().lines().filter(line -> line.startsWith("+ ")).count());
    String pool = ran.out().lines().filter(line -> line.startsWith("the pool: ")).findFirst().get();
    assertEquals(5, pool.split(", ").length);
    assertTrue(pool.startsWith("the pool: sea, "), pool);
  }

  @Test
  void aWordOutsideThePoolIsNamedAndTheRunGoesOn() {
    Ran ran = onModels("", "steps", "--pool", "sea,bot", "--steps", "1");
    assertEquals(0, ran.code());
    assertTrue(ran.err().contains("\"bot\""), ran.err());
    assertTrue(ran.out().contains("starting from sea"), ran.out());
  }
}
