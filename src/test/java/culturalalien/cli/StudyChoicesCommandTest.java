package culturalalien.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.gpt2.Checkpoint;
import culturalalien.gpt2.Safetensors.Precision;
import culturalalien.sampling.Vocabulary;
import culturalalien.scoring.ModelBundle;
import culturalalien.scoring.TinyBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command as it is typed, on a small corpus and tiny models. */
class StudyChoicesCommandTest {

  @TempDir static Path folder;
  private static Path models;
  private static Path corpus;

  @BeforeAll
  static void write() throws IOException {
    models = folder.resolve("models");
    TinyBundle.withArtists().write(models, Precision.F32);
    corpus = corpus("corpus.jsonl", 5);
  }

  /** Works of ten artists with so many concepts each. */
  private static Path corpus(String name, int concepts) throws IOException {
    Random random = new Random(1);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      List<String> names =
          random
              .ints(0, TinyBundle.NAMES.size())
              .distinct()
              .limit(concepts)
              .mapToObj(c -> '"' + TinyBundle.NAMES.get(c) + '"')
              .toList();
      lines.add(
          "{\"artwork\":\"A%d\",\"artists\":[\"Artist %d\"],\"concepts\":%s}"
              .formatted(i, i % 10, names));
    }
    return Files.write(folder.resolve(name), lines);
  }

  private static Ran run(String... more) {
    List<String> args = new ArrayList<>(List.of("study", "choices"));
    args.addAll(List.of("--models", models.toString(), "--device", "cpu"));
    List<String> given = List.of(more);
    if (!given.contains("--corpus")) {
      args.addAll(List.of("--corpus", corpus.toString()));
    }
    if (!given.contains("--judge")) {
      args.addAll(List.of("--judge", models.toString()));
    }
    if (!given.contains("--pools")) {
      args.addAll(List.of("--pools", "6"));
    }
    if (!given.contains("--held-out")) {
      args.addAll(List.of("--held-out", "0.3"));
    }
    args.addAll(given);
    return Ran.of("", args.toArray(String[]::new));
  }

  private static List<String> rows(String table) {
    return table.lines().filter(line -> line.startsWith("| ")).skip(1).toList();
  }

  @Test
  void everyRuleStandsBesideWhatTheRealWorksShow() {
    Ran ran = run("--ideas", "0");
    assertEquals(0, ran.code(), ran.err());
    assertTrue(ran.err().contains("6 pools of them"), ran.err());
    List<String> names = rows(ran.out()).stream().map(row -> row.split("\\|")[1].strip()).toList();
    assertEquals(
        List.of(
            "**real** (the work's own)",
            "random",
            "temperature 1",
            "coherence",
            "published",
            "cas-orders",
            "cas, β 0.0",
            "cas, β 0.25",
            "cas",
            "cas, β 0.75",
            "cas, β 1.0",
            "cas by the context model"),
        names);
    for (String row : rows(ran.out())) {
      assertEquals(10, row.split("\\|").length, row);
      assertFalse(row.contains("NaN"), row);
    }
  }

  @Test
  void wholeIdeasStandBesidePoolsThatGrewAndAreListed() {
    Ran ran = run("--ideas", "3", "--pools", "2");
    assertEquals(0, ran.code(), ran.err());
    assertTrue(ran.out().contains("| whole ideas |"), ran.out());
    assertTrue(ran.out().contains("| cas, step by step |"), ran.out());
    assertTrue(ran.out().contains("| published, step by step |"), ran.out());
    List<String> listed = ran.out().lines().filter(line -> line.startsWith("- ")).toList();
    assertEquals(3, listed.size(), ran.out());
    for (String idea : listed) {
      assertTrue(TinyBundle.NAMES.containsAll(List.of(idea.substring(2).split(", "))), idea);
    }
  }

  @Test
  void theSameSeedGivesTheSameTableAndAnotherAnother() {
    assertEquals(run("--ideas", "0").out(), run("--ideas", "0").out());
    assertFalse(run("--ideas", "0").out().equals(run("--ideas", "0", "--seed", "2").out()));
  }

  @Test
  void modelsOfHalfOfTheArtistsAreJudgedByTheOtherHalf() {
    Ran ran = run("--ideas", "0", "--artists", "1");
    assertEquals(0, ran.code(), ran.err());
    // Seven tenths of the hundred works of the other five artists.
    assertTrue(ran.err().matches("(?s).*counted on [67]\\d works.*"), ran.err());
  }

  @Test
  void aJudgeOfOtherConceptsIsRefused(@TempDir Path other) throws IOException {
    ModelBundle bundle = TinyBundle.make();
    List<String> names = new ArrayList<>(TinyBundle.NAMES);
    Collections.reverse(names);
    List<String> tokens = new ArrayList<>(names);
    tokens.add(Checkpoint.END);
    new ModelBundle(
            new Vocabulary(names, Collections.nCopies(names.size(), Set.of())),
            Checkpoint.random(bundle.coherence().config(), tokens, 1),
            Checkpoint.random(bundle.context().config(), tokens, 2),
            bundle.vectors())
        .write(other, Precision.F32);
    Ran ran = run("--judge", other.toString());
    assertEquals(1, ran.code());
    assertEquals(
        "culturalalien: "
            + other
            + " has another vocabulary than the models that choose; train both on one corpus\n",
        ran.err());
    assertEquals("", ran.out());
  }

  @Test
  void missingFilesAreOneSentence() {
    Ran judge = run("--judge", folder.resolve("nobody").toString());
    assertEquals(1, judge.code());
    assertTrue(
        judge.err().startsWith("culturalalien: there are no models to judge in"), judge.err());
    Ran missing = run("--corpus", folder.resolve("none.jsonl").toString());
    assertEquals(1, missing.code());
    assertTrue(missing.err().contains("none.jsonl"), missing.err());
    assertEquals(1, missing.err().lines().count());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --pools         | 0    | --pools is 0, must be at least 1
          --artists       | 3    | the half is 3, must be 1 or 2
          --judge-artists | 0    | the half is 0, must be 1 or 2
          --ideas         | -1   | --ideas is -1, must be from 0 to 1000
          --ideas         | 1001 | --ideas is 1001, must be from 0 to 1000
          """)
  void aNumberOutOfRangeIsNamedBeforeAnythingIsAsked(String option, String value, String sentence) {
    Ran ran = run(option, value);
    assertEquals(1, ran.code());
    assertEquals("culturalalien: " + sentence + "\n", ran.err());
    assertEquals("", ran.out());
  }

  @Test
  void aCorpusOfWhichNoWorkGivesAPoolIsOneSentence() throws IOException {
    Ran ran = run("--corpus", corpus("few.jsonl", 3).toString());
    assertEquals(1, ran.code(), ran.out());
    assertEquals(
        "culturalalien: no work that training did not see has 4 known concepts and a known artist;"
            + " give a larger corpus or a larger --held-out\n",
        ran.err());
  }
}
