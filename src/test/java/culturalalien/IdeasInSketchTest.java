package culturalalien;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.examples.SketchRunner;
import culturalalien.gpt2.Safetensors.Precision;
import culturalalien.sampling.Artists;
import culturalalien.scoring.TinyBundle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import processing.core.PApplet;

/** Whole ideas as a sketch asks for them, with tiny models of which three artists are known. */
class IdeasInSketchTest {

  @TempDir static Path folder;
  @TempDir static Path unknown;

  /** A sketch that has one. */
  public static class Sketch extends PApplet {
    CulturalAlien cas;
    Path models = folder;
    final List<Idea> heard = new ArrayList<>();
    final List<Thread> heardOn = new ArrayList<>();
    Thread animation;

    @Override
    public void settings() {
      size(100, 100);
    }

    @Override
    public void setup() {
      cas = new CulturalAlien(this, models.toString());
    }

    @Override
    public void draw() {
      animation = Thread.currentThread();
    }

    public void ideaEvent(Idea idea) {
      heard.add(idea);
      heardOn.add(Thread.currentThread());
    }
  }

  @BeforeAll
  static void writeModels() throws IOException {
    TinyBundle.withArtists().write(folder, Precision.F32);
    TinyBundle.make().write(unknown, Precision.F32);
  }

  private static List<String> with(Sketch sketch, Consumer<CulturalAlien> test) {
    try (SketchRunner run = SketchRunner.windowless(sketch)) {
      run.onAnimationThread(
          () -> {
            test.accept(sketch.cas);
            return null;
          });
      return run.warnings();
    }
  }

  private static List<String> with(Consumer<CulturalAlien> test) {
    return with(new Sketch(), test);
  }

  private static Set<String> names(List<Concept> concepts) {
    Set<String> names = new HashSet<>();
    concepts.forEach(concept -> names.add(concept.name()));
    return names;
  }

  // ---- Found

  @Test
  void anIdeaHasAsManyConceptsAsAskedAndLeavesThePool() {
    List<String> warnings =
        with(
            cas -> {
              cas.seed(4);
              cas.add("sea", "hat");
              for (int size : new int[] {2, 3, 6}) {
                Idea idea = cas.idea(size);
                assertEquals(size, names(idea).size());
                assertFalse(names(idea).contains("sea") || names(idea).contains("hat"));
                assertFalse(names(idea).contains("war"), "what is left out by default");
                assertTrue(Float.isFinite(idea.coherence()) && Float.isFinite(idea.typicality()));
                assertEquals(
                    String.join(", ", idea.stream().map(Concept::name).toList()), idea + "");
              }
              assertEquals(Set.of("sea", "hat"), names(cas.pool()));
              assertEquals(1, cas.ideaProgress());
            });
    assertEquals(List.of(), warnings);
  }

  @Test
  void oneIdeaAfterAnotherSharesNoConceptWithIt() {
    with(
        cas -> {
          cas.seed(4);
          Set<String> first = names(cas.idea(3));
          Set<String> second = names(cas.idea(3));
          second.retainAll(first);
          assertEquals(Set.of(), second);
        });
  }

  @Test
  void anotherSizeInBetweenDoesNotBringTheSameIdeaAgain() {
    with(
        cas -> {
          cas.seed(4);
          Set<String> three = names(cas.idea(3));
          Set<String> two = names(cas.idea(2));
          assertNotEquals(three, names(cas.idea(3)));
          assertNotEquals(two, names(cas.idea(2)));
        });
  }

  @Test
  void aListBeginsWithWhatASingleIdeaGivesAndRepeatsItself() {
    with(
        cas -> {
          cas.seed(4);
          ArrayList<Idea> ideas = cas.ideas(3, 3);
          assertEquals(3, ideas.size());
          Set<String> all = new HashSet<>();
          ideas.forEach(idea -> all.addAll(names(idea)));
          assertEquals(9, all.size());
          assertEquals(ideas, cas.ideas(3, 3));
          assertEquals(ideas.subList(0, 2), cas.ideas(3, 2));
          cas.seed(5);
          assertFalse(cas.ideas(3, 3).isEmpty());
        });
  }

