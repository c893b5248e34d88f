package culturalalien.study.judge;

import culturalalien.io.JsonLines;
import culturalalien.io.Messages;
import culturalalien.study.judge.Line.Withdrawal;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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
    Optional<Judgement> changed = Optional.empty();

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
   * Reads the answers that count: each id once, without those that were taken back.
   *
   * @throws IOException with one sentence, if there is no such file or a line is damaged
   */
  public static List<Judgement> read(Path path) throws IOException {
    Kept kept = new Kept();
    JsonLines.read(path, Line.class, kept::apply);
    return kept.judgements();
  }

  /**
   * Opens a file to go on with, or begins one.
   *
   * @throws IOException with one sentence, if another writes it or a line is damaged
   */
  static JudgementFile open(Path path) throws IOException {
    Kept kept = new Kept();
    return new JudgementFile(JsonLines.open(path, Line.class, kept::apply), kept);
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
   * @return whether it counts from now on: not if its id was there already, or was taken back
   */
  boolean add(Judgement judgement) throws IOException {
    return write(judgement).isPresent();
  }

  /** Takes an answer back; returns it if it counted until now. */
  Optional<Judgement> withdraw(Withdrawal withdrawal) throws IOException {
    return write(withdrawal);
  }

  /** Whoever comes to the disk writes for all that wait: one forced write for many answers. */
  private Optional<Judgement> write(Line line) throws IOException {
    Waiting mine = new Waiting(line);
    queue.add(mine);
    synchronized (lines) {
      if (!mine.done) {
        writeQueue();
      }
      if (mine.failure != null) {
        throw new IOException(Messages.of(mine.failure), mine.failure);
      }
      return mine.changed;
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
        waiting.changed = kept.apply(waiting.line);
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
