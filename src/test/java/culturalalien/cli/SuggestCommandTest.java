package culturalalien.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import culturalalien.gpt2.Safetensors.Precision;
import culturalalien.scoring.TinyBundle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Many pools, whole ideas and lifts, as they are typed, on tiny models. */
class SuggestCommandTest {

  @TempDir static Path models;
  @TempDir static Path unknown;

  @BeforeAll
  static void writeModels() throws IOException {
    TinyBundle.withArtists().write(models, Precision.F32);
    TinyBundle.make().write(unknown, Precision.F32);
  }

  private static Ran on(Path folder, String input, String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--models", folder.toString()));
    return Ran.of(input, all.toArray(String[]::new));
  }

  private static Ran suggest(String input, String... args) {
    List<String> all = new ArrayList<>(List.of("suggest"));
    all.addAll(List.of(args));
    return on(models, input, all.toArray(String[]::new));
  }

  private static Ran piped(String input, String... more) {
    List<String> all = new ArrayList<>(List.of("--pools", "-"));
    all.addAll(List.of(more));
    return suggest(input, all.toArray(String[]::new));
  }

  private static List<String> concepts(JsonNode line) {
    List<String> concepts = new ArrayList<>();
    line.path("suggestions").forEach(one -> concepts.add(one.path("concept").asText()));
    return concepts;
  }

  // ---- Many pools

  @Test
  void eachPoolGetsItsLineWithItsOwnSeed() {
    Ran ran =
        piped(
            "{\"pool\":[\"sea\",\"Horse\"],\"seed\":7}\n{\"pool\":[],\"seed\":-3,\"id\":1}\n",
            "--count",
            "4");
    assertEquals(0, ran.code(), ran.err());
    assertEquals("", ran.err());
    List<JsonNode> lines = ran.json();
    assertEquals(2, lines.size());
    assertEquals("[\"sea\",\"Horse\"]", lines.get(0).path("pool").toString());
    assertEquals(7, lines.get(0).path("seed").asLong());
    assertEquals(-3, lines.get(1).path("seed").asLong());
    assertEquals(4, concepts(lines.get(0)).size());
    assertFalse(concepts(lines.get(0)).contains("horse"));
    for (JsonNode one : lines.get(0).path("suggestions")) {
      assertTrue(one.path("coherence").isNumber() && one.path("typicality").isNumber());
      double share = one.path("share").asDouble(-1);
      assertTrue(share >= 0 && share <= 1, one.toString());
    }
  }

  @Test
  void aLineIsAnsweredAsThePoolByItself() {
    JsonNode line = piped("{\"pool\":[\"sea\",\"boat\"],\"seed\":7}\n").json().get(0);
    List<JsonNode> alone = suggest("", "--pool", "sea,boat", "--seed", "7", "--json").json();
    assertEquals(alone.stream().map(l -> l.path("concept").asText()).toList(), concepts(line));
    assertEquals(alone.get(0).path("coherence"), line.path("suggestions").get(0).path("coherence"));
    assertEquals(alone.get(0).path("share"), line.path("suggestions").get(0).path("share"));
  }

  @Test
  void aLineWithoutASeedHasThatOfTheCommand() {
    List<JsonNode> lines = piped("{\"pool\":[]}\n{\"pool\":[],\"seed\":9}\n", "--seed", "9").json();
    assertEquals(9, lines.get(0).path("seed").asLong());
    assertEquals(lines.get(0), lines.get(1));
    JsonNode byChance = piped("{\"pool\":[\"sea\"]}\n").json().get(0);
    String again = "{\"pool\":[\"sea\"],\"seed\":" + byChance.path("seed") + "}\n";
    assertEquals(byChance, piped(again).json().get(0));
  }

