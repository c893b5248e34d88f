package culturalalien.study.judge;

import culturalalien.study.judge.Kept.Change;
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

  /** One of a judge's pages. */
  private record Tab(String judge, String name) {}

  private final Exhibition exhibition;
  private final List<Question> questions;
  private final JudgementFile file;

  // All guarded by this; never held while something is written.
  private final Pairs pairs;

  /** What judges were given and have not answered yet, so that others are given something else. */
  private final Map<Tab, List<Pair>> hands = new LinkedHashMap<>();

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
   * The next pair for a judge; none when all were seen. Two pages of a judge get different pairs,
   * until only those are left that another page of theirs holds, which may be closed long since.
   *
   * @param tab which page of the judge's it is
   * @param hand what that page was given already and holds
   */
  synchronized Optional<Pair> next(String judge, String tab, List<Pair> hand) {
    Tab page = new Tab(judge, tab);
    putBack(page);
    hand.forEach(pair -> pairs.count(judge, pair));
    Optional<Pair> next = pairs.next(judge);
    for (Tab other : List.copyOf(hands.keySet())) {
      if (next.isEmpty() && other.judge().equals(judge)) {
        putBack(other);
        next = pairs.next(judge);
      }
    }
    next.ifPresent(pair -> pairs.count(judge, pair));
    List<Pair> holds = new ArrayList<>(hand);
    next.ifPresent(holds::add);
    hands.put(page, holds);
    if (hands.size() > MOST_HANDS) {
      putBack(hands.keySet().iterator().next());
    }
    return next;
  }

  private void putBack(Tab page) {
    List<Pair> hand = hands.remove(page);
    if (hand != null) {
      hand.forEach(pair -> pairs.uncount(page.judge(), pair));
    }
  }

  /**
   * Keeps an answer, in the place of an earlier one of the same judge to the same question about
   * the same pair: when this returns it is on the disk.
   */
  void answer(Judgement judgement) throws IOException {
    Change change = file.add(judgement);
    if (change.joined().isPresent()) {
      synchronized (this) {
        change.left().ifPresent(this::uncount);
        takeFromHand(judgement);
        count(judgement);
      }
    }
  }

  /** It is counted as answered from now on, not as shown. */
  private void takeFromHand(Judgement judgement) {
    for (Map.Entry<Tab, List<Pair>> hand : hands.entrySet()) {
      if (hand.getKey().judge().equals(judgement.judge())
          && hand.getValue().remove(Pair.of(judgement))) {
        pairs.uncount(judgement.judge(), Pair.of(judgement));
        return;
      }
    }
  }

  private synchronized void count(Judgement judgement) {
    pairs.count(judgement.judge(), Pair.of(judgement));
    judged.merge(judgement.judge(), 1, Integer::sum);
  }

  private synchronized void uncount(Judgement judgement) {
    pairs.uncount(judgement.judge(), Pair.of(judgement));
    judged.merge(judgement.judge(), -1, (a, b) -> a + b == 0 ? null : a + b);
  }

  /**
   * Takes an answer back: when this returns that is on the disk.
   *
   * @return false if the answer is another judge's and stays
   */
  boolean withdraw(Withdrawal withdrawal) throws IOException {
    if (file.isOfAnother(withdrawal)) {
      return false;
    }
    file.withdraw(withdrawal).left().ifPresent(this::uncount);
    return true;
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
