package culturalalien.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.ArtAgent;
import culturalalien.Candidate;
import culturalalien.Concept;
import culturalalien.CulturalAlien;
import culturalalien.Ranking;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import processing.core.PApplet;
import processing.core.PImage;
import processing.data.IntDict;
import processing.data.IntList;
import processing.data.StringList;

/** What a teacher reads out from each teaching sketch's header is what the class then sees. */
class TeachingExamplesTest {
  @TempDir private Path temp;

  @Test
  void betaSliderGoesFromWhatFitsBestToWhatFewestArtistsDo() throws Exception {
    try (Opened slider = open("BetaSlider")) {
      slider.run.until(() -> !slider.variable("all", ArrayList.class).isEmpty());
      slider.run.press(82, 420);
      assertTrue(slider.variable("beta", Float.class) < 0.01);
      assertEquals(1, winner(slider).coherenceRank());
      slider.run.press(900, 420);
      assertEquals(1, slider.variable("beta", Float.class));
      for (Object other : slider.variable("all", ArrayList.class)) {
        assertTrue(winner(slider).habit() <= ((Candidate) other).habit());
      }
    }
  }

  @Test
  void betaSliderFollowsTheLibrarysOwnRuleAndFillsThePool() throws Exception {
    try (Opened slider = open("BetaSlider")) {
      slider.run.until(() -> !slider.variable("all", ArrayList.class).isEmpty());
      CulturalAlien cas = slider.variable("cas", CulturalAlien.class);
      Variables.set(slider.sketch, "beta", cas.beta());
      String best = cas.consider().get(0).name();
      assertEquals(best, winner(slider).name());
      slider.run.click(300, 150);
      assertEquals(List.of("garden", "girl", "lily", best), names(cas.pool()));
      assertNotEquals(best, winner(slider).name());
    }
  }

  @Test
  void whyThisConceptTakesItsPoolsFromRealWorks() throws Exception {
    try (Opened why = open("WhyThisConcept")) {
      why.run.until(() -> !why.variable("all", ArrayList.class).isEmpty());
      CulturalAlien cas = why.variable("cas", CulturalAlien.class);
      List<String> known = names(cas.concepts());
      for (String[] work : why.variable("works", String[][].class)) {
        why.run.frames(2);
        int last = work.length - 1;
        assertEquals(List.of(work).subList(0, last), names(cas.pool()));
        assertTrue(known.contains(work[last]), work[last]);
        why.run.type("n");
      }
      assertEquals(List.of(), why.run.warnings());
    }
  }

  @Test
  void whyThisConceptFollowsTheLibrarysOwnRule() throws Exception {
    try (Opened why = open("WhyThisConcept")) {
      why.run.until(() -> !why.variable("all", ArrayList.class).isEmpty());
      CulturalAlien cas = why.variable("cas", CulturalAlien.class);
      why.run.frames(2);
      assertEquals(cas.beta(), why.variable("beta", Float.class));
      String best = cas.consider().get(0).name();
      List<?> drawn = why.variable("all", ArrayList.class);
      assertEquals(best, drawn.get(drawn.size() - 1).toString());
    }
  }

  private static Candidate winner(Opened slider) {
    return slider.run.onAnimationThread(
        () -> {
          Class<?> type = slider.sketch.getClass();
          Object beta = slider.variable("beta", Float.class);
          return (Candidate) type.getMethod("winner", float.class).invoke(slider.sketch, beta);
        });
  }

  @Test
  void samplersComparedGrowsSixColumnsFromOneStart() throws Exception {
    try (Opened columns = open("SamplersCompared")) {
      CulturalAlien[] samplers = columns.variable("samplers", CulturalAlien[].class);
      columns.run.until(() -> samplers[5].pool().size() >= 4 && samplers[0].pool().size() >= 4);
      for (CulturalAlien sampler : samplers) {
        assertEquals("sea", sampler.pool().get(0).name());
      }
      assertTrue(latest(samplers[0]).coherence() > 0);
      IntDict taken = columns.variable("times", IntDict[].class)[0];
      assertEquals(Set.copyOf(names(samplers[0].pool())), Set.of(taken.keyArray()));
    }
  }

  @Test
  void samplersComparedStopsForReadingAndBeginsAgain() throws Exception {
    try (Opened columns = open("SamplersCompared")) {
      CulturalAlien[] samplers = columns.variable("samplers", CulturalAlien[].class);
      columns.run.until(() -> samplers[3].pool().size() >= 3);
      columns.run.type(" ");
      assertFalse(columns.sketch.isLooping());
      columns.run.type(" ");
      assertTrue(columns.sketch.isLooping());
      columns.run.click(500, 300);
      assertTrue(samplers[3].pool().size() < 3);
      columns.run.until(() -> samplers[3].pool().size() >= 2);
      assertEquals("sea", samplers[3].pool().get(0).name());
    }
  }

