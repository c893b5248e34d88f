package culturalalien.study.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.study.judge.Judgement.Shown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PairsTest {

  private static final List<String> BOTH = List.of("originality", "coherence");

  private static List<Shown> items(int conditions, int each) {
    List<Shown> items = new ArrayList<>();
    for (int c = 0; c < conditions; c++) {
      for (int i = 0; i < each; i++) {
        items.add(new Shown("condition " + c, "item " + i));
      }
    }
    return items;
  }

  /** A judge with a pair. */
  private record Sight(String judge, Pair pair) {}

  /** Judges come in random order until each has seen so many pairs, or all. */
  private static List<Sight> judged(Pairs pairs, int judges, int each, long seed) {
    List<Sight> sights = new ArrayList<>();
    List<String> turns = new ArrayList<>();
    for (int j = 0; j < judges; j++) {
      turns.addAll(Collections.nCopies(each, "judge " + j));
    }
    Collections.shuffle(turns, new Random(seed));
    for (String judge : turns) {
      pairs
          .next(judge)
          .ifPresent(
              pair -> {
                pairs.count(judge, pair);
                sights.add(new Sight(judge, pair));
              });
    }
    return sights;
  }

  private static <K> Map<K, Long> counts(List<Sight> sights, Function<Sight, K> by) {
    return sights.stream().collect(Collectors.groupingBy(by, Collectors.counting()));
  }

  private static void assertEven(Collection<Long> counts, int kinds, int slack) {
    long most = counts.stream().mapToLong(n -> n).max().orElse(0);
    long least = counts.size() < kinds ? 0 : counts.stream().mapToLong(n -> n).min().orElse(0);
    assertTrue(most - least <= slack, () -> "uneven: " + counts);
  }

  private static Set<Shown> both(Pair pair) {
    return Set.of(pair.left(), pair.right());
  }

  @Property(tries = 200)
  void nobodySeesTheSameTwiceAndNoConditionMeetsItself(
      @ForAll @IntRange(min = 2, max = 5) int conditions,
      @ForAll @IntRange(min = 1, max = 4) int each,
      @ForAll @IntRange(min = 1, max = 2) int questions,
      @ForAll @IntRange(min = 1, max = 5) int judges,
      @ForAll long seed) {
    int all = conditions * (conditions - 1) / 2 * each * each;
    Pairs pairs = new Pairs(items(conditions, each), BOTH.subList(0, questions), seed);
    List<Sight> sights = judged(pairs, judges, all * questions + 3, seed);
    // In the end everybody was asked every question about every pair.
    assertEquals(judges * all * questions, sights.size());
    Map<String, List<Pair>> seen = new HashMap<>();
    for (Sight sight : sights) {
      Pair pair = sight.pair();
      assertNotEquals(pair.left().condition(), pair.right().condition());
      List<Pair> before = seen.computeIfAbsent(sight.judge(), j -> new ArrayList<>());
      for (Pair earlier : before) {
        boolean same = both(earlier).equals(both(pair));
        assertTrue(!same || !earlier.question().equals(pair.question()));
        // And only when nothing new was left, the same pair with the other question.
        assertTrue(!same || before.size() >= all, () -> before.size() + " of " + all);
      }
      before.add(pair);
    }
  }

  @Property(tries = 100)
  void conditionsItemsSidesAndQuestionsAreBalanced(
      @ForAll @IntRange(min = 2, max = 5) int conditions,
      @ForAll @IntRange(min = 5, max = 8) int each,
      @ForAll @IntRange(min = 10, max = 25) int judges,
      @ForAll @IntRange(min = 1, max = 8) int answers,
      @ForAll long seed) {
    List<Shown> items = items(conditions, each);
    List<Sight> sights = judged(new Pairs(items, BOTH, seed), judges, answers, seed);
    assertEquals(judges * answers, sights.size());
    for (String judge : counts(sights, Sight::judge).keySet()) {
      List<Sight> own = sights.stream().filter(s -> s.judge().equals(judge)).toList();
      assertEven(counts(own, s -> s.pair().question()).values(), 2, 1);
    }
    for (String question : BOTH) {
      List<Sight> asked =
          sights.stream().filter(s -> s.pair().question().equals(question)).toList();
      Function<Sight, Set<String>> match =
          s -> Set.of(s.pair().left().condition(), s.pair().right().condition());
      Map<Set<String>, Long> matches = counts(asked, match);
      assertEven(matches.values(), conditions * (conditions - 1) / 2, 1);
      for (Set<String> two : matches.keySet()) {
        List<Sight> met = asked.stream().filter(s -> match.apply(s).equals(two)).toList();
        assertEven(counts(met, s -> s.pair().left().condition()).values(), 2, 1);
      }
      Map<Shown, Long> shown = new HashMap<>();
      asked.forEach(s -> both(s.pair()).forEach(item -> shown.merge(item, 1L, Long::sum)));
      for (int c = 0; c < conditions; c++) {
        String condition = "condition " + c;
        List<Long> ofItems =
            items.stream()
                .filter(i -> i.condition().equals(condition))
                .map(i -> shown.getOrDefault(i, 0L))
                .toList();
        assertEven(ofItems, each, 2);
      }
    }
  }

  @Property(tries = 50)
  void sameSeedAndSameAnswersGiveTheSamePairs(@ForAll long seed) {
    List<Sight> first = judged(new Pairs(items(3, 4), BOTH, seed), 4, 10, 1);
    Pairs other = new Pairs(items(3, 4), BOTH, seed);
    assertEquals(first, judged(other, 4, 10, 1));
    assertNotEquals(first, judged(new Pairs(items(3, 4), BOTH, seed + 1), 4, 10, 1));
    // Whoever starts again goes on as if nothing had been.
    Pairs again = new Pairs(items(3, 4), BOTH, seed);
    first.forEach(sight -> again.count(sight.judge(), sight.pair()));
    assertEquals(other.next("judge 2"), again.next("judge 2"));
  }

  @Property(tries = 50)
  void whatIsTakenBackWasNeverThere(@ForAll long seed) {
    Pairs pairs = new Pairs(items(3, 4), BOTH, seed);
    var unused = judged(pairs, 3, 7, seed);
    Optional<Pair> next = pairs.next("judge 1");
    pairs.count("judge 1", next.orElseThrow());
    assertNotEquals(next, pairs.next("judge 1"));
    pairs.uncount("judge 1", next.orElseThrow());
    assertEquals(next, pairs.next("judge 1"));
  }

  @Example
  void judgesWhoBeginTogetherSeeDifferentThings() {
    Pairs pairs = new Pairs(items(2, 50), BOTH, 1);
    Set<Set<Shown>> shown = new HashSet<>();
    IntStream.range(0, 20).forEach(j -> shown.add(both(pairs.next("judge " + j).orElseThrow())));
    assertTrue(shown.size() > 15, () -> "only " + shown.size());
  }
}
