package culturalalien.agent;

import culturalalien.io.JsonLines;
import java.io.IOException;
import java.nio.file.Path;
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

  /**
   * Tells the events of a run, also while it goes on.
   *
   * @throws IOException with one sentence, if the folder has no journal or that is damaged
   */
  public static void read(Path folder, Consumer<Event> past) throws IOException {
    JsonLines.read(folder.resolve(NAME), Event.class, past);
  }
}
