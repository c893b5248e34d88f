package culturalalien.study.judge;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The answers that count: each id once, the first of it, without those that were taken back. The
 * order of a withdrawal and its answer does not matter. Guarded by whoever owns it.
 */
final class Kept {

  private final Map<String, Judgement> judgements = new LinkedHashMap<>();
  private final Set<String> withdrawn = new HashSet<>();

  /** Whether the line would change anything. */
  boolean isNew(Line line) {
    if (line instanceof Line.Withdrawal withdrawal) {
      return !withdrawn.contains(withdrawal.withdrawn());
    }
    String id = ((Judgement) line).id();
    return !judgements.containsKey(id) && !withdrawn.contains(id);
  }

  /**
   * Takes a line into account; returns the answer that now counts, or no longer does.
   *
   * @throws IllegalArgumentException with one sentence, if something is missing in the line
   */
  Optional<Judgement> apply(Line line) {
    require(line);
    if (!isNew(line)) {
      return Optional.empty();
    }
    if (line instanceof Line.Withdrawal withdrawal) {
      withdrawn.add(withdrawal.withdrawn());
      return Optional.ofNullable(judgements.remove(withdrawal.withdrawn()));
    }
    Judgement judgement = (Judgement) line;
    judgements.put(judgement.id(), judgement);
    return Optional.of(judgement);
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
            : line instanceof Line.Withdrawal w && w.withdrawn() != null;
    if (!whole) {
      throw new IllegalArgumentException("something of an answer is missing");
    }
  }

  private static boolean whole(Judgement.Shown shown) {
    return shown != null && shown.condition() != null && shown.item() != null;
  }

  List<Judgement> judgements() {
    return List.copyOf(judgements.values());
  }
}
