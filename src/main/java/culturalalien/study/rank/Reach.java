package culturalalien.study.rank;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Which conditions can be compared at all: paths through a tally. */
final class Reach {

  private Reach() {}

  /** Conditions that met, directly or through others; more than one group cannot be compared. */
  static List<List<String>> met(Tally tally) {
    return groups(tally, (i, j) -> tally.games(i, j) > 0);
  }

  /**
   * Conditions between any two of which a path of wins and ties leads both ways. Ford (1957): the
   * most likely strengths are finite if and only if there is one group.
   */
  static List<List<String>> finite(Tally tally) {
    return groups(tally, (i, j) -> tally.wins(i, j) + tally.ties(i, j) > 0);
  }

  private interface Step {
    boolean leads(int from, int to);
  }

  /** Groups within which every condition can be reached from every other. */
  private static List<List<String>> groups(Tally tally, Step step) {
    List<List<String>> groups = new ArrayList<>();
    BitSet done = new BitSet();
    for (int i = 0; i < tally.size(); i++) {
      if (!done.get(i)) {
        BitSet group = reached(i, tally.size(), step);
        group.and(reached(i, tally.size(), (from, to) -> step.leads(to, from)));
        groups.add(group.stream().mapToObj(tally.names()::get).toList());
        done.or(group);
      }
    }
    return groups;
  }

  private static BitSet reached(int start, int size, Step step) {
    BitSet reached = new BitSet();
    List<Integer> open = new ArrayList<>(List.of(start));
    reached.set(start);
    while (!open.isEmpty()) {
      int i = open.remove(open.size() - 1);
      for (int j = 0; j < size; j++) {
        if (!reached.get(j) && step.leads(i, j)) {
          reached.set(j);
          open.add(j);
        }
      }
    }
    return reached;
  }
}
