package culturalalien.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.sampling.Choice;
import culturalalien.sampling.Sampler;
import culturalalien.sampling.SamplerSettings;
import culturalalien.sampling.Selection;
import culturalalien.sampling.StepRequest;
import culturalalien.sampling.Vocabulary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the shipped models' choices are for the pool, and not the same for all. */
class ShippedChoicesTest {

  private static final List<String> UNLIKE =
      List.of(
          "mountain",
          "sea,horse",
          "forest,child",
          "robot",
          "garden",
          "music",
          "urban environment",
          "bird,mirror",
          "machinery,flower",
          "winter",
          "kitchen",
          "dance");

  private static final int SEEDS = 20;

  private static Vocabulary words;
  private static LocalModel coherence;
  private static LocalModel context;
  private static Sampler sampler;

  @BeforeAll
  static void read() throws IOException {
    ModelBundle bundle = ShippedModels.read(ShippedModels.TATE, ModelBundle::read);
    words = bundle.vocabulary();
    coherence = new LocalModel(bundle.coherence(), "cpu");
    context = new LocalModel(bundle.context(), "cpu");
    sampler = new Sampler(coherence, context, bundle.culture());
  }

  @AfterAll
  static void close() {
    coherence.close();
    context.close();
  }

  private static int[] numbers(String pool) {
    int[] numbers = Arrays.stream(pool.split(",")).mapToInt(words::number).toArray();
    assertTrue(Arrays.stream(numbers).allMatch(n -> n >= 0), () -> pool + " has unknown words");
    return numbers;
  }

  private static List<Choice> choices(String strategy, long seed, int... pool) {
    return sampler.step(
        new StepRequest(
            pool,
            Selection.DEFAULT.excluded(words, pool),
            SamplerSettings.USUAL,
            strategy,
            seed,
            pool.length));
  }

  /** Of all pairs of unlike pools, how many of their lists of eight share so many words. */
  private static int[] shared(String strategy) {
    int[] pairs = new int[9];
    for (long seed = 1; seed <= SEEDS; seed++) {
      List<Set<Integer>> lists = new ArrayList<>();
      for (String pool : UNLIKE) {
        Set<Integer> list = new HashSet<>();
        choices(strategy, seed, numbers(pool)).subList(0, 8).forEach(c -> list.add(c.concept()));
        for (Set<Integer> other : lists) {
          pairs[(int) other.stream().filter(list::contains).count()]++;
        }
        lists.add(list);
      }
    }
    return pairs;
  }

  /** How many of the pairs share more than two words. */
  private static double moreThanTwo(int[] pairs) {
    return (double) Arrays.stream(pairs).skip(3).sum() / Arrays.stream(pairs).sum();
  }

  @Test
  void unlikePoolsGetUnlikeLists() {
    int[] pairs = shared("cas");
    assertTrue(moreThanTwo(pairs) < 0.005, Arrays.toString(pairs));
    assertTrue(pairs[0] > 0.8 * Arrays.stream(pairs).sum(), Arrays.toString(pairs));
  }

  @Test
  void runsBeginWithManyDifferentConcepts() {
    int runs = 300;
    Map<Integer, Integer> counts = new HashMap<>();
    for (int seed = 0; seed < runs; seed++) {
      counts.merge(choices("cas", seed).get(0).concept(), 1, Integer::sum);
    }
    assertTrue(counts.size() >= 200, counts.size() + " different first concepts");
    int most = counts.values().stream().max(Integer::compare).orElse(0);
    assertTrue(most <= 0.02 * runs, "one of them begins " + most + " runs of " + runs);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mountain", "robot", "garden"})
  void thePoolMakesEveryConceptOfTheListLikelier(String pool) {
    List<String> not = new ArrayList<>();
    for (long seed = 1; seed <= SEEDS; seed++) {
      for (Choice choice : choices("cas", seed, numbers(pool)).subList(0, 8)) {
        if (choice.coherenceLift() <= 0) {
          not.add(words.name(choice.concept()) + " " + choice.coherenceLift());
        }
      }
    }
    assertEquals(List.of(), not);
  }
}
