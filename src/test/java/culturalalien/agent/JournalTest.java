package culturalalien.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import culturalalien.image.plan.Arrangement;
import culturalalien.image.plan.Format;
import culturalalien.image.plan.Light;
import culturalalien.image.plan.Medium;
import culturalalien.image.plan.Mood;
import culturalalien.image.plan.Plan;
import culturalalien.image.plan.Relation;
import culturalalien.image.plan.Role;
import culturalalien.image.plan.Viewpoint;
import culturalalien.image.plan.Weather;
import culturalalien.io.JsonLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {

  @TempDir Path folder;

  private static final List<Event> EVENTS =
      List.of(
          new Event.Started("now", List.of(new Event.Named("höhle", -1)), "x"),
          new Event.Added(new Event.Named("sea", 3)),
          new Event.Judged(1, List.of("sea"), -1),
          new Event.Deleted(1));

  private List<Event> write() throws IOException {
    List<Event> past = new ArrayList<>();
    try (JsonLines<Event> journal = Journal.open(folder, past::add, warning -> {})) {
      for (Event event : EVENTS) {
        journal.add(event);
      }
    }
    return past;
  }

  @Test
  void whatWasWrittenIsToldAgainInOrder() throws IOException {
    assertEquals(List.of(), write());
    assertEquals(EVENTS, write());
  }

  private static final Plan PLAN =
      new Plan(
          List.of(
              new Plan.Part("sea", Role.FIGURE, "waves"), new Plan.Part("höhle", Role.GROUND, "")),
          Relation.ALONE,
          Medium.STAINED_GLASS,
          Viewpoint.ABOVE,
          Arrangement.RING,
          Light.MOON,
          Weather.STARS,
          Format.FULL,
          Mood.EERIE,
          List.of("#102030", "#A0B0C0"));

  private static Event.Made made(Plan plan) {
    return new Event.Made(
        1,
        "",
        null,
        "T",
        List.of("sea"),
        "p",
        "r",
        "g",
        "p",
        1,
        2,
        3,
        1,
        0,
        0,
        List.of(),
        "f",
        plan);
  }

  /** The journal's text after a work was written and a part of it replaced. */
  private Event.Made read(String part, String replacement) throws IOException {
    Path file = folder.resolve(Journal.NAME);
    Files.deleteIfExists(file);
    try (JsonLines<Event> journal = Journal.open(folder, event -> {}, warning -> {})) {
      journal.add(made(PLAN));
    }
    String text = Files.readString(file);
    assertTrue(text.contains(part), text);
    Files.writeString(file, text.replace(part, replacement));
    return Journal.works(folder).get(0);
  }

  @Test
  void aPlanIsReadAsItWasWritten() throws IOException {
    assertEquals(made(PLAN), read("\"medium\":\"stained glass\"", "\"medium\":\"stained glass\""));
  }

  @Test
  void aWorkOfAnOlderRunHasNoPlan() throws IOException {
    Event.Made newer = read("\"file\":\"f\"", "\"file\":\"f\"");
    String plan =
        Files.readString(folder.resolve(Journal.NAME)).replaceAll(".*(,\"plan\".*)}\\s*", "$1");
    Event.Made older = read(plan, "");
    assertNull(older.plan());
    assertEquals(newer.title(), older.title());
    Files.writeString(folder.resolve(Journal.NAME), "");
    try (JsonLines<Event> journal = Journal.open(folder, event -> {}, warning -> {})) {
      journal.add(made(null));
    }
    assertFalse(Files.readString(folder.resolve(Journal.NAME)).contains("plan"));
  }

  @ParameterizedTest
  @CsvSource({
    "stained glass, hologram",
    "moon, eclipse",
    "ring, moebius",
    "figure, narrator",
    "#102030, red"
  })
  void aPlanWithAWordOfANewerVersionIsNoneAndTheWorkIsStillRead(String word, String newer)
      throws IOException {
    Event.Made work = read("\"" + word + "\"", "\"" + newer + "\"");
    assertNull(work.plan());
    assertEquals("T", work.title());
    assertEquals("f", work.file());
  }

  @Test
  void aPeriodIsReadAsItWasWritten() throws IOException {
    Event period = new Event.Period(2, 9, 7, Medium.CUT_PAPER, List.of("#102030", "#000000"), null);
    List<Event> past = new ArrayList<>();
    try (JsonLines<Event> journal = Journal.open(folder, past::add, warning -> {})) {
      journal.add(period);
    }
    Journal.open(folder, past::add, warning -> {}).close();
    assertEquals(List.of(period), past);
  }

  @Test
  void aTornLastLineIsCutAwayAtEveryByte() throws IOException {
    write();
    Path file = folder.resolve(Journal.NAME);
    byte[] whole = Files.readAllBytes(file);
    int lastLine = new String(whole, 0, whole.length - 1, "UTF-8").lastIndexOf('\n');
    int from = new String(whole, "UTF-8").substring(0, lastLine + 1).getBytes("UTF-8").length;
    for (int length = from; length < whole.length - 1; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      List<Event> past = new ArrayList<>();
      Journal.open(folder, past::add, warning -> fail(warning)).close();
      assertEquals(EVENTS.subList(0, EVENTS.size() - 1), past);
      assertEquals(from, Files.size(file));
    }
  }

  @Test
  void aLastLineThatOnlyLacksItsEndIsTaken() throws IOException {
    write();
    Path file = folder.resolve(Journal.NAME);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    List<Event> past = new ArrayList<>();
    Journal.open(folder, past::add, warning -> fail(warning)).close();
    assertEquals(EVENTS, past);
    assertArrayEquals(whole, Files.readAllBytes(file));
  }

  @Test
  void aDamagedLineInTheMiddleIsToldOnceTakenOutAndKeptAside() throws IOException {
    write();
    Path file = folder.resolve(Journal.NAME);
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.set(1, "{\"event\":\"add");
    Files.write(file, lines);
    List<Event> past = new ArrayList<>();
    List<String> told = new ArrayList<>();
    Journal.open(folder, past::add, told::add).close();
    assertEquals(List.of(EVENTS.get(0), EVENTS.get(2), EVENTS.get(3)), past);
    assertEquals(
        List.of(
            "the journal in "
                + folder
                + " was mended: a broken line was taken out; as it was it is kept in"
                + " journal.jsonl.bad"),
        told);
    assertEquals(lines, Files.readAllLines(folder.resolve("journal.jsonl.bad")));
    Journal.open(folder, past::add, told::add).close();
    assertEquals(1, told.size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"event\":\"dreamed\",\"of\":\"sheep\"}",
        "{\"event\":\"period\",\"number\":1,\"generation\":1,\"works\":3,\"medium\":\"hologram\"}",
        "{\"event\":\"added\",\"word\":\"sea\"}",
        "{\"event\":\"made\",\"generation\":-3}"
      })
  void whatANewerVersionWroteIsPassedOverAndStays(String line) throws IOException {
    write();
    Path file = folder.resolve(Journal.NAME);
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.add(1, line);
    lines.set(2, lines.get(2).replace("}}", "},\"mood\":\"calm\"}"));
    Files.write(file, lines);
    List<Event> past = new ArrayList<>();
    Journal.open(folder, past::add, warning -> fail(warning)).close();
    past.removeIf(Event.Unknown.class::isInstance);
    assertEquals(EVENTS, past);
    assertEquals(lines, Files.readAllLines(file));
  }
}
