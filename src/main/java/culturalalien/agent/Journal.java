package culturalalien.agent;

import culturalalien.io.JsonLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * A run's memory on disk: {@code journal.jsonl}, an event a line, only ever added to. What this
 * version does not understand in it is passed over and stays; what is damaged is mended on opening,
 * by {@link JournalRepair}.
 */
public final class Journal {

  /** Its name in the run's folder; a folder that holds it is a run's. */
  public static final String NAME = "journal.jsonl";

  /** Lines that hold no event, and those of a newer version. */
  private static final JsonLines.Faulty PASSED_OVER = (number, why) -> {};

  private Journal() {}

  /**
   * Opens a run's journal, or begins one, and tells every event that it holds.
   *
   * @param warnings hears one sentence if it had to be mended
   */
  static JsonLines<Event> open(Path folder, Consumer<Event> past, Consumer<String> warnings)
      throws IOException {
    return JsonLines.open(
        folder.resolve(NAME),
        Event.class,
        past,
        PASSED_OVER,
        () -> JournalRepair.repair(folder, warnings));
  }

  /** Goes on after others moved, deleted, replaced or cut it; tells all that it holds then. */
  static void reopen(
      JsonLines<Event> journal, Path folder, Consumer<Event> past, Consumer<String> warnings)
      throws IOException {
    journal.reopen(Event.class, past, PASSED_OVER, () -> JournalRepair.repair(folder, warnings));
  }

  /** Whether a folder is a run's. */
  public static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(NAME));
  }

  /**
   * The works of a run in order, also while it goes on; those whose pictures were deleted to keep
   * the folder small are listed, too.
   *
   * @throws IOException with one sentence, if the folder has no journal
   */
  public static List<Event.Made> works(Path folder) throws IOException {
    List<Event.Made> works = new ArrayList<>();
    BitSet seen = new BitSet();
    read(
        folder,
        event -> {
          if (event instanceof Event.Made made && !seen.get(made.generation())) {
            seen.set(made.generation());
            works.add(made);
          }
        });
    return works;
  }

  /**
   * Tells the events of a run, also while it goes on; passes over what holds none.
   *
   * @throws IOException with one sentence, if the folder has no journal
   */
  static void read(Path folder, Consumer<Event> past) throws IOException {
    JsonLines.read(folder.resolve(NAME), Event.class, past, PASSED_OVER);
  }
}
