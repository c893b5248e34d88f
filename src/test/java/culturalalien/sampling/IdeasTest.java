package culturalalien.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole ideas, from models in which each concept likes one other: 0 and 1, 2 and 3, and so on. */
class IdeasTest {

  private static final int SIZE = 40;

  private final FakeModel coherence = pairs(8, 1);
  private final FakeModel context = pairs(8, 2);

  /** Every concept likes the one whose number differs from its own in this bit. */
  private static FakeModel pairs(int maxConcepts, int bit) {
    float[] first = new float[SIZE];
    float[][] after = new float[SIZE][SIZE];
    Arrays.fill(first, (float) Math.log(SIZE));
    for (int i = 0; i < SIZE; i++) {
      Arrays.fill(after[i], 4.5f);
      after[i][i ^ bit] = 1;
    }
    return FakeModel.bigram(maxConcepts, first, after);
  }

  private static Culture culture(float[][] meanings, Artists artists, BitSet faiths, BitSet bad) {
    return new Culture(meanings, artists, new BitSet(), faiths, bad);
  }

  private static IdeaRequest request(int size, int count, double beta, int... excluded) {
    BitSet out = new BitSet();
    Arrays.stream(excluded).forEach(out::set);
    return new IdeaRequest(size, count, 2000, beta, out, 7);
  }

  private List<ConceptGroup> ideas(IdeaRequest request, Culture culture) {
    return new Sampler(coherence, context, culture).ideas(request, done -> {});
  }

  private List<ConceptGroup> ideas(IdeaRequest request) {
    return ideas(request, Culture.UNKNOWN);
  }

  private static List<List<Integer>> concepts(List<ConceptGroup> ideas) {
    return ideas.stream().map(idea -> Arrays.stream(idea.concepts()).boxed().toList()).toList();
  }

  private static BitSet range(int from, int to) {
    BitSet set = new BitSet();
    set.set(from, to);
    return set;
  }

  // ---- Drawing