  @Test
  void wrongNumbersAreOneSentenceEachAndTheSketchGoesOn() {
    List<String> warnings =
        with(
            cas -> {
              assertEquals(3, cas.idea(1).size());
              assertEquals(3, cas.idea(50).size());
              assertTrue(cas.ideas(3, 0).size() >= 3);
              assertEquals(3, cas.idea(1).size());
              assertFalse(cas.nextConcept().name().isEmpty());
            });
    assertEquals(
        List.of(
            "an idea of 1 concepts cannot be had, it must have from 2 to 6; 3 are given",
            "an idea of 50 concepts cannot be had, it must have from 2 to 6; 3 are given",
            "ideas(3, 0): the number of ideas must be from 1 to 1000, of 2 to 6 concepts; 10 are"
                + " given"),
        plain(warnings));
  }

  private static List<String> plain(List<String> warnings) {
    return warnings.stream().map(w -> w.replace("Cultural Alien: ", "")).toList();
  }

  @Test
  void whereNoIdeaIsLeftThatIsOneSentence() {
    Sketch sketch = new Sketch();
    List<String> warnings =
        with(
            sketch,
            cas -> {
              cas.kinds("people");
              assertEquals(0, cas.idea(3).size());
              assertEquals("", cas.idea(3) + "");
              assertEquals(List.of(), cas.ideas(3, 5));
              cas.requestIdea(3);
              cas.kinds();
              assertEquals(3, cas.idea(3).size());
            });
    assertEquals(
        List.of(
            "no idea of 3 concepts is left to suggest; avoid fewer words or kinds, or shrink the"
                + " pool"),
        plain(warnings));
    assertEquals(List.of(), sketch.heard);
  }

  @Test
  void aRequestedIdeaIsHeardOnTheAnimationThread() {
    Sketch sketch = new Sketch();
    try (SketchRunner run = SketchRunner.windowless(sketch)) {
      run.onAnimationThread(
          () -> {
            sketch.cas.requestIdea(4);
            return null;
          });
      run.until(() -> sketch.heard.size() == 1);
      assertEquals(4, sketch.heard.get(0).size());
      assertEquals(sketch.animation, sketch.heardOn.get(0));
      assertEquals(List.of(), sketch.cas.pool());
      assertEquals(List.of(), run.warnings());
    }
  }

  @Test
  void aSketchThatStandsStillIsWokenByAnIdea() {
    Sketch sketch =
        new Sketch() {
          @Override
          public void setup() {
            super.setup();
            noLoop();
            cas.requestIdea(3);
          }
        };
    try (SketchRunner run = SketchRunner.windowless(sketch)) {
      run.until(() -> sketch.heard.size() == 1);
    }
  }

  // ---- One's own

  @Test
  void conceptsOfOnesOwnAreAnIdeaToo() {
    List<String> warnings =
        with(
            cas -> {
              Idea idea = cas.idea("Sea", "mountain", "hat");
              assertEquals("sea, mountain, hat", idea.toString());
              assertEquals(cas.coherence("sea", "mountain", "hat"), idea.coherence());
              assertEquals(cas.typicality("sea", "mountain", "hat"), idea.typicality());
              Artists artists = TinyBundle.withArtists().artists();
              double least =
                  Math.min(
                      artists.together(0, 3),
                      Math.min(artists.together(0, 13), artists.together(3, 13)));
              assertEquals(least, idea.artists(), 1e-6);
              assertEquals("sea, hat", cas.idea("sea", "hat", "Sea") + "");
              cas.add("boat", "horse");
              assertEquals("boat, horse", cas.idea() + "");
              assertEquals("sea", cas.idea("sea", "montain") + "");
            });
    assertEquals(1, warnings.size(), warnings.toString());
    assertTrue(warnings.get(0).contains("\"montain\""), warnings.get(0));
  }

  @Test
  void theNearestArtistsAreNamedWithTheirSimilarity() {
    with(
        cas -> {
          // Concepts 0 and 4 point where Ann does, 1 where Bea does.
          Idea idea = cas.idea("sea", "castle");
          List<Maker> makers = idea.nearest(2);
          assertEquals("Ann Author 1.00", makers.get(0).toString());
          assertEquals("Ann Author", makers.get(0).name());
          assertEquals(1, makers.get(0).similarity(), 1e-6);
          assertEquals("Bea Bäcker", makers.get(1).name());
          assertEquals(3, idea.nearest(100).size());
          assertEquals(List.of(), idea.nearest(0));
          assertEquals(List.of(), idea.nearest(-3));
          assertEquals("Bea Bäcker", cas.idea("sailing boat").nearest(1).get(0).name());
        });
  }