  private static Concept latest(CulturalAlien sampler) {
    return sampler.pool().get(sampler.pool().size() - 1);
  }

  @Test
  void conceptMapShowsEveryConceptAtItsPlaceInItsColour() throws Exception {
    try (Opened map = open("ConceptMap")) {
      map.run.until(() -> map.variable("map", PImage.class) != null);
      PImage dots = map.variable("map", PImage.class);
      List<Concept> words = map.variable("cas", CulturalAlien.class).concepts();
      long shown =
          words.stream()
              .filter(c -> dots.get(240 + (int) (720 * c.x()), (int) (720 * c.y())) == c.color())
              .count();
      assertTrue(shown > 0.6 * words.size(), () -> shown + " of " + words.size());
      Concept storm = map.variable("cas", CulturalAlien.class).concept("storm");
      map.run.moveMouse(240 + Math.round(720 * storm.x()), Math.round(720 * storm.y()));
      map.run.frames(1);
      assertEquals(storm, map.variable("words", ArrayList.class).get(0));
    }
  }

  @Test
  void conceptMapDrawsRunsOfSeveralStrategies() throws Exception {
    try (Opened map = open("ConceptMap")) {
      ArrayList<?>[] runs = map.variable("runs", ArrayList[].class);
      map.run.until(() -> runs[0] != null && runs[0].size() == 3);
      map.run.type("2");
      map.run.until(() -> runs[1].size() == 4);
      assertEquals("coherence", map.variable("cas", CulturalAlien.class).strategy());
      assertEquals(3, runs[0].size());
      assertEquals("sea", runs[1].get(0).toString());
      assertTrue(leap(runs[1]) > 0);
    }
  }

  /** Mean distance in meaning from step to step. */
  private static double leap(ArrayList<?> run) {
    double sum = 0;
    for (int i = 1; i < run.size(); i++) {
      sum += 1 - ((Concept) run.get(i)).similarity((Concept) run.get(i - 1));
    }
    return sum / (run.size() - 1);
  }

  @Test
  void judgeCountsArrowsClicksAndCannotTell() throws Exception {
    try (Opened judge = open("Judge")) {
      judge.run.frames(1);
      for (ArtAgent agent : judge.variable("agents", ArtAgent[].class)) {
        agent.size(64, 64);
      }
      Ranking ranking = judge.variable("ranking", Ranking.class);
      judge.run.type("%"); // has the key code of the left arrow; nothing hangs yet
      judge.run.until(() -> judge.variable("works", PImage[].class)[1] != null);
      assertEquals(0, ranking.count());
      Ranking expected = new Ranking(); // the pairs are shuffled, so what each vote means is, too
      expected.prefer(judge.maker(0), judge.maker(1));
      judge.run.type("%");
      expected.prefer(judge.maker(1), judge.maker(0));
      judge.run.type("'"); // the right arrow's
      expected.tie(judge.maker(0), judge.maker(1));
      judge.run.type(" ");
      expected.prefer(judge.maker(0), judge.maker(1));
      judge.run.click(300, 300);
      judge.run.click(300, 650); // below the works
      for (String maker : expected.order()) {
        assertEquals(expected.strength(maker), ranking.strength(maker), 1e-6f, maker);
      }
      assertEquals(4, ranking.count());
      assertFalse(judge.variable("question", String.class).contains("random"));
      judge.run.type("r");
      assertTrue(judge.variable("question", String.class).contains("random"));
      assertEquals(List.of(), judge.run.warnings());
    }
  }

  private static List<String> names(List<Concept> concepts) {
    return concepts.stream().map(Concept::name).toList();
  }

  private Opened open(String name) throws Exception {
    PdeSketch pde = new PdeSketch(Path.of("examples/Teaching").resolve(name));
    PApplet sketch = pde.load(Files.createTempDirectory(temp, "classes"));
    Path folder = Files.createDirectories(temp.resolve("sketch"));
    return new Opened(sketch, new SketchRunner(sketch, folder, false));
  }

  private record Opened(PApplet sketch, SketchRunner run) implements AutoCloseable {
    <T> T variable(String name, Class<T> type) {
      return Variables.get(sketch, name, type);
    }

    /** Who made the work that hangs on a side. */
    String maker(int side) {
      int maker = variable("by", IntList.class).get(side);
      return variable("makers", StringList.class).get(maker);
    }

    @Override
    public void close() {
      run.close();
    }
  }
}
