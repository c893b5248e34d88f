package culturalalien.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.sampling.ConceptVectors;
import culturalalien.scoring.LocalModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrammarCompositorTest {

  private static final List<String> CONCEPTS = Briefs.concepts(60);
  private static final List<Prompt> RUN = run(200, List.of());

  private static List<Prompt> run(int works, List<String> own) {
    try {
      return Briefs.run(works, CONCEPTS, own, SetCoherence.UNKNOWN);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Prompt compose(Brief brief) throws InterruptedException {
    return new GrammarCompositor().compose(brief);
  }

  @Test
  void theSameBriefHasTheSamePrompt() throws Exception {
    Brief brief = Briefs.of(List.of("my red tractor"), CONCEPTS.toArray(String[]::new));
    assertEquals(compose(brief), compose(brief));
  }

  @Test
  void anotherGenerationHasAnotherPrompt() throws Exception {
    Set<String> prompts = new HashSet<>();
    List<Ingredient> pool = CONCEPTS.stream().map(name -> Briefs.ingredient(name, 0)).toList();
    for (int generation = 0; generation < 50; generation++) {
      assertTrue(prompts.add(compose(Briefs.of(List.of(), pool, generation)).prompt()));
    }
  }

  @Test
  void aWorkHasTwoToFourConceptsOfThePool() {
    Set<Integer> sizes = new HashSet<>();
    for (Prompt work : RUN) {
      assertTrue(CONCEPTS.containsAll(work.concepts()), work::toString);
      assertEquals(work.concepts().size(), Set.copyOf(work.concepts()).size());
      sizes.add(work.concepts().size());
    }
    assertEquals(Set.of(2, 3, 4), sizes);
  }

  @Test
  void everyConceptOfAWorkIsInItsPrompt() {
    for (Prompt work : RUN) {
      String prompt = work.prompt().toLowerCase(Locale.ROOT);
      for (String concept : work.concepts()) {
        String said = Words.shipped().concept(concept).bare().toLowerCase(Locale.ROOT);
        assertTrue(prompt.contains(said), () -> concept + " is not in " + work);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my grandmother's red tractor",
        "Wanderlust",
        "the WALL of 1989",
        "virgin mary",
        "reading",
        "arms raised",
        "pop art",
        "turkey bird",
        "$1 {subject} [not] \\ a gap",
        "λίμνη",
        "two moons, both late"
      })
  void theArtistsOwnWordIsInEveryPromptUnaltered(String own) {
    for (Prompt work : run(25, List.of(own, "Übermut"))) {
      assertTrue(Words.stands(own, work.prompt()), work::toString);
      assertTrue(Words.stands("Übermut", work.prompt()), work::toString);
      assertEquals(List.of(own, "Übermut"), work.concepts().subList(0, 2));
      assertTrue(work.concepts().size() >= 4 && work.concepts().size() <= 6, work::toString);
    }
  }

  @Test
  void manyOwnWordsAreAllKept() throws Exception {
    List<String> own = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      own.add("word number " + i);
    }
    Prompt work = compose(Briefs.of(own, "sea", "owl"));
    own.forEach(word -> assertTrue(Words.stands(word, work.prompt()), work::prompt));
  }

  @Test
  void anOwnWordOfThePoolIsNotChosenASecondTime() throws Exception {
    Prompt work = compose(Briefs.of(List.of("Sea"), "sea", "owl", "storm"));
    assertEquals(Set.of("Sea", "owl", "storm"), Set.copyOf(work.concepts()));
  }

  @Test
  void oneConceptOrOneOwnWordIsEnough() throws Exception {
    assertEquals(List.of("owl"), compose(Briefs.of(List.of(), "owl")).concepts());
    assertEquals(List.of("owl"), compose(Briefs.of(List.of("owl"))).concepts());
    assertEquals(List.of("cubism"), compose(Briefs.of(List.of(), "cubism")).concepts());
    assertEquals(List.of("arms raised"), compose(Briefs.of(List.of(), "arms raised")).concepts());
    assertThrows(IllegalArgumentException.class, () -> Briefs.of(List.of()));
  }

  @Test
  void promptsHaveTwentyFiveToEightyWordsAndReadAsSentences() {
    for (Prompt work : RUN) {
      String prompt = work.prompt();
      int words = prompt.split(" ").length;
      assertTrue(words >= 25 && words <= 80, () -> words + " words: " + prompt);
      assertFalse(prompt.matches(".*([{}\\[\\]]|  |\\.\\.|,,|,\\.|[,;:]$| [,.;]).*"), prompt);
      assertTrue(prompt.matches("\\p{Lu}.*\\."), prompt);
      assertFalse(prompt.matches(".*[.] \\p{Ll}.*"), () -> "small letter after a stop: " + prompt);
      assertFalse(prompt.matches(".*\\b[Aa] [aeio].*"), () -> "a for an: " + prompt);
      assertFalse(prompt.matches("(?i).*\\b(\\w+) \\1\\b.*"), () -> "a word twice: " + prompt);
    }
  }

  @Test
  void promptsInARowReadDifferently() {
    Set<String> prompts = new HashSet<>();
    Map<String, Integer> trigrams = new HashMap<>();
    Map<String, Integer> openings = new HashMap<>();
    int all = 0;
    for (Prompt work : RUN) {
      assertTrue(prompts.add(work.prompt()), work::prompt);
      String[] words = work.prompt().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
      for (int i = 2; i < words.length; i++, all++) {
        trigrams.merge(words[i - 2] + " " + words[i - 1] + " " + words[i], 1, Integer::sum);
      }
      openings.merge(words[0] + " " + words[1] + " " + words[2], 1, Integer::sum);
    }
    // A list in turn of 25 sentences with fixed words would stay below 0.2.
    double distinct = trigrams.size() / (double) all;
    assertTrue(distinct > 0.35, () -> "distinct trigrams: " + distinct);
    assertTrue(openings.size() > 80, () -> openings.size() + " openings: " + openings);
    int most = openings.values().stream().max(Integer::compare).orElseThrow();
    assertTrue(most <= 20, () -> "one opening " + most + " times: " + openings);
  }

  @Test
  void sentencesFollowInNoFixedOrder() {
    // What follows the most frequent opening is not one and the same.
    Map<String, Set<String>> followers = new HashMap<>();
    for (int i = 1; i < RUN.size(); i++) {
      followers
          .computeIfAbsent(opening(RUN.get(i - 1)), o -> new HashSet<>())
          .add(opening(RUN.get(i)));
    }
    int most = followers.values().stream().mapToInt(Set::size).max().orElseThrow();
    assertTrue(most >= 4, followers::toString);
  }

  private static String opening(Prompt work) {
    return work.prompt().split(" ")[0];
  }

  @Test
  void noPhraseOfTheLexiconReturnsAtOnce() {
    int returned = 0;
    int said = 0;
    for (String slot : List.of("medium", "light", "palette", "composition")) {
      for (Lexicon.Entry entry : Lexicon.shipped().entries(slot)) {
        for (int i = 1; i < RUN.size(); i++) {
          boolean now = says(RUN.get(i), entry);
          said += now ? 1 : 0;
          returned += now && says(RUN.get(i - 1), entry) ? 1 : 0;
        }
      }
    }
    int times = returned;
    assertTrue(said > 400 && returned < said / 50, () -> "returned at once " + times + " times");
  }

  private static boolean says(Prompt work, Lexicon.Entry entry) {
    return work.prompt().toLowerCase(Locale.ROOT).contains(entry.text().toLowerCase(Locale.ROOT));
  }

  @Test
  void noTitleReturnsInTwoThousandWorks() throws Exception {
    List<Prompt> works = Briefs.run(2000, Briefs.concepts(40), List.of(), SetCoherence.UNKNOWN);
    Set<String> titles = new HashSet<>();
    works.forEach(work -> assertTrue(titles.add(work.title()), work::title));
    long numbered = titles.stream().filter(title -> title.matches(".* [IVXLCDM]+")).count();
    assertTrue(numbered < 20, () -> numbered + " titles needed a number");
  }

  @Test
  void wordsFollowTheConceptsMeaning() {
    // The light of storms is nearer to storms than the light of weddings is, and so for others.
    String[] storm = {"storm", "sea", "shipwreck", "lightning"};
    String[] wedding = {"wedding dress", "rose", "kissing", "bouquet"};
    for (String slot : List.of("light", "mood", "palette", "detail", "place", "noun", "time")) {
      double own = nearness(slot, storm, storm) + nearness(slot, wedding, wedding);
      double other = nearness(slot, storm, wedding) + nearness(slot, wedding, storm);
      assertTrue(own > other + 0.02, () -> slot + ": " + own + " to its own, other " + other);
    }
  }

  /** Mean cosine between what is drawn for some concepts and other concepts. */
  private static double nearness(String slot, String[] drawnFor, String[] to) {
    float[] meaning = meaning(drawnFor);
    float[] target = meaning(to);
    Map<String, float[]> vectors = new HashMap<>();
    Lexicon.shipped().entries(slot).forEach(e -> vectors.put(e.text(), e.vector()));
    double sum = 0;
    for (int g = 0; g < 200; g++) {
      String drawn =
          Lexicon.shipped().draw(slot, meaning, new Said(List.of()), Set.of(), Chance.of(1, g));
      sum += ConceptVectors.cosine(vectors.get(drawn), target);
    }
    return sum / 200;
  }

  private static float[] meaning(String... concepts) {
    return Vectors.mean(
        Arrays.stream(concepts).map(name -> Briefs.ingredient(name, 0).vector()).toList());
  }

  @Test
  void theRealModelsCoherenceIsFollowed() throws Exception {
    try (LocalModel model = Briefs.model()) {
      SetCoherence coherence = Briefs.coherence(model);
      List<Prompt> with = Briefs.run(40, CONCEPTS, List.of(), coherence);
      double guided = coherence(coherence, with);
      double blind = coherence(coherence, RUN.subList(0, 40));
      assertTrue(
          guided > blind + 0.1, () -> guided + " nats with the model, " + blind + " without");
      assertNotEquals(RUN.get(0).concepts(), with.get(0).concepts());
    }
  }

  private static double coherence(SetCoherence model, List<Prompt> works) throws Exception {
    int[][] sets =
        works.stream()
            .map(work -> work.concepts().stream().mapToInt(Briefs.vocabulary()::number).toArray())
            .toArray(int[][]::new);
    return Arrays.stream(model.aboveChance(sets)).average().orElseThrow();
  }
}