  @Test
  void whereArtistsAreNotKnownNobodyIsNear() {
    Sketch sketch = new Sketch();
    sketch.models = unknown;
    List<String> warnings =
        with(
            sketch,
            cas -> {
              Idea idea = cas.idea(3);
              assertEquals(3, idea.size());
              assertEquals(List.of(), idea.nearest(3));
              assertEquals(0, idea.artists());
              assertEquals(0, cas.suggest(1).get(0).share());
            });
    assertEquals(List.of(), warnings);
  }

  @Test
  void anIdeaIsAListThatNobodyChanges() {
    with(
        cas -> {
          Idea idea = cas.idea("sea", "hat");
          assertEquals(2, idea.size());
          assertEquals("hat", idea.get(1).name());
          assertTrue(idea.contains(cas.concept("sea")));
          assertEquals(List.of(cas.concept("sea"), cas.concept("hat")), idea);
          assertThrows(UnsupportedOperationException.class, () -> idea.add(idea.get(0)));
          assertThrows(UnsupportedOperationException.class, () -> idea.remove(0));
          assertThrows(UnsupportedOperationException.class, () -> idea.set(0, idea.get(1)));
          assertThrows(UnsupportedOperationException.class, idea::clear);
          assertEquals("", idea.get(2).name());
          assertEquals("", idea.get(-1).name());
        });
  }

  // ---- What is usual

  @Test
  void whoTellsWhatIsUsualIsNamedOrCorrected() {
    List<String> warnings =
        with(
            cas -> {
              assertEquals("artists", cas.typicalityBy());
              cas.typicalityBy("context");
              assertEquals("context", cas.typicalityBy());
              cas.typicalityBy("critics");
              assertEquals("artists", cas.typicalityBy());
              cas.typicalityBy(null);
              assertFalse(cas.nextConcept().name().isEmpty());
            });
    assertEquals(
        List.of(
            "typicality is by \"critics\", must be by context or artists; the default is used",
            "typicality is by \"null\", must be by context or artists; the default is used"),
        plain(warnings));
  }

  @Test
  void aStrategyHasItsOwnNumbersUntilTheSketchSetsThem() {
    with(
        cas -> {
          cas.strategy("published");
          assertEquals(0.85f, cas.beta());
          assertEquals(2.5f, cas.temperature());
          assertEquals(256, cas.candidates());
          cas.strategy("cas");
          assertEquals(0.5f, cas.beta());
          assertEquals(1, cas.temperature());
          assertEquals(176, cas.candidates());
          cas.beta(0.3f);
          cas.strategy("published");
          assertEquals(0.3f, cas.beta());
          assertEquals(2.5f, cas.temperature());
          cas.strategy("cas");
          assertEquals(0.3f, cas.beta());
        });
  }

  @Test
  void aCandidateCanBeWeighedAnew() {
    with(
        cas -> {
          cas.add("sea");
          cas.beta(0.25f);
          for (Candidate candidate : cas.consider()) {
            assertEquals(candidate.score(), candidate.score(0.25f), 1e-5f);
            assertEquals(candidate.fit(), candidate.score(0), 1e-6f);
            assertEquals(-candidate.habit(), candidate.score(1), 1e-6f);
          }
        });
  }

  @Test
  void aSetLongerThanTheModelsTakeIsToldOnceAndItsLastConceptsCount() {
    List<String> warnings =
        with(
            cas -> {
              String[] all = TinyBundle.NAMES.toArray(String[]::new);
              String[] last = TinyBundle.NAMES.subList(6, 16).toArray(String[]::new);
              assertEquals(cas.coherence(last), cas.coherence(all));
              assertEquals(cas.typicality(last), cas.typicality(all));
              assertEquals(cas.coherence(last), cas.idea(all).coherence());
            });
    assertEquals(
        List.of("a set has 16 concepts, the models judge at most 10; its last 10 count"),
        plain(warnings));
  }
}
