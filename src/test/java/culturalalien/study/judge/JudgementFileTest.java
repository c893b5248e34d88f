package culturalalien.study.judge;

import static culturalalien.study.judge.Exhibited.judgement;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.study.judge.Judgement.Answer;
import culturalalien.study.judge.Judgement.Shown;
import culturalalien.study.judge.Line.Withdrawal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgementFileTest {

  @TempDir Path folder;

  private Path path;

  @BeforeEach
  void name() {
    path = folder.resolve("new").resolve("judgements.jsonl");
  }

  private static Withdrawal withdrawal(String id) {
    return new Withdrawal(id, "somebody", "2026-01-01T00:00:01Z");
  }

  private void write(String... ids) throws IOException {
    try (JudgementFile file = JudgementFile.open(path)) {
      for (String id : ids) {
        var unused = file.add(judgement(id));
      }
    }
  }

  private static boolean counts(JudgementFile file, String id) throws IOException {
    return file.add(judgement(id)).joined().isPresent();
  }

  private static List<Judgement> judgements(String... ids) {
    return Arrays.stream(ids).map(Exhibited::judgement).toList();
  }

  @Test
  void whatWasAnsweredIsReadAgainInOrder() throws IOException {
    write("b", "a");
    write("c");
    assertEquals(judgements("b", "a", "c"), JudgementFile.read(path));
    assertEquals(
        "{\"id\":\"b\",\"judge\":\"somebody\",\"time\":\"2026-01-01T00:00:00Z\","
            + "\"question\":\"originality\",\"left\":{\"condition\":\"cas\",\"item\":\"b\"},"
            + "\"right\":{\"condition\":\"random\",\"item\":\"2\"},\"answer\":\"LEFT\","
            + "\"seconds\":2.5}",
        Files.readAllLines(path).get(0));
  }

  @Test
  void anAnswerSentTwiceCountsOnceAlsoAfterARestart() throws IOException {
    write("a", "b", "a");
    write("b");
    assertEquals(judgements("a", "b"), JudgementFile.read(path));
    assertEquals(2, Files.readAllLines(path).size());
  }

  @Test
  void anAnswerTakenBackCountsNoMoreWhicheverLineStandsFirst() throws IOException {
    try (JudgementFile file = JudgementFile.open(path)) {
      assertTrue(counts(file, "a"));
      assertEquals(judgement("a"), file.withdraw(withdrawal("a")).left().orElseThrow());
      assertTrue(file.withdraw(withdrawal("a")).left().isEmpty());
      assertFalse(counts(file, "a"));
      assertTrue(file.withdraw(withdrawal("b")).left().isEmpty());
      assertFalse(counts(file, "b"));
      assertTrue(counts(file, "c"));
      assertEquals(judgements("c"), file.judgements());
    }
    assertEquals(judgements("c"), JudgementFile.read(path));
    List<String> lines = new ArrayList<>(Files.readAllLines(path));
    assertEquals(
        "{\"withdrawn\":\"a\",\"judge\":\"somebody\",\"time\":\"2026-01-01T00:00:01Z\"}",
        lines.get(1));
    Collections.reverse(lines);
    Files.write(path, lines);
    assertEquals(judgements("c"), JudgementFile.read(path));
  }

  // ---- One answer a judge, pair and question

  private static final Shown ONE = new Shown("cas", "1");
  private static final Shown OTHER = new Shown("random", "1");

  private static Judgement about(String id, String judge, Shown left, Shown right) {
    return judgement(id, judge, new Pair("originality", left, right), Answer.LEFT);
  }

  @Test
  void aLaterAnswerAboutTheSamePairTakesThePlaceOfTheEarlier() throws IOException {
    Judgement first = about("a", "ann", ONE, OTHER);
    Judgement turned = about("b", "ann", OTHER, ONE);
    Judgement bobs = about("c", "bob", ONE, OTHER);
    Pair coherence = new Pair("coherence", ONE, OTHER);
    Judgement otherQuestion = judgement("d", "ann", coherence, Answer.TIE);
    try (JudgementFile file = JudgementFile.open(path)) {
      for (Judgement judgement : List.of(first, bobs, otherQuestion)) {
        assertTrue(file.add(judgement).left().isEmpty());
      }
      assertEquals(first, file.add(turned).left().orElseThrow());
      // Sent again, the earlier stays replaced.
      assertTrue(file.add(first).joined().isEmpty());
      assertEquals(List.of(bobs, otherQuestion, turned), file.judgements());
    }
    assertEquals(List.of(bobs, otherQuestion, turned), JudgementFile.read(path));
  }

  @Test
  void anOlderFileWithTwoAnswersOfAJudgeAboutAPairIsReadAndTheLaterCounts() throws IOException {
    write("a");
    String line = Files.readAllLines(path).get(0);
    Files.writeString(path, line + "\n" + line.replace("\"a\",\"judge", "\"b\",\"judge") + "\n");
    assertEquals(List.of("b"), JudgementFile.read(path).stream().map(Judgement::id).toList());
  }

  @Test
  void anAnswerIsTakenBackByItsOwnJudgeAlone() throws IOException {
    Judgement anns = about("a", "ann", ONE, OTHER);
    try (JudgementFile file = JudgementFile.open(path)) {
      var unused = file.add(anns);
      Withdrawal bobs = new Withdrawal("a", "bob", "2026-01-01T00:00:01Z");
      assertTrue(file.isOfAnother(bobs));
      assertTrue(file.withdraw(bobs).left().isEmpty());
      assertEquals(List.of(anns), file.judgements());
    }
    // Also where such a line stands in an older file.
    assertEquals(2, Files.readAllLines(path).size());
    assertEquals(List.of(anns), JudgementFile.read(path));
    // Whoever edits the file may leave the judge out.
    Files.writeString(path, Files.readString(path) + "{\"withdrawn\":\"a\"}\n");
    assertEquals(List.of(), JudgementFile.read(path));
  }

  @Test
  void theIdOfAnotherJudgesAnswerKeepsNoAnswerOut() throws IOException {
    Judgement anns = about("a", "ann", ONE, OTHER);
    Judgement bobs = about("a", "bob", ONE, OTHER);
    try (JudgementFile file = JudgementFile.open(path)) {
      assertTrue(file.add(anns).joined().isPresent());
      assertTrue(file.add(bobs).joined().isPresent());
      assertEquals(List.of(anns, bobs), file.judgements());
    }
  }

  @Test
  void aTornLastLineIsCutAwayAndTheNextAnswerStandsAlone() throws IOException {
    write("a", "b");
    byte[] whole = Files.readAllBytes(path);
    for (int length = whole.length / 2; length < whole.length; length++) {
      Files.write(path, Arrays.copyOf(whole, length));
      assertEquals(judgements("a"), JudgementFile.read(path));
      write("c");
      assertEquals(judgements("a", "c"), JudgementFile.read(path));
    }
  }

  @Test
  void aSecondWriterIsRefusedWhileAReaderIsNot() throws IOException {
    try (JudgementFile file = JudgementFile.open(path)) {
      assertTrue(counts(file, "a"));
      IOException e = assertThrows(IOException.class, () -> JudgementFile.open(path));
      assertTrue(e.getMessage().endsWith("end that one, or choose another place"), e.getMessage());
      assertEquals(judgements("a"), JudgementFile.read(path));
    }
    JudgementFile.open(path).close();
  }

  @Test
  void aLineThatSomebodySpoiltIsNamed() throws IOException {
    write("a");
    for (String spoilt :
        List.of(
            "{",
            "{\"judge\":\"x\"}",
            Files.readString(path).strip().replace("LEFT", "UP"),
            Files.readString(path).strip().replace("\"answer\":\"LEFT\",", ""))) {
      Files.writeString(path, Files.readAllLines(path).get(0) + "\n" + spoilt + "\n");
      IOException e = assertThrows(IOException.class, () -> JudgementFile.read(path), spoilt);
      assertTrue(e.getMessage().startsWith("line 2 of " + path), e.getMessage());
      assertEquals(1, e.getMessage().lines().count(), e.getMessage());
    }
  }

  /** One of those who write for all fails in a way that nobody foresaw. */
  @Test
  void whatIsAcknowledgedIsWrittenAlsoIfAnotherAnswerMakesNoSense() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());
    Judgement senseless = Exhibited.judgement(null);
    try (JudgementFile file = JudgementFile.open(path)) {
      List<Future<?>> writers = new ArrayList<>();
      for (int t = 0; t < 8; t++) {
        int from = t * 50;
        writers.add(
            threads.submit(
                () -> {
                  for (int n = from; n < from + 50; n++) {
                    try {
                      var unused = file.add(n % 2 == 0 ? judgement("id" + n) : senseless);
                      acknowledged.add("id" + n);
                    } catch (IOException | IllegalArgumentException e) {
                      // Its page would send it again.
                      assertTrue(e.getMessage() != null);
                    }
                  }
                }));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    } finally {
      threads.shutdown();
    }
    assertEquals(
        new TreeSet<>(acknowledged),
        JudgementFile.read(path).stream()
            .map(Judgement::id)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void manyAtOnceLoseNothingAndDoubleNothing() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(20);
    try (JudgementFile file = JudgementFile.open(path)) {
      List<Future<Integer>> writers = new ArrayList<>();
      for (int t = 0; t < 20; t++) {
        // Two of them send the same.
        int from = t / 2 * 50;
        writers.add(
            threads.submit(
                () -> {
                  int added = 0;
                  for (int n = from; n < from + 50; n++) {
                    added += counts(file, "id" + n) ? 1 : 0;
                  }
                  return added;
                }));
      }
      int added = 0;
      for (Future<Integer> writer : writers) {
        added += writer.get();
      }
      assertEquals(500, added);
    } finally {
      threads.shutdown();
    }
    assertEquals(500, Files.readAllLines(path).size());
    assertEquals(
        IntStream.range(0, 500).mapToObj(n -> "id" + n).collect(Collectors.toSet()),
        JudgementFile.read(path).stream().map(Judgement::id).collect(Collectors.toSet()));
  }
}
