package culturalalien.agent;

import culturalalien.io.JsonLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A run's memory on disk: {@code journal.jsonl}, an event a line, only ever added to. */
public final class Journal {

  /** Its name in the run's folder; a folder that holds it is a run's. */
  public static final String NAME = "journal.jsonl";

  private Journal() {}

  /** Opens a run's journal, or begins one, and tells every event that it holds. */
  static JsonLines<Event> open(Path folder, Consumer<Event> past) throws IOException {
    return JsonLines.open(folder.resolve(NAME), Event.class, past);
  }

  /** Whether a folder is a run's. */
  public static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(NAME));
  }

  /**
   * The works of a run in order, also while it goes on; those whose pictures were deleted to keep
   * the folder small are listed, too.
   *
   * @throws IOException with one sentence, if the folder has no journal or that is damaged
   */
  public static List<Event.Made> works(Path folder) throws IOException {
    List<Event.Made> works = new ArrayList<>();
    read(
        folder,
        event -> {
          if (event instanceof Event.Made made) {
            works.add(made);
          }
        });
    return works;
  }

  /**
   * Tells the events of a run, also while it goes on.
   *
   * @throws IOException with one sentence, if the folder has no journal or that is damaged
   */
  static void read(Path folder, Consumer<Event> past) throws IOException {
    JsonLines.read(folder.resolve(NAME), Event.class, past);
  }
}
