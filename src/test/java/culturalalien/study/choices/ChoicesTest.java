package culturalalien.study.choices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.corpus.CorpusRecord;
import culturalalien.sampling.FakeModel;
import culturalalien.sampling.Vocabulary;
import culturalalien.study.choices.Witnesses.Testimony;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is asked of rules, and what is said of their answers, on a few works. */
class ChoicesTest {

  private static final Vocabulary WORDS =
      Vocabulary.parse(List.of("sea", "boat", "horse", "dog", "tower", "castle"));

  private static CorpusRecord work(String number, String artist, String... concepts) {
    return new CorpusRecord(
        number, artist.isEmpty() ? List.of() : List.of(artist), List.of(concepts));
  }

  private static final List<CorpusRecord> RECORDS =
      List.of(
          work("1", "Ann", "sea", "boat"),
          work("2", "Ann", "horse"),
          work("3", "Bea", "sea", "dog"),
          work("4", "Cid", "sea"),
          work("5", "", "tower", "castle"));

  private static int[] set(int... concepts) {
    return concepts;
  }

  // ---- Who used what

  @Test
  void aShareIsTheLargestOverThePoolOfThoseWhoUseBoth() {
    Uses uses = Uses.of(RECORDS, WORDS);
    // Of three who use the sea one uses a boat; of one who uses a boat, one a horse.
    assertEquals(1 / 3.0, uses.share(set(0), 1), 1e-12);
    assertEquals(1, uses.share(set(1), 2));
    assertEquals(1, uses.share(set(0, 1), 2));
    assertEquals(0, uses.share(set(4), 0), "nobody is known");
  }

  @Test
  void unseenIsWhatNoWorkShowsWithThePoolAndUncombinedWhatNoArtistUses() {
    Uses uses = Uses.of(RECORDS, WORDS);
    assertFalse(uses.isUnseen(set(0), 1));
    assertTrue(uses.isUnseen(set(0), 2));
    assertFalse(uses.isUnseen(set(2, 0), 3));
    assertFalse(uses.isUnseen(set(4), 5), "of nobody known, but shown");
    assertFalse(uses.isUncombined(set(0, 1, 2)), "Ann does, in two works");
    assertTrue(uses.isUncombined(set(1, 3)));
  }

  // ---- What is asked

