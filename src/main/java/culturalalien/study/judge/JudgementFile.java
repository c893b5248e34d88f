package culturalalien.study.judge;

import culturalalien.io.JsonLines;
import culturalalien.io.Messages;
import culturalalien.study.judge.Kept.Change;
import culturalalien.study.judge.Line.Withdrawal;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * People's answers on disk, a {@link Judgement} a line, only ever added to. Taking an answer back
 * is a line too, {@code {"withdrawn":"the answer's id","judge":…,"time":…}}. One server at a time
 * writes a file. Safe from any thread.
 */
public final class JudgementFile implements Closeable {

  // Both guarded by lines.
  private final JsonLines<Line> lines;
  private final Kept kept;

  private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();

  /** A line that one thread wants on the disk; what came of it is guarded by lines. */
  private static final class Waiting {
    final Line line;
    boolean done;
    Change change = Change.NONE;

    /** Until it is known to be on the disk, also if whoever writes for all fails unforeseen. */
    IOException failure = new IOException("the answer was not written");

    Waiting(Line line) {
      this.line = line;
    }
  }

  private JudgementFile(JsonLines<Line> lines, Kept kept) {
    this.lines = lines;
    this.kept = kept;
  }

  /**
   * Reads the answers that count: of a judge about a pair and a question the last one, without
   * those that were taken back. Several files are read as one.
   *
   * @throws IOException with one sentence, if there is no such file or a line is damaged
   */
  public static List<Judgement> read(Path... paths) throws IOException {
    Kept kept = new Kept();
    for (Path path : paths) {
      JsonLines.read(path, Line.class, line -> kept.apply(line));
    }
    return kept.judgements();
  }

  /**
   * Opens a file to go on with, or begins one.
   *
   * @throws IOException with one sentence, if another writes it or a line is damaged
   */
  static JudgementFile open(Path path) throws IOException {
    Kept kept = new Kept();
    return new JudgementFile(JsonLines.open(path, Line.class, line -> kept.apply(line)), kept);
  }

  /** The answers that count by now. */
  List<Judgement> judgements() {
    synchronized (lines) {
      return kept.judgements();
    }
  }

  /**
   * Adds an answer; when this returns it is on the disk.
   *
   * @return the answer if it counts from now on: not if its id was there already, or was taken
   *     back; and the one that it takes the place of
   */
  Change add(Judgement judgement) throws IOException {
    return write(judgement);
  }

  /** Takes an answer back, as its judge may alone; tells it if it counted until now. */
  Change withdraw(Withdrawal withdrawal) throws IOException {
    return write(withdrawal);
  }

  /** Whether a withdrawal is of an answer that another judge gave. */
  boolean isOfAnother(Withdrawal withdrawal) {
    synchronized (lines) {
      return kept.isOfAnother(withdrawal);
    }
  }

  /** Whoever comes to the disk writes for all that wait: one forced write for many answers. */
  private Change write(Line line) throws IOException {
    Waiting mine = new Waiting(line);
    queue.add(mine);
    synchronized (lines) {
      if (!mine.done) {
        writeQueue();
      }
      if (mine.failure != null) {
        throw new IOException(Messages.of(mine.failure), mine.failure);
      }
      return mine.change;
    }
  }

  private void writeQueue() {
    List<Waiting> all = new ArrayList<>();
    for (Waiting next; (next = queue.poll()) != null; ) {
      all.add(next);
    }
    Kept after = new Kept();
    Set<Line> fresh = new LinkedHashSet<>();
    for (Waiting waiting : all) {
      // The same answer may wait twice.
      if (kept.isNew(waiting.line) && after.isNew(waiting.line)) {
        var unused = after.apply(waiting.line);
        fresh.add(waiting.line);
      }
    }
    IOException failure = null;
    try {
      lines.add(List.copyOf(fresh));
    } catch (IOException e) {
      failure = e;
    }
    for (Waiting waiting : all) {
      waiting.done = true;
      waiting.failure = failure;
      if (failure == null) {
        waiting.change = kept.apply(waiting.line);
      }
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (lines) {
      lines.close();
    }
  }
}
