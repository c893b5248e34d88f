package culturalalien.study.judge;

import culturalalien.study.judge.Judgement.Shown;
import culturalalien.study.judge.Line.Withdrawal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The answers that count: of one judge, about one pair and one question, the last one; each id
 * once, the first of it; without those that their judges took back. The order of a withdrawal and
 * its answer does not matter. Guarded by whoever owns it.
 */
final class Kept {

  /** An answer's name: nobody's id can be that of another judge's answer. */
  private record Id(String judge, String id) {}

  /** What is answered once. */
  private record Asked(String judge, String question, Set<Shown> pair) {

    static Asked of(Judgement judgement) {
      Set<Shown> both = Set.copyOf(List.of(judgement.left(), judgement.right()));
      return new Asked(judgement.judge(), judgement.question(), both);
    }
  }

  /**
   * What a line changed.
   *
   * @param joined the answer that counts from now on
   * @param left the answer that no longer does
   */
  record Change(Optional<Judgement> joined, Optional<Judgement> left) {

    static final Change NONE = new Change(Optional.empty(), Optional.empty());
  }

  private final Map<Id, Judgement> judgements = new LinkedHashMap<>();
  private final Map<Asked, Id> last = new HashMap<>();

  /** Ids that were seen, taken back or replaced by now or not. */
  private final Set<Id> seen = new HashSet<>();

  /** The same without their judges. */
  private final Set<String> ids = new HashSet<>();

  private final Set<Id> withdrawn = new HashSet<>();

  /** Whether the line would change anything. */
  boolean isNew(Line line) {
    Id id = id(line);
    return !withdrawn.contains(id)
        && (line instanceof Withdrawal || !seen.contains(id) && !withdrawn.contains(byHand(id)));
  }

  /** Somebody with the file in their hands may take any answer back. */
  private static Id byHand(Id id) {
    return new Id(null, id.id());
  }

  /** Whether a withdrawal is of an answer that another judge gave. */
  boolean isOfAnother(Withdrawal withdrawal) {
    return !seen.contains(id(withdrawal)) && ids.contains(withdrawal.withdrawn());
  }

  private static Id id(Line line) {
    return line instanceof Withdrawal withdrawal
        ? new Id(withdrawal.judge(), withdrawal.withdrawn())
        : new Id(((Judgement) line).judge(), ((Judgement) line).id());
  }

  /**
   * Takes a line into account; returns what now counts, and what no longer does.
   *
   * @throws IllegalArgumentException with one sentence, if something is missing in the line
   */
  Change apply(Line line) {
    require(line);
    if (!isNew(line)) {
      return Change.NONE;
    }
    Id id = id(line);
    if (line instanceof Withdrawal withdrawal) {
      withdrawn.add(id);
      return new Change(Optional.empty(), Optional.ofNullable(remove(withdrawal)));
    }
    seen.add(id);
    ids.add(id.id());
    Judgement judgement = (Judgement) line;
    Id before = last.put(Asked.of(judgement), id);
    Judgement replaced = before == null ? null : judgements.remove(before);
    judgements.put(id, judgement);
    return new Change(Optional.of(judgement), Optional.ofNullable(replaced));
  }

  private Judgement remove(Withdrawal withdrawal) {
    Id id = id(withdrawal);
    return withdrawal.judge() != null
        ? judgements.remove(id)
        : judgements.keySet().stream()
            .filter(each -> each.id().equals(id.id()))
            .findFirst()
            .map(judgements::remove)
            .orElse(null);
  }

  /** A line that somebody edited must not end the ranking with a riddle. */
  private static void require(Line line) {
    boolean whole =
        line instanceof Judgement j
            ? j.id() != null
                && j.judge() != null
                && j.question() != null
                && j.answer() != null
                && whole(j.left())
                && whole(j.right())
            : line instanceof Withdrawal w && w.withdrawn() != null;
    if (!whole) {
      throw new IllegalArgumentException("something of an answer is missing");
    }
  }

  private static boolean whole(Shown shown) {
    return shown != null && shown.condition() != null && shown.item() != null;
  }

  List<Judgement> judgements() {
    return List.copyOf(judgements.values());
  }
}
