package culturalalien.study.judge;

import culturalalien.study.judge.Line.Withdrawal;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * People judging an exhibition, whose answers go into one file. Goes on where the file ends. Safe
 * from any thread.
 */
public final class JudgingSession implements Closeable {

  /** Of more people than these, what those that came first were being shown is forgotten. */
  private static final int MOST_HANDS = 1000;

  private final Exhibition exhibition;
  private final List<Question> questions;
  private final JudgementFile file;

  // All guarded by this; never held while something is written.
  private final Pairs pairs;

  /** What judges were given and have not answered yet, so that others are given something else. */
  private final Map<String, List<Pair>> hands = new LinkedHashMap<>();

  private final Map<String, Integer> judged = new HashMap<>();

  private JudgingSession(
      Exhibition exhibition, List<Question> questions, JudgementFile file, long seed) {
    this.exhibition = exhibition;
    this.questions = List.copyOf(questions);
    this.file = file;
    pairs =
        new Pairs(exhibition.items(), questions.stream().map(Question::toString).toList(), seed);
    for (Judgement judgement : file.judgements()) {
      count(judgement);
    }
  }

  /**
   * Opens a session, or goes on with one.
   *
   * @param questions one at least
   * @param out the judgements file, made where it is missing
   * @param seed of the order in which pairs are shown
   * @throws IOException with one sentence, if another session writes the file or it is damaged
   */
  public static JudgingSession open(
      Exhibition exhibition, List<Question> questions, Path out, long seed) throws IOException {
    return new JudgingSession(exhibition, questions, JudgementFile.open(out), seed);
  }

  Exhibition exhibition() {
    return exhibition;
  }

  /** Whether this is asked here. */
  boolean asks(String question) {
    return questions.stream().anyMatch(q -> q.toString().equals(question));
  }

  /**
   * The next pair for a judge; none when all were seen.
   *
   * @param hand what the judge's page was given already and holds
   */
  synchronized Optional<Pair> next(String judge, List<Pair> hand) {
    putBack(judge);
    hand.forEach(pair -> pairs.count(judge, pair));
    Optional<Pair> next = pairs.next(judge);
    next.ifPresent(pair -> pairs.count(judge, pair));
    List<Pair> holds = new ArrayList<>(hand);
    next.ifPresent(holds::add);
    hands.put(judge, holds);
    if (hands.size() > MOST_HANDS) {
      putBack(hands.keySet().iterator().next());
    }
    return next;
  }

  private void putBack(String judge) {
    List<Pair> hand = hands.remove(judge);
    if (hand != null) {
      hand.forEach(pair -> pairs.uncount(judge, pair));
    }
  }

  /** Keeps an answer: when this returns it is on the disk. */
  void answer(Judgement judgement) throws IOException {
    if (file.add(judgement)) {
      synchronized (this) {
        List<Pair> hand = hands.get(judgement.judge());
        if (hand != null && hand.remove(Pair.of(judgement))) {
          pairs.uncount(judgement.judge(), Pair.of(judgement));
        }
        count(judgement);
      }
    }
  }

  private synchronized void count(Judgement judgement) {
    pairs.count(judgement.judge(), Pair.of(judgement));
    judged.merge(judgement.judge(), 1, Integer::sum);
  }

  /** Takes an answer back: when this returns that is on the disk. */
  void withdraw(Withdrawal withdrawal) throws IOException {
    Optional<Judgement> judgement = file.withdraw(withdrawal);
    if (judgement.isPresent()) {
      synchronized (this) {
        String judge = judgement.get().judge();
        pairs.uncount(judge, Pair.of(judgement.get()));
        judged.merge(judge, -1, (a, b) -> a + b == 0 ? null : a + b);
      }
    }
  }

  /** How many answers of a judge count. */
  synchronized int judged(String judge) {
    return judged.getOrDefault(judge, 0);
  }

  /** How many answers count. */
  public synchronized int judged() {
    return judged.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many people gave them. */
  public synchronized int judges() {
    return judged.size();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