  @Test
  void blankLinesAndAByteOrderMarkCostNothing() {
    Ran ran = piped("\uFEFF{\"pool\":[\"sea\"],\"seed\":1}\n\n  \n{\"pool\":[\"hat\"],\"seed\":2}");
    assertEquals(0, ran.code(), ran.err());
    assertEquals(2, ran.json().size());
    assertEquals("", ran.err());
    assertEquals("[\"sea\"]", ran.json().get(0).path("pool").toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"pool":                    | its JSON is damaged
          {"pool":"sea"}              | "pool" is "sea", must be a list of names
          {"pools":["sea"]}           | "pool" is missing, must be a list of names
          ["sea"]                     | "pool" is missing, must be a list of names
          {"pool":[3]}                | "pool" holds 3, must hold names in quotes
          {"pool":[]} {"pool":[]}     | it goes on behind its JSON object; write one a line
          {"pool":[],"seed":"7"}      | "seed" is "7", must be SEED
          {"pool":[],"seed":7.5}      | "seed" is 7.5, must be SEED
          {"pool":[],"seed":null}     | "seed" is null, must be SEED
          {"pool":[],"seed":18446744073709551616} | "seed" is 18446744073709551616, must be SEED
          """)
  void aBadLineIsNamedWithWhatIsWrongAndTheOthersAreAnswered(String line, String reason) {
    Ran ran =
        piped("{\"pool\":[\"sea\"],\"seed\":1}\n\n" + line + "\n{\"pool\":[\"hat\"],\"seed\":2}\n");
    assertEquals(1, ran.code());
    assertEquals(2, ran.json().size(), ran.out());
    String seed = "a whole number without quotes, from -9223372036854775808 to 9223372036854775807";
    assertEquals(
        "culturalalien: line 3 of standard input is skipped: "
            + reason.replace("SEED", seed)
            + "; a line is like {\"pool\":[\"sea\",\"horse\"],\"seed\":7}\n",
        ran.err());
  }

  @Test
  void linesThatAreNoTextAreNamedAndCounted(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("pools.jsonl");
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes("{\"pool\":[\"sea\"],\"seed\":1}\r\n".getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(new byte[] {'{', (byte) 0xE9, '}', '\r', '\n', 'a', 0, '\r', '\n'});
    bytes.writeBytes("{\"pool\":[\"hat\"],\"seed\":2}".getBytes(StandardCharsets.UTF_8));
    Files.write(file, bytes.toByteArray());
    Ran ran = suggest("", "--pools", file.toString());
    assertEquals(1, ran.code());
    assertEquals(2, ran.json().size(), ran.out());
    List<String> told = ran.err().lines().toList();
    assertEquals(3, told.size(), ran.err());
    assertTrue(
        told.get(0)
            .startsWith("culturalalien: line 2 of pools.jsonl is skipped: it is not UTF-8 text; "));
    assertTrue(
        told.get(1).startsWith("culturalalien: line 3 of pools.jsonl is skipped: it holds NUL"));
    assertEquals("culturalalien: 2 lines of pools.jsonl were skipped", told.get(2));
  }

  @Test
  void unknownNamesAreToldOnceAndTheRestIsAnswered() {
    String line = "{\"pool\":[\"sea\",\"montain\"],\"seed\":1}\n";
    Ran ran = piped(line + line + "{\"pool\":[\"sea\"],\"seed\":1}\n");
    assertEquals(0, ran.code());
    assertEquals(3, ran.json().size());
    assertEquals(concepts(ran.json().get(2)), concepts(ran.json().get(0)));
    assertEquals(1, ran.err().lines().count(), ran.err());
    assertTrue(
        ran.err().contains("\"montain\" is not in the vocabulary; the nearest are mountain"));
  }

  @Test
  void poolsMayComeFromAFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("pools.jsonl");
    Files.writeString(file, "{\"pool\":[\"sea\"],\"seed\":1}\n");
    Ran ran = suggest("", "--pools", file.toString());
    assertEquals(0, ran.code(), ran.err());
    assertEquals(piped("{\"pool\":[\"sea\"],\"seed\":1}\n").out(), ran.out());
    Ran missing = suggest("", "--pools", folder.resolve("none").toString());
    assertEquals(1, missing.code());
    assertEquals(
        "culturalalien: " + folder.resolve("none") + " cannot be read; give a file of JSON lines\n",
        missing.err());
  }

  @Test
  void whereArtistsAreNotKnownAShareIsNull() {
    Ran ran = on(unknown, "{\"pool\":[\"sea\"],\"seed\":1}\n", "suggest", "--pools", "-");
    assertTrue(ran.json().get(0).path("suggestions").get(0).path("share").isNull());
  }

  @Test
  void poolsGoWithNeitherAPoolNorSets() {
    for (String[] more : new String[][] {{"--pool", "sea"}, {"--sets", "3"}}) {
      Ran ran = piped("{\"pool\":[]}\n", more);
      assertEquals(1, ran.code());
      assertEquals(
          "culturalalien: --pools goes with neither --pool nor --sets; each line of its file is a"
              + " pool\n",
          ran.err());
    }
  }

  @Test
  void aWrongOptionIsToldAsItIsAndNotAsABadLine() {
    Ran beta = piped("{\"pool\":[]}\n{\"pool\":[]}\n", "--beta", "7");
    assertEquals(1, beta.code());
    assertEquals("culturalalien: beta is 7.0, must be from 0 to 1\n", beta.err());
    Ran strategy = piped("{\"pool\":[]}\n", "--strategy", "magic");
    assertTrue(strategy.err().startsWith("culturalalien: strategy is \"magic\""), strategy.err());
    Ran kinds = piped("{\"pool\":[]}\n", "--kinds", "animals");
    assertTrue(kinds.err().contains("\"animals\" is no kind of concept"), kinds.err());
  }

  // ---- Whole ideas

  @Test
  void ideasShareNoConceptAndRepeatThemselvesForASeed() {
    String[] args = {"--sets", "3", "--count", "4", "--seed", "2", "--json"};
    Ran ran = suggest("", args);
    assertEquals(0, ran.code(), ran.err());
    assertEquals(ran.out(), suggest("", args).out());
    Set<String> seen = new HashSet<>();
    for (JsonNode line : ran.json()) {
      assertEquals(3, line.path("concepts").size());
      line.path("concepts").forEach(concept -> assertTrue(seen.add(concept.asText())));
      assertTrue(line.path("coherence").isNumber() && line.path("typicality").isNumber());
      assertTrue(line.path("artists").asDouble(-1) >= 0, line.toString());
    }
    assertTrue(ran.json().size() >= 3, ran.out());
    assertFalse(seen.contains("war"), "what is left out by default");
    assertTrue(
        on(unknown, "", "suggest", "--sets", "2", "--json").json().get(0).path("artists").isNull());
  }

  @Test
  void forPeopleIdeasAreATable() {
    Ran ran = suggest("", "--sets", "2", "--count", "2", "--seed", "2");
    List<String> lines = ran.out().lines().toList();
    assertEquals(3, lines.size(), ran.out());
    assertTrue(lines.get(0).endsWith("artists  idea"), lines.get(0));
    assertTrue(lines.get(1).matches(" *[+-]\\d.*  [a-z ]+, [a-z ]+"), lines.get(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, 7})
  void anIdeaOfAnotherSizeIsRefusedWithItsRange(int size) {
    Ran ran = suggest("", "--sets", "" + size);
    assertEquals(1, ran.code());
    assertEquals("culturalalien: size is " + size + ", must be from 2 to 6\n", ran.err());
    assertEquals("", ran.out());
  }

  @Test
  void ideasBeginFromNothingAndTheirNumberHasARange() {
    assertEquals(
        "culturalalien: --sets begins from nothing; leave out --pool, or leave out --sets\n",
        suggest("", "--sets", "3", "--pool", "sea").err());
    assertEquals(
        "culturalalien: count is 1001, must be from 1 to 1000\n",
        suggest("", "--sets", "3", "--count", "1001").err());
  }

  @Test
  void whoTellsWhatIsUsualIsNamedOrRefused() {
    String[] pool = {"--pool", "sea", "--beta", "1", "--seed", "1"};
    String artists = suggest("", pool).out();
    List<String> byContext = new ArrayList<>(List.of(pool));
    byContext.addAll(List.of("--typicality", "context"));
    assertFalse(artists.equals(suggest("", byContext.toArray(String[]::new)).out()));
    assertEquals(
        "culturalalien: typicality is by \"critics\", must be by context or artists\n",
        suggest("", "--typicality", "critics").err());
  }

  // ---- Lifts

  @Test
  void scoreTellsHowMuchLikelierASetIsThanItsConceptsAlone() {
    String sets =
        "{\"concepts\":[\"sea\",\"boat\"]}\n{\"concepts\":[\"sea\"]}\n{\"concepts\":[\"boat\"]}\n"
            + "{\"concepts\":[\"qwxz\"]}\n";
    List<JsonNode> lines = on(models, sets, "score").json();
    for (String model : List.of("coherence", "context")) {
      double alone =
          (lines.get(1).path(model + "_nll").asDouble()
                  + lines.get(2).path(model + "_nll").asDouble())
              / 2;
      double lift = lines.get(0).path(model + "_lift").asDouble();
      assertEquals(alone - lines.get(0).path(model + "_nll").asDouble(), lift, 1e-5);
      assertTrue(Math.abs(lift) > 1e-4, lift + "");
      assertEquals(0, lines.get(1).path(model + "_lift").asDouble(), 1e-5);
      assertTrue(lines.get(3).path(model + "_lift").isNull());
    }
  }
}