  private static List<CorpusRecord> manyWorks() {
    List<CorpusRecord> works = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      works.add(work("A" + i, i < 36 ? "Prolific" : "Artist " + i, "sea", "boat", "horse", "dog"));
    }
    works.add(work("B", "Few", "sea", "boat", "horse"));
    works.add(work("C", "", "sea", "boat", "horse", "dog"));
    return works;
  }

  private static BitSet all() {
    BitSet all = new BitSet();
    all.set(0, WORDS.size());
    return all;
  }

  @Test
  void aCaseIsAPoolAndAnotherConceptOfTheSameWorkAndNoWorkComesTwice() {
    List<Case> cases = Case.draw(manyWorks(), WORDS, all(), 1000, 1);
    assertTrue(cases.size() > 10 && cases.size() <= 40, cases.size() + " cases");
    Set<Integer> sizes = new HashSet<>();
    for (Case one : cases) {
      Set<Integer> together = new HashSet<>(IntStream.of(one.pool()).boxed().toList());
      sizes.add(together.size());
      assertTrue(together.add(one.real()), "the real one is not in the pool");
      assertTrue(Set.of(0, 1, 2, 3).containsAll(together));
    }
    assertEquals(Set.of(1, 2, 3), sizes);
  }

  @Test
  void artistsAreAskedAboutWithTheSameChance() {
    // Five artists, one of whom made nine tenths: the first five cases are hardly all theirs.
    int others = 0;
    for (int seed = 0; seed < 50; seed++) {
      List<CorpusRecord> works = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        boolean prolific = i < 36;
        works.add(
            prolific
                ? work("A" + i, "Prolific", "sea", "boat", "horse", "dog")
                : work("A" + i, "Artist " + i, "sea", "tower", "castle", "dog"));
      }
      Case first = Case.draw(works, WORDS, all(), 1, seed).get(0);
      others +=
          IntStream.concat(IntStream.of(first.pool()), IntStream.of(first.real()))
                  .anyMatch(concept -> concept >= 4)
              ? 1
              : 0;
    }
    // Of four fifths some show neither a tower nor a castle in the case.
    assertTrue(others > 20, others + " of 50");
  }

  @Test
  void theRealConceptIsOneThatMightBeSuggested() {
    BitSet horse = new BitSet();
    horse.set(2);
    List<Case> cases = Case.draw(manyWorks(), WORDS, horse, 5, 1);
    assertEquals(5, cases.size());
    cases.forEach(one -> assertEquals(2, one.real()));
    assertEquals(List.of(), Case.draw(manyWorks(), WORDS, new BitSet(), 5, 1));
    assertEquals(List.of(), Case.draw(List.of(), WORDS, all(), 5, 1));
  }

  // ---- What is said

  @Test
  void witnessesSayLiftPercentilesShareAndWhetherItWasSeen() {
    float[] start = {2, 2, 2, 2, 2, 2};
    float[][] after = new float[6][];
    java.util.Arrays.fill(after, start);
    after[0] = new float[] {9, 1, 3, 2, 2, 2};
    float[][] meanings = {{1, 0}, {0, 1}, {0.6f, 0.8f}, {-1, 0}, {0, -1}, {0.8f, 0.6f}};
    Witnesses witnesses =
        new Witnesses(
            FakeModel.bigram(8, start, after), meanings, meanings, Uses.of(RECORDS, WORDS));
    Witnesses.Hearing hearing = witnesses.on(set(0));
    Testimony boat = hearing.of(1);
    assertEquals(1, boat.lift(), 1e-6);
    assertEquals(5 / 6.0, boat.liftPercentile(), 1e-12);
    assertEquals(1 / 3.0, boat.share(), 1e-12);
    assertEquals(0, boat.unseen());
    Testimony castle = hearing.of(5);
    assertEquals(0, castle.lift(), 1e-6);
    // Only the sea itself is nearer.
    assertEquals(4 / 6.0, castle.meaningPercentile(), 1e-12);
    assertEquals(4 / 6.0, castle.worksPercentile(), 1e-12);
    assertEquals(1, castle.unseen());
    assertNotEquals(boat, castle);
  }

  @Test
  void aTableHasARowOfMeansForEachRuleAndCountsItsAnswers() {
    float[][] meanings = {{1, 0}, {0, 1}, {0, 1}, {-1, 0}, {0, -1}, {1, 0}};
    Witnesses witnesses =
        new Witnesses(
            FakeModel.unigram(8, 0.2, 0.2, 0.2, 0.2, 0.1, 0.1),
            meanings,
            meanings,
            Uses.of(RECORDS, WORDS));
    List<Case> cases = List.of(new Case(set(0), 1), new Case(set(0), 3), new Case(set(1), 0));
    ChoicesTable table = new ChoicesTable(witnesses, cases);
    ChoicesTable.Row real = table.addReal();
    assertEquals(0, real.lift().mean(), 1e-6);
    assertEquals((1 / 3.0 + 1 / 3.0 + 1) / 3, real.share().mean(), 1e-12);
    assertEquals(0, real.unseen().mean());
    ChoicesTable.Row rule = table.add("a rule", new int[] {2, 2, 4});
    assertEquals(1, rule.unseen().mean());
    assertEquals(2, rule.different());
    assertEquals(2, rule.mostFrequent());
    List<String> lines = table.markdown().lines().toList();
    assertEquals(4, lines.size());
    assertTrue(lines.get(3).startsWith("| a rule | ") && lines.get(3).endsWith("| 2 | 2 |"));
  }
}
