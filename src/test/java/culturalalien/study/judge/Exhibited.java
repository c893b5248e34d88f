package culturalalien.study.judge;

import culturalalien.agent.Event;
import culturalalien.agent.Journal;
import culturalalien.image.Pictures;
import culturalalien.image.Pixels;
import culturalalien.io.JsonLines;
import culturalalien.study.judge.Judgement.Answer;
import culturalalien.study.judge.Judgement.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Runs with plain pictures, and answers about them. */
final class Exhibited {

  static final int SIZE = 48;

  private Exhibited() {}

  /** Conditions of as many runs of one work each; returns their folders. */
  static List<String> runs(Path folder, int works, String... conditions) throws IOException {
    List<String> folders = new ArrayList<>();
    for (String condition : conditions) {
      for (int work = 1; work <= works; work++) {
        run(folder.resolve(condition).resolve("run-" + work), 1, condition.hashCode() + work * 999);
      }
      folders.add(folder.resolve(condition).toString());
    }
    return folders;
  }

  /** A run with works whose pictures are of one colour each. */
  static void run(Path folder, int works, int color) throws IOException {
    try (JsonLines<Event> journal =
        JsonLines.open(folder.resolve(Journal.NAME), Event.class, event -> {})) {
      for (int n = 1; n <= works; n++) {
        String file = String.format(Locale.ROOT, "works/%06d.png", n);
        journal.add(made(n, file));
        int[] argb = new int[SIZE * SIZE];
        Arrays.fill(argb, 0xFF000000 | (color + n * 31));
        Files.createDirectories(folder.resolve("works"));
        Files.write(folder.resolve(file), Pictures.png(new Pixels(SIZE, SIZE, argb)));
      }
    }
  }

  static Event.Made made(int generation, String file) {
    return new Event.Made(
        generation,
        "now",
        null,
        "A secret title",
        List.of("sea", "concept " + generation),
        "a secret prompt",
        "why",
        "grammar",
        "painter",
        1,
        2,
        3,
        0.5,
        0.5,
        0.5,
        List.of(),
        file);
  }

  static Judgement judgement(String id, String judge, Pair pair, Answer answer) {
    return new Judgement(
        id, judge, "2026-01-01T00:00:00Z", pair.question(), pair.left(), pair.right(), answer, 2.5);
  }

  /** About a pair of its own. */
  static Judgement judgement(String id) {
    Pair pair = new Pair("originality", new Shown("cas", id), new Shown("random", "2"));
    return judgement(id, "somebody", pair, Answer.LEFT);
  }

  /** What the page knows an item by. */
  static String key(Shown shown) {
    return new Exhibit(shown, Optional.empty(), List.of()).key();
  }
}
