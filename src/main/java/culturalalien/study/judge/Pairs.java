package culturalalien.study.judge;

import culturalalien.study.judge.Judgement.Shown;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * Which pair a judge sees next, balanced over all judges. In this order:
 *
 * <ol>
 *   <li>a pair that the judge has not seen yet; once there is none, one that the judge was not
 *       asked this question about; never the same again;
 *   <li>the question that the judge, then everybody, was asked least;
 *   <li>the two conditions that this question was asked about least;
 *   <li>of each condition the item that this question was asked about least, then the one that the
 *       judge saw least;
 *   <li>on the left the condition that stood there less often.
 * </ol>
 *
 * What is equal in all this is left to chance, which the seed, the judge and the number of pairs
 * that the judge has seen determine. Knows no clock and no file. Guarded by whoever owns it.
 */
final class Pairs {

  private final Map<String, List<Shown>> items;
  private final List<String> questions;
  private final long seed;
  private final List<Match> matches = new ArrayList<>();

  /** How often each of what is balanced was counted: a question, sides, an item. */
  private final Counts all = new Counts();

  private final Map<String, Counts> ofJudges = new HashMap<>();

  /** Two conditions that may meet, in alphabetical order. */
  private record Match(String first, String second) {}

  private record Sides(String question, String left, String right) {}

  private record Item(String question, Shown shown) {}

  /** The same for both orders. */
  private record Meeting(Set<Shown> items) {}

  private record AskedAbout(String question, Set<Shown> items) {}

  private static final class Counts {
    private final Map<Object, Integer> counts = new HashMap<>();

    int of(Object what) {
      return counts.getOrDefault(what, 0);
    }

    void add(Object what, int change) {
      counts.merge(what, change, (a, b) -> a + b == 0 ? null : a + b);
    }
  }

  /** Something to choose from, with chance's own number for it. */
  private record Drawn<T>(T value, int first, int second, int chance) {}

  /**
   * @param items that can be shown, of two conditions at least
   * @param questions by their names, one at least
   */
  Pairs(Iterable<Shown> items, List<String> questions, long seed) {
    this.items = new TreeMap<>();
    for (Shown shown : items) {
      this.items.computeIfAbsent(shown.condition(), c -> new ArrayList<>()).add(shown);
    }
    this.questions = List.copyOf(questions);
    this.seed = seed;
    List<String> conditions = List.copyOf(this.items.keySet());
    for (int i = 0; i < conditions.size(); i++) {
      for (String second : conditions.subList(i + 1, conditions.size())) {
        matches.add(new Match(conditions.get(i), second));
      }
    }
  }

  /** Counts a pair that a judge answered, or is being shown. */
  void count(String judge, Pair pair) {
    change(judge, pair, 1);
  }

  /** Undoes {@link #count}. */
  void uncount(String judge, Pair pair) {
    change(judge, pair, -1);
  }

  private void change(String judge, Pair pair, int by) {
    String question = pair.question();
    Set<Shown> both = Set.copyOf(List.of(pair.left(), pair.right()));
    Counts own = ofJudges.computeIfAbsent(judge, j -> new Counts());
    all.add(question, by);
    all.add(new Sides(question, pair.left().condition(), pair.right().condition()), by);
    own.add(question, by);
    own.add(new Meeting(both), by);
    own.add(new AskedAbout(question, both), by);
    for (Shown shown : both) {
      all.add(new Item(question, shown), by);
      own.add(shown, by);
    }
  }

  /** The next pair for a judge; none when the judge has seen all that there are. */
  Optional<Pair> next(String judge) {
    Counts own = ofJudges.getOrDefault(judge, new Counts());
    long seen = questions.stream().mapToLong(own::of).sum();
    SplittableRandom chance =
        new SplittableRandom((seed * 31 + judge.hashCode()) * 1_000_003 + seen);
    for (boolean fresh : new boolean[] {true, false}) {
      for (String question : leastFirst(questions, own::of, all::of, chance)) {
        for (Match match : leastFirst(matches, m -> met(question, m), m -> 0, chance)) {
          Optional<Pair> pair = pair(question, match, own, fresh, chance);
          if (pair.isPresent()) {
            return pair;
          }
        }
      }
    }
    return Optional.empty();
  }

  private int met(String question, Match match) {
    return all.of(new Sides(question, match.first(), match.second()))
        + all.of(new Sides(question, match.second(), match.first()));
  }

  private Optional<Pair> pair(
      String question, Match match, Counts own, boolean fresh, SplittableRandom chance) {
    List<Shown> seconds = items(question, match.second(), own, chance);
    for (Shown first : items(question, match.first(), own, chance)) {
      for (Shown second : seconds) {
        Set<Shown> both = Set.of(first, second);
        Object again = fresh ? new Meeting(both) : new AskedAbout(question, both);
        if (own.of(again) == 0) {
          return Optional.of(placed(question, first, second, chance));
        }
      }
    }
    return Optional.empty();
  }

  private List<Shown> items(
      String question, String condition, Counts own, SplittableRandom chance) {
    return leastFirst(items.get(condition), s -> all.of(new Item(question, s)), own::of, chance);
  }

  private Pair placed(String question, Shown first, Shown second, SplittableRandom chance) {
    int here = all.of(new Sides(question, first.condition(), second.condition()));
    int there = all.of(new Sides(question, second.condition(), first.condition()));
    boolean asGiven = here == there ? chance.nextBoolean() : here < there;
    return asGiven ? new Pair(question, first, second) : new Pair(question, second, first);
  }

  private static <T> List<T> leastFirst(
      List<T> values, ToIntFunction<T> first, ToIntFunction<T> second, SplittableRandom chance) {
    return values.stream()
        .map(
            value ->
                new Drawn<>(
                    value, first.applyAsInt(value), second.applyAsInt(value), chance.nextInt()))
        .sorted(
            Comparator.<Drawn<T>>comparingInt(Drawn::first)
                .thenComparingInt(Drawn::second)
                .thenComparingInt(Drawn::chance))
        .map(Drawn::value)
        .toList();
  }
}