  private List<IdeaSets.Drawn> drawn(int size, int count, BitSet allowed) {
    return new IdeaSets(
            new Sampler(coherence, context), allowed, new SplittableRandom(3), done -> {})
        .draw(size, count);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 6})
  void eachSetIsDrawnOnceWhateverItsOrder(int size) {
    List<IdeaSets.Drawn> drawn = drawn(size, 1000, range(0, 12));
    Set<Set<Integer>> sets = new HashSet<>();
    for (IdeaSets.Drawn one : drawn) {
      Set<Integer> set = new HashSet<>(Arrays.stream(one.concepts()).boxed().toList());
      assertEquals(size, set.size(), "no concept twice in a set");
      assertTrue(set.stream().allMatch(concept -> concept < 12), "only what is allowed");
      assertTrue(sets.add(set), () -> "drawn twice: " + set);
    }
    // Of twelve concepts there are 66 sets of two, 220 of three, 924 of six.
    assertTrue(sets.size() > 40, sets.size() + " sets");
    assertTrue(sets.size() <= 1000, sets.size() + " sets");
  }

  @Test
  void aDrawnSetKnowsItsLikelihoodInThatOrder() {
    for (IdeaSets.Drawn one : drawn(4, 200, range(0, SIZE))) {
      assertEquals(coherence.nll(new int[][] {one.concepts()})[0], one.nll(), 1e-5);
    }
  }

  @Test
  void setsAreDrawnAsTheCoherenceModelWouldContinueThem() {
    List<IdeaSets.Drawn> pairs = drawn(2, 400, range(0, SIZE));
    long liked =
        pairs.stream().filter(pair -> (pair.concepts()[0] ^ 1) == pair.concepts()[1]).count();
    // Nearly all twenty that there are, of 780 pairs.
    assertTrue(liked >= 18, liked + " liked pairs");
    assertTrue(pairs.size() < 400, pairs.size() + " pairs");
  }

  @Test
  void setsThatBeginAlikeShareTheirPasses() {
    int sets = drawn(3, 1000, range(0, SIZE)).size();
    assertTrue(
        coherence.prefixes.size() < sets / 2,
        () -> coherence.prefixes.size() + " passes for " + sets + " sets");
  }

  // ---- Choosing

  @Test
  void withoutWeightOnRarityTheMostCoherentPairsCome() {
    List<ConceptGroup> ideas = ideas(request(2, 5, 0));
    assertEquals(5, ideas.size());
    for (ConceptGroup idea : ideas) {
      assertEquals(idea.concepts()[0] ^ 1, idea.concepts()[1]);
      // Alone ln 40 each; together ln 40 and 1.
      assertEquals((Math.log(SIZE) - 1) / 2, idea.coherence(), 1e-5);
      assertEquals((Math.log(SIZE) - 4.5) / 2, idea.typicality(), 1e-5);
    }
  }

  @Test
  void theBestComesFirst() {
    // Four concepts have lost the one that they like.
    List<ConceptGroup> ideas = ideas(request(2, 1000, 0.5, 1, 3, 5, 7));
    for (int i = 1; i < ideas.size(); i++) {
      assertTrue(ideas.get(i - 1).score() >= ideas.get(i).score());
    }
    assertTrue(ideas.get(0).score() > ideas.get(ideas.size() - 1).score());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6})
  void noConceptComesInTwoIdeasOfAList(int size) {
    List<List<Integer>> ideas = concepts(ideas(request(size, 5, 0.5)));
    Set<Integer> seen = new HashSet<>();
    for (List<Integer> idea : ideas) {
      assertEquals(size, idea.size());
      for (int concept : idea) {
        assertTrue(seen.add(concept), () -> concept + " twice in " + ideas);
      }
    }
    assertEquals(5, ideas.size());
  }

  @Test
  void moreIdeasThanThereCanBeGiveThoseThatThereAre() {
    List<List<Integer>> ideas = concepts(ideas(request(3, 1000, 0.5)));
    assertTrue(ideas.size() >= 5 && ideas.size() <= SIZE / 3, ideas.size() + " ideas");
  }

  @Test
  void excludedConceptsAreInNoIdea() {
    int[] excluded = IntStream.range(0, 30).toArray();
    List<List<Integer>> ideas = concepts(ideas(request(3, 10, 0.5, excluded)));
    assertFalse(ideas.isEmpty());
    assertTrue(ideas.stream().flatMap(List::stream).allMatch(concept -> concept >= 30));
  }

  @Test
  void ofFewerConceptsThanAnIdeaHasThereIsNone() {
    assertEquals(List.of(), ideas(request(3, 10, 0.5, IntStream.range(2, SIZE).toArray())));
    assertEquals(1, ideas(request(3, 10, 0.5, IntStream.range(3, SIZE).toArray())).size());
  }

  @Test
  void theSameSeedGivesTheSameIdeasAndAnotherOthers() {
    IdeaRequest request = new IdeaRequest(3, 10, 200, 0.5, new BitSet(), 7);
    IdeaRequest other = new IdeaRequest(3, 10, 200, 0.5, new BitSet(), 8);
    assertEquals(concepts(ideas(request)), concepts(ideas(request)));
    assertNotEquals(concepts(ideas(request)), concepts(ideas(other)));
  }

  @Test
  void twoConceptsOfAnIdeaAreApartInMeaning() {
    // In three directions of the plane, a third of a turn apart, with a little noise.
    Random random = new Random(1);
    float[][] meanings = new float[SIZE][];
    for (int i = 0; i < SIZE; i++) {
      double angle = 2 * Math.PI * (i / 2 % 3) / 3 + 0.2 * random.nextGaussian();
      meanings[i] = new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
    }
    Culture culture = culture(meanings, Artists.UNKNOWN, new BitSet(), new BitSet());
    List<ConceptGroup> ideas = ideas(request(3, 10, 0), culture);
    assertFalse(ideas.isEmpty());
    for (ConceptGroup idea : ideas) {
      for (int a : idea.concepts()) {
        for (int b : idea.concepts()) {
          assertTrue(a == b || ConceptVectors.dot(meanings[a], meanings[b]) <= 0.35);
        }
      }
    }
    // Not even the pairs that the model likes best.
    assertTrue(
        ideas.stream()
            .noneMatch(i -> IntStream.of(i.concepts()).anyMatch(c -> contains(i, c ^ 1))));
  }

  @Test
  void aCosineOfThreeTenthsIsApartAndOneOfFourTenthsIsNot() {
    float[][] meanings = new float[SIZE][];
    Arrays.fill(meanings, new float[] {1, 0, 0, 0});
    meanings[1] = new float[] {0.4f, (float) Math.sqrt(0.84), 0, 0};
    meanings[2] = new float[] {0, 0, 1, 0};
    meanings[3] = new float[] {0, 0, 0.3f, (float) Math.sqrt(0.91)};
    Culture culture = culture(meanings, Artists.UNKNOWN, new BitSet(), new BitSet());
    int[] others = IntStream.range(4, SIZE).toArray();
    List<List<Integer>> ideas = concepts(ideas(request(2, 2, 0, others), culture));
    // The model likes both pairs as much.
    assertEquals(1, ideas.size());
    assertEquals(Set.of(2, 3), Set.copyOf(ideas.get(0)));
  }

  private static boolean contains(ConceptGroup idea, int concept) {
    return Arrays.stream(idea.concepts()).anyMatch(c -> c == concept);
  }

  @Test
  void whereEverythingMeansTheSameThereIsNoIdea() {
    float[][] meanings = new float[SIZE][];
    Arrays.fill(meanings, new float[] {1, 0});
    assertEquals(
        List.of(),
        ideas(request(3, 10, 0.5), culture(meanings, Artists.UNKNOWN, new BitSet(), new BitSet())));
  }

  @Test
  void noFaithStandsBesideAnAtrocityThoughTheModelLikesIt() {
    BitSet faiths = new BitSet();
    BitSet atrocities = new BitSet();
    for (int i = 0; i < SIZE; i += 2) {
      faiths.set(i);
      atrocities.set(i + 1);
    }
    List<ConceptGroup> ideas =
        ideas(request(3, 20, 0), culture(new float[0][], Artists.UNKNOWN, faiths, atrocities));
    assertFalse(ideas.isEmpty());
    for (ConceptGroup idea : ideas) {
      long holy = Arrays.stream(idea.concepts()).filter(faiths::get).count();
      assertTrue(holy == 0 || holy == 3, Arrays.toString(idea.concepts()));
    }
  }

  // ---- What is rare

  @Test
  void withoutArtistsTheContextModelTellsWhatIsRare() {
    // It likes pairs that differ in the second bit.
    for (ConceptGroup idea : ideas(request(2, 5, 0.5))) {
      assertEquals(idea.concepts()[0] ^ 1, idea.concepts()[1]);
      assertTrue(Float.isNaN(idea.artists()));
    }
    coherence.prefixes.clear();
    FakeModel same = pairs(8, 1);
    List<ConceptGroup> rare = new Sampler(coherence, same).ideas(request(2, 5, 1), done -> {});
    for (ConceptGroup idea : rare) {
      assertNotEquals(idea.concepts()[0] ^ 1, idea.concepts()[1]);
    }
  }

  /** So many artists use two concepts of the first half, none two others. */
  private static Artists habitual(float together) {
    float[][] habits = new float[SIZE][1];
    for (int i = 0; i < SIZE / 2; i++) {
      habits[i][0] = (float) Math.sqrt(together);
    }
    float[] makers = new float[SIZE];
    Arrays.fill(makers, 9);
    return new Artists(List.of("Ann"), new float[1][1], new float[SIZE][1], habits, makers);
  }

  @Test
  void whatArtistsCombineLosesAgainstWhatNoneCombines() {
    Culture culture = culture(new float[0][], habitual(5), new BitSet(), new BitSet());
    List<ConceptGroup> ideas = ideas(request(2, 9, 0.5), culture);
    assertEquals(9, ideas.size());
    for (ConceptGroup idea : ideas) {
      assertEquals(idea.concepts()[0] ^ 1, idea.concepts()[1], "still coherent");
      assertTrue(idea.concepts()[0] >= SIZE / 2, "none combines them");
      assertEquals(0, idea.artists());
    }
  }

  @Test
  void anIdeaSaysHowManyArtistsUseTheTwoThatFewestUseTogether() {
    Culture culture = culture(new float[0][], habitual(5), new BitSet(), new BitSet());
    int[] second = IntStream.range(SIZE / 2, SIZE).toArray();
    for (ConceptGroup idea : ideas(request(3, 3, 0.5, second), culture)) {
      assertEquals(5, idea.artists(), 1e-4);
    }
  }

  // ---- How far it is

  @ParameterizedTest
  @ValueSource(ints = {2, 6})
  void progressGrowsFromNothingToAll(int size) {
    List<Double> heard = new ArrayList<>();
    new Sampler(coherence, context).ideas(request(size, 10, 0.5), heard::add);
    assertTrue(heard.size() > size);
    assertTrue(heard.get(0) > 0 && heard.get(0) < 0.5, heard.toString());
    assertArrayEquals(
        heard.stream().sorted().toArray(), heard.toArray(), () -> "goes back: " + heard);
    assertEquals(1, heard.get(heard.size() - 1));
  }

  @Test
  void progressIsCompleteWhereNothingCanBeFound() {
    List<Double> heard = new ArrayList<>();
    List<ConceptGroup> none =
        new Sampler(coherence, context)
            .ideas(request(2, 1, 0.5, IntStream.range(0, SIZE).toArray()), heard::add);
    assertEquals(List.of(), none);
    assertEquals(List.of(1.0), heard);
  }
}
