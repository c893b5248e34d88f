package culturalalien.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import culturalalien.io.Aside;
import culturalalien.io.AtomicFiles;
import culturalalien.io.JsonLines;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Mends a run's journal before it is opened: takes out lines that are broken and works that stand
 * twice, and puts in works that it lacks, as their pictures tell. A number that is taken but of
 * which nothing is known is written down as lost. What was taken out is kept in a copy of the whole
 * file, {@code journal.jsonl.bad}. Does nothing to a journal that is whole.
 */
final class JournalRepair {

  private static final String TORN = "{\"event\":";

  private final Path folder;
  private final Path journal;
  private final BitSet made = new BitSet();
  private final BitSet lost = new BitSet();
  private final BitSet missing = new BitSet();
  private final BitSet rebuilt = new BitSet();
  private final BitSet unknown = new BitSet();
  private boolean isThere;
  private boolean started;
  private boolean unended;
  private int broken;
  private int doubled;

  private JournalRepair(Path folder) {
    this.folder = folder;
    journal = folder.resolve(Journal.NAME);
  }

  /**
   * Mends the journal of a run that nobody else may write.
   *
   * @param warnings hears one sentence on what was found and done, if anything was
   */
  static void repair(Path folder, Consumer<String> warnings) throws IOException {
    JournalRepair repair = new JournalRepair(folder);
    repair.look();
    if (repair.isNeeded()) {
      repair.write(warnings);
    }
  }

  private void look() throws IOException {
    isThere = Files.exists(journal);
    if (isThere) {
      JsonLines.lines(journal, (line, whole) -> look(read(line), line, whole));
    }
    BitSet pictures = Pictured.in(folder);
    int last = Math.max(made.length(), Math.max(lost.length(), pictures.length())) - 1;
    if (last >= 1) {
      missing.set(1, last + 1);
      missing.andNot(made);
    }
    // Of those that are lost already only one whose picture came back is news.
    BitSet still = (BitSet) lost.clone();
    still.andNot(pictures);
    missing.andNot(still);
    for (int number : missing.stream().filter(lost::get).toArray()) {
      if (!isLabelled(number)) {
        missing.clear(number);
      }
    }
  }

  private void look(Optional<Event> event, byte[] line, boolean whole) {
    if (event.isEmpty()) {
      boolean torn = !whole && isTorn(line);
      broken += torn ? 0 : 1;
      return;
    }
    unended |= !whole;
    if (event.get() instanceof Event.Made work && isNumber(work.generation())) {
      doubled += made.get(work.generation()) ? 1 : 0;
      made.set(work.generation());
    } else if (event.get() instanceof Event.Lost gone && isNumber(gone.first())) {
      lost.set(gone.first(), Math.max(gone.first(), Math.min(gone.last(), Pictured.MOST)) + 1);
    } else if (event.get() instanceof Event.Started) {
      started = true;
    }
  }

  private static boolean isNumber(int generation) {
    return generation >= 1 && generation <= Pictured.MOST;
  }

  /** What a kill leaves of a line that was never acknowledged. */
  private static boolean isTorn(byte[] line) {
    String text = new String(line, StandardCharsets.ISO_8859_1);
    return TORN.startsWith(text) || text.startsWith(TORN) && text.indexOf('\0') < 0;
  }

  /** What a line holds; empty if it is broken. What only a newer version understands is not. */
  private static Optional<Event> read(byte[] line) throws IOException {
    try {
      return Optional.ofNullable(JsonLines.value(line, Event.class));
    } catch (JsonProcessingException e) {
      return isObject(line) ? Optional.of(new Event.Unknown()) : Optional.empty();
    }
  }

  private static boolean isObject(byte[] line) throws IOException {
    try {
      return JsonLines.value(line, JsonNode.class).isObject();
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private boolean isNeeded() {
    return broken > 0 || doubled > 0 || unended || !missing.isEmpty();
  }

  private void write(Consumer<String> warnings) throws IOException {
    Path kept = broken > 0 || doubled > 0 ? Aside.copy(journal, "bad") : null;
    AtomicFiles.write(journal, this::write);
    if (kept != null || !rebuilt.isEmpty() || !unknown.isEmpty()) {
      warnings.accept(sentence(kept));
    }
  }

  private void write(OutputStream out) throws IOException {
    BitSet written = new BitSet();
    if (isThere) {
      JsonLines.lines(
          journal,
          (line, whole) -> {
            Optional<Event> event = read(line);
            if (event.isEmpty()) {
              return;
            }
            if (event.get() instanceof Event.Made work && isNumber(work.generation())) {
              if (written.get(work.generation())) {
                return;
              }
              written.set(work.generation());
              fill(work.generation(), out);
            }
            out.write(line);
            out.write('\n');
          });
    }
    fill(Pictured.MOST + 1, out);
  }

  /** Writes all missing works below a number. */
  private void fill(int below, OutputStream out) throws IOException {
    for (int next; (next = missing.nextSetBit(0)) >= 0 && next < below; ) {
      Optional<Label> label = Pictured.label(folder, next);
      int end = next + 1;
      if (label.isPresent()) {
        write(label.get(), out);
      } else {
        while (end < below && missing.get(end) && !isLabelled(end)) {
          end++;
        }
        unknown.set(next, end);
        out.write(JsonLines.line(new Event.Lost(next, end - 1)));
      }
      missing.clear(next, end);
    }
  }

  private void write(Label label, OutputStream out) throws IOException {
    if (!started) {
      started = true;
      String time = label.made().time();
      out.write(JsonLines.line(new Event.Started(time, List.of(), label.vocabulary())));
    }
    rebuilt.set(label.made().generation());
    out.write(JsonLines.line(label.made()));
  }

  private boolean isLabelled(int number) {
    return Pictured.label(folder, number).isPresent();
  }

  private String sentence(Path kept) {
    List<String> parts = new ArrayList<>();
    if (broken > 0) {
      parts.add(
          broken == 1 ? "a broken line was taken out" : broken + " broken lines were taken out");
    }
    if (doubled > 0) {
      parts.add(doubled == 1 ? "a work stood twice" : doubled + " works stood twice");
    }
    if (!rebuilt.isEmpty()) {
      parts.add(works(rebuilt) + " read back from the pictures");
    }
    if (!unknown.isEmpty()) {
      parts.add("nothing more is known of " + works(unknown) + " and the numbers stay taken");
    }
    return "the journal in "
        + folder
        + (isThere ? " was mended: " : " was missing and is written anew: ")
        + String.join(", ", parts)
        + (kept == null ? "" : "; as it was it is kept in " + kept.getFileName());
  }

  /** As in "works 1 to 3, 5". */
  private static String works(BitSet numbers) {
    List<String> ranges = new ArrayList<>();
    for (int from = numbers.nextSetBit(0); from >= 0; ) {
      int to = numbers.nextClearBit(from) - 1;
      ranges.add(from == to ? "" + from : from + " to " + to);
      from = numbers.nextSetBit(to + 1);
    }
    String some = ranges.stream().limit(5).collect(Collectors.joining(", "));
    return (numbers.cardinality() == 1 ? "work " : "works ")
        + some
        + (ranges.size() > 5 ? " and others" : "");
  }
}
