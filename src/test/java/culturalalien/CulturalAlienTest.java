package culturalalien;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.examples.SketchRunner;
import culturalalien.gpt2.Safetensors.Precision;
import culturalalien.sampling.Sampler;
import culturalalien.sampling.SamplerSettings;
import culturalalien.sampling.StepRequest;
import culturalalien.scoring.LocalModel;
import culturalalien.scoring.TinyBundle;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import processing.core.PApplet;

/** The object as a sketch uses it, in a real PApplet, with tiny models in a real folder. */
class CulturalAlienTest {

  @TempDir static Path folder;

  /** A sketch that has one. */
  public static class Sketch extends PApplet {
    CulturalAlien cas;
    Path models = folder;
    final List<Concept> heard = new ArrayList<>();
    final List<Thread> heardOn = new ArrayList<>();
    Thread animation;
    boolean throwing;

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

    public void conceptEvent(Concept concept) {
      heard.add(concept);
      heardOn.add(Thread.currentThread());
      if (throwing) {
        throw new IllegalStateException("a mistake in the sketch");
      }
    }
  }

  @BeforeAll
  static void writeModels() throws IOException {
    TinyBundle.make().write(folder, Precision.F32);
  }

  /** Runs the sketch without a window and lets a test act on its animation thread. */
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

  private static List<String> names(List<Concept> concepts) {
    return concepts.stream().map(Concept::name).toList();
  }

  @Test
  void aStepJoinsThePoolAndNeverComesBack() {
    List<String> warnings =
        with(
            cas -> {
              cas.everything(true);
              List<Concept> chosen = new ArrayList<>();
              // Of "war" and the "tower" of a faith only the first to come joins.
              for (int i = 0; i < TinyBundle.NAMES.size() - 1; i++) {
                chosen.add(cas.nextConcept());
                assertEquals(chosen, cas.pool());
              }
              assertEquals(TinyBundle.NAMES.size() - 1, new HashSet<>(chosen).size());
              Concept none = cas.nextConcept();
              assertEquals("", none.toString());
              assertEquals(0, none.coherence());
              assertFalse(cas.pool().contains(none));
            });
    assertEquals(1, warnings.size(), warnings.toString());
    assertTrue(warnings.get(0).contains("no concept is left"), warnings.toString());
  }

  @Test
  void suggestionsLeaveThePoolAndForetellTheNextStep() {
    with(
        cas -> {
          cas.add("sea", "castle");
          List<Concept> suggested = cas.suggest(3);
          assertEquals(3, suggested.size());
          assertEquals(List.of("sea", "castle"), names(cas.pool()));
          assertEquals(suggested, names3(cas));
          assertEquals(suggested.get(0), cas.nextConcept());
          assertTrue(cas.lastCandidates().get(0).chosen());
          assertFalse(cas.lastCandidates().get(1).chosen());
        });
  }

  private static List<Concept> names3(CulturalAlien cas) {
    return cas.consider().stream().limit(3).map(Candidate::concept).toList();
  }

  @Test
  void theSameSeedGivesTheSameConceptsAskedEitherWay() {
    List<String> waited = new ArrayList<>();
    with(
        cas -> {
          cas.seed(5);
          cas.candidates(4);
          for (int i = 0; i < 5; i++) {
            waited.add(cas.nextConcept().name());
          }
        });
    Sketch sketch = new Sketch();
    try (SketchRunner run = SketchRunner.windowless(sketch)) {
      run.onAnimationThread(
          () -> {
            sketch.cas.seed(5);
            sketch.cas.candidates(4);
            for (int i = 0; i < 5; i++) {
              sketch.cas.requestConcept();
            }
            return null;
          });
      run.until(() -> sketch.heard.size() == 5);
      assertEquals(waited, names(sketch.heard));
      assertEquals(waited, names(sketch.cas.pool()));
    }
    with(
        cas -> {
          cas.seed(6);
          cas.candidates(4);
          List<String> others = new ArrayList<>();
          for (int i = 0; i < 5; i++) {
            others.add(cas.nextConcept().name());
          }
          assertNotEquals(waited, others);
        });
  }

  @Test
  void theSameSeedGivesTheSameConceptsPreparedOrNot() {
    List<String> expected = new ArrayList<>();
    try (LocalModel coherence = new LocalModel(TinyBundle.make().coherence(), "cpu");
        LocalModel context = new LocalModel(TinyBundle.make().context(), "cpu")) {
      Sampler sampler = new Sampler(coherence, context, TinyBundle.make().culture());
      int[] pool = {};
      for (int i = 0; i < 7; i++) {
        StepRequest step =
            new StepRequest(
                pool, new BitSet(), SamplerSettings.USUAL.withCandidates(6), "cas", 3, i);
        int concept = sampler.step(step).get(0).concept();
        expected.add(TinyBundle.NAMES.get(concept));
        pool = Arrays.copyOf(pool, i + 1);
        pool[i] = concept;
      }
    }
    for (boolean prepared : new boolean[] {false, true}) {
      with(
          cas -> {
            cas.everything(true);
            cas.seed(3);
            cas.candidates(6);
            List<String> taken = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
              while (prepared && !cas.isAhead()) {
                Thread.onSpinWait();
              }
              taken.add(cas.nextConcept().name());
            }
            assertEquals(expected, taken);
          });
    }
  }

  @Test
  void twoObjectsShareOneSetOfWeights() {
    Sketch sketch = new Sketch();
    try (SketchRunner run = SketchRunner.windowless(sketch)) {
      run.onAnimationThread(
          () -> {
            CulturalAlien second = new CulturalAlien(sketch, sketch.models.toString());
            assertFalse(sketch.cas.nextConcept().name().isEmpty());
            assertFalse(second.nextConcept().name().isEmpty());
            assertEquals(1, second.pool().size());
            long workers =
                Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().equals("cultural-alien-scoring"))
                    .count();
            assertEquals(1, workers);
            second.dispose();
            assertFalse(sketch.cas.nextConcept().name().isEmpty());
            return null;
          });
    }
  }

  @Test
  void aDeviceThatIsNotThereIsNamedOnceAndTheSketchGoesOn() {
    List<String> warnings =
        with(
            cas -> {
              assertFalse(cas.nextConcept().name().isEmpty());
              assertEquals("cpu", cas.device());
              cas.device("gpu:99");
              cas.remove(cas.pool().get(0));
              assertFalse(cas.nextConcept().name().isEmpty());
              assertEquals("cpu", cas.device());
              cas.device("quantum");
              cas.device(null);
              assertFalse(cas.nextConcept().name().isEmpty());
            });
    assertEquals(3, warnings.size(), warnings.toString());
    assertTrue(warnings.get(0).contains("\"gpu:99\""), warnings.get(0));
    assertTrue(
        warnings.get(0).contains("that PyTorch finds")
            || warnings.get(0).contains("PyTorch finds no"),
        warnings.get(0));
    assertTrue(warnings.get(0).endsWith("; the models run on the CPU"), warnings.get(0));
    assertTrue(warnings.get(1).contains("\"quantum\", must be \"auto\""), warnings.get(1));
    assertTrue(warnings.get(2).contains("device is null"), warnings.get(2));
  }

  @Test
  void requestedConceptsAreHeardOnTheAnimationThread() {
    Sketch sketch = new Sketch();
    try (SketchRunner run = SketchRunner.windowless(sketch)) {
      run.onAnimationThread(
          () -> {
            sketch.cas.requestConcept();
            return null;
          });
      run.until(() -> sketch.heard.size() == 1);
      assertEquals(sketch.animation, sketch.heardOn.get(0));
      assertEquals(sketch.heard, sketch.cas.pool());
      assertEquals(List.of(), run.warnings());
    }
  }

  @Test
  void aSketchThatStandsStillIsWokenByAnAnswer() {
    Sketch sketch =
        new Sketch() {
          @Override
          public void setup() {
            super.setup();
            noLoop();
            cas.requestConcept();
          }
        };
    try (SketchRunner run = SketchRunner.windowless(sketch)) {
      run.until(() -> sketch.heard.size() == 1);
    }
  }

  @Test
  void aCallbackThatThrowsIsReportedOnceAndLeftAlone() {
    Sketch sketch = new Sketch();
    sketch.throwing = true;
    try (SketchRunner run = SketchRunner.windowless(sketch)) {
      run.onAnimationThread(
          () -> {
            sketch.cas.requestConcept();
            sketch.cas.requestConcept();
            return null;
          });
      run.until(() -> sketch.cas.pool().size() == 2);
      run.frames(2);
      assertEquals(1, sketch.heard.size());
      long reports = run.warnings().stream().filter(w -> w.contains("conceptEvent()")).count();
      assertEquals(1, reports, run.warnings().toString());
    }
  }

  @Test
  void aSketchThatAlwaysAsksAgainStillDraws() {
    List<Integer> frames = new ArrayList<>();
    Sketch sketch =
        new Sketch() {
          @Override
          public void conceptEvent(Concept concept) {
            super.conceptEvent(concept);
            frames.add(frameCount);
            cas.requestConcept();
            // The next answer is there before this call returns.
            cas.suggest(1);
          }
        };
    try (SketchRunner run = SketchRunner.windowless(sketch)) {
      run.onAnimationThread(
          () -> {
            sketch.cas.requestConcept();
            return null;
          });
      run.until(() -> frames.size() >= 4);
    }
    assertEquals(frames.size(), new HashSet<>(frames).size(), "frames of the answers: " + frames);
  }

  @Test
  void aClearedPoolStaysEmptyThoughAnAnswerWasOnItsWay() {
    Sketch sketch = new Sketch();
    try (SketchRunner run = SketchRunner.windowless(sketch)) {
      run.onAnimationThread(
          () -> {
            sketch.cas.requestConcept();
            // Answered after the request, so the concept waits for the next frame.
            sketch.cas.suggest(1);
            sketch.cas.clear();
            return null;
          });
      run.frames(3);
      assertEquals(List.of(), sketch.cas.pool());
      assertEquals(List.of(), sketch.heard);
    }
  }

  @Test
  void nullIsOneSentenceAndNothingElse() {
    List<String> warnings =
        with(
            cas -> {
              assertFalse(cas.add((Concept) null));
              assertFalse(cas.add("sea", null));
              assertFalse(cas.remove((Concept) null));
              assertEquals("", cas.concept(null).name());
              cas.avoid((String) null);
              cas.allow((String) null);
              cas.strategy(null);
              assertEquals(0, cas.concept("sea").similarity(null));
              assertEquals(List.of("sea"), names(cas.pool()));
              assertFalse(cas.nextConcept().name().isEmpty());
            });
    assertEquals(3, warnings.size(), warnings.toString());
  }

  @Test
  void aConceptOfOtherModelsGoesByItsName() {
    with(
        cas -> {
          Concept known = cas.concept("mountain");
          Concept elsewhere =
              new Concept(
                  0,
                  "mountain",
                  "",
                  Likelihood.BY_ITSELF,
                  culturalalien.scoring.TinyBundle.make().vectors());
          assertTrue(cas.add(elsewhere));
          assertEquals(known.number(), cas.pool().get(0).number());
        });
  }

  @Test
  void aNameWithoutLettersIsNoConceptAndNothingIsOfferedForIt() {
    List<String> said =
        with(
            new Sketch(),
            cas -> {
              for (String name : List.of("???", "12345", "")) {
                assertTrue(cas.concept(name).isNone());
              }
            });
    assertEquals(3, said.size(), said::toString);
    assertTrue(said.get(0).endsWith("\"???\" is not in the vocabulary, and no concept is like it"));
  }

  @Test
  void wordsToAvoidMayBeTypedInDecomposedLetters() {
    with(
        new Sketch(),
        cas -> {
          cas.avoid("bo\u0301at");
          assertTrue(cas.concepts().stream().noneMatch(c -> c.name().equals("boat")));
        });
  }

  @Test
  void allowedWordsComeBack() {
    with(
        cas -> {
          cas.strategy("random");
          cas.avoid("boat", "sea");
          cas.allow("Boat");
          List<String> some = names(cas.suggest(100));
          assertTrue(some.contains("sailing boat") && !some.contains("sea"));
          cas.allow();
          assertTrue(names(cas.suggest(100)).contains("sea"));
        });
  }

  @Test
  void badSettingsAreNamedOnceAndTheDefaultIsUsed() {
    List<String> warnings =
        with(
            cas -> {
              cas.beta(0.3f);
              cas.beta(7);
              cas.beta(7);
              assertEquals(0.5f, cas.beta());
              cas.temperature(-1);
              assertEquals(1, cas.temperature());
              cas.candidates(0);
              assertEquals(176, cas.candidates());
              cas.topK(0);
              cas.nucleus(2);
              cas.orders(-1);
              cas.strategy("magic");
              assertEquals("cas", cas.strategy());
              assertEquals(List.of(), cas.suggest(0));
              assertEquals(0, cas.coherence());
              assertFalse(cas.nextConcept().name().isEmpty());
            });
    assertEquals(9, warnings.size(), warnings.toString());
    assertTrue(warnings.get(0).contains("beta is 7.0, must be from 0 to 1"), warnings.get(0));
    assertTrue(warnings.get(6).contains("cas-z"), warnings.get(6));
  }

  @Test
  void eachNewWrongValueIsToldOnceAlsoAfterARightOne() {
    List<String> warnings =
        with(
            cas -> {
              cas.strategy("Top-K");
              cas.strategy("topk");
              assertEquals("cas", cas.strategy());
              cas.beta(5);
              cas.beta(0.2f);
              cas.beta(7);
              cas.beta(5);
            });
    assertEquals(4, warnings.size(), warnings::toString);
    assertTrue(warnings.get(1).contains("\"topk\""), warnings.get(1));
    assertTrue(warnings.get(3).contains("beta is 7.0"), warnings.get(3));
  }

  @Test
  void aSettingThatFollowsTheMouseFillsNoConsole() {
    List<String> warnings =
        with(
            cas -> {
              for (int mouse = 2; mouse < 800; mouse++) {
                cas.beta(mouse);
              }
            });
    assertEquals(30, warnings.size());
    assertTrue(warnings.get(29).endsWith("no more wrong values of it are told"), warnings.get(29));
  }

  @Test
  void averagesOverMoreThan720OrdersAreRefusedAndAnyOthersEnd() {
    List<String> warnings =
        with(
            cas -> {
              cas.orders(1_000_000_000);
              assertEquals(24, cas.orders());
              cas.orders(721);
              cas.orders(720);
              assertEquals(720, cas.orders());
              cas.add("sea", "boat", "castle", "horse", "dog", "cloud", "river", "face", "hat");
              assertTrue(Float.isFinite(cas.coherence()));
              for (String strategy : List.of("cas-orders", "cas-z")) {
                cas.strategy(strategy);
                assertFalse(cas.nextConcept().name().isEmpty());
              }
            });
    assertEquals(2, warnings.size(), warnings::toString);
    assertTrue(warnings.get(0).contains("orders is 1000000000, must be from 1 to 720"));
  }

  @Test
  void anEmptyConceptWhileTooManyRequestsWaitIsSaidOnce() {
    Sketch sketch = new Sketch();
    try (SketchRunner run = SketchRunner.windowless(sketch)) {
      run.onAnimationThread(
          () -> {
            sketch.cas.strategy("cas-z");
            sketch.cas.orders(720);
            sketch.cas.add("sea", "boat", "castle", "horse", "dog", "cloud", "river", "face");
            for (int i = 0; i < 2 * Steps.QUEUE; i++) {
              sketch.cas.requestConcept();
            }
            assertEquals("", sketch.cas.nextConcept().name());
            assertEquals("", sketch.cas.nextConcept().name());
            return null;
          });
      List<String> said =
          run.warnings().stream().filter(line -> line.contains("nextConcept()")).toList();
      assertEquals(1, said.size(), () -> run.warnings().toString());
    }
  }

  @Test
  void namesOfAMissingFileAreOneSentence() {
    List<String> warnings =
        with(
            cas -> {
              String[] missing = null;
              assertFalse(cas.add(missing));
              assertFalse(cas.remove(missing));
              cas.avoid(missing);
              cas.avoid("sea");
              cas.allow(missing);
              assertEquals(List.of("sea"), cas.getAvoid());
              assertEquals(0, cas.coherence(missing));
              assertEquals(0, cas.typicality(missing));
              assertTrue(cas.idea(missing).isEmpty());
              cas.kinds(missing);
              cas.avoidKinds(missing);
            });
    assertEquals(9, warnings.size(), warnings::toString);
    assertTrue(warnings.get(0).contains("as loadStrings() gives for a missing file"));
  }

  @Test
  void modelsThatAreNoPathOrNoneAreSaidAndTheShippedOnesAreUsed() {
    Sketch sketch = new Sketch();
    try (SketchRunner run = SketchRunner.windowless(sketch)) {
      run.onAnimationThread(
          () -> {
            for (String nothing : new String[] {null, " ", "a\0b"}) {
              CulturalAlien cas = new CulturalAlien(sketch, nothing);
              assertTrue(cas.concepts().size() > 1000);
              cas.dispose();
            }
            return null;
          });
      assertEquals(3, run.warnings().size(), () -> run.warnings().toString());
      assertTrue(run.warnings().get(2).contains("is no path on this system"));
    }
  }

  @Test
  void everySettingCanBeRead() {
    with(
        cas -> {
          cas.topK(7);
          cas.nucleus(0.5f);
          cas.orders(6);
          cas.everything(true);
          cas.classroom(true);
          cas.kinds("nature", "Architecture");
          cas.avoidKinds("people");
          cas.avoid("Sea", "boat");
          assertEquals(7, cas.topK());
          assertEquals(0.5f, cas.nucleus());
          assertEquals(6, cas.orders());
          assertTrue(cas.everything() && cas.classroom());
          assertEquals(List.of("architecture", "nature"), cas.getKinds());
          assertEquals(List.of("people"), cas.getAvoidKinds());
          assertEquals(List.of("boat", "sea"), cas.getAvoid());
        });
  }

  @Test
  void unknownWordsAreNamedWithTheNearestAndNothingElseIsLost() {
    List<String> warnings =
        with(
            cas -> {
              assertFalse(cas.add("sea", "montain", "castle"));
              assertEquals(List.of("sea", "castle"), names(cas.pool()));
              assertEquals("mountain", cas.concept("mountian").name());
              assertEquals(cas.coherence("sea", "castle"), cas.coherence("castle", "x", "sea"));
            });
    assertEquals(3, warnings.size(), warnings.toString());
    assertTrue(warnings.get(0).contains("\"montain\"") && warnings.get(0).contains("mountain"));
  }

  @Test
  void avoidedAndMarkedConceptsAreNeverSuggested() {
    with(
        cas -> {
          cas.avoid("boat", "Dream");
          cas.strategy("random");
          List<String> all = names(cas.suggest(100));
          assertEquals(
              new HashSet<>(TinyBundle.without("boat", "sailing boat", "dream", "nude", "war")),
              new HashSet<>(all));
          cas.everything(true);
          assertTrue(names(cas.suggest(100)).contains("war"));
          cas.classroom(true);
          assertFalse(names(cas.suggest(100)).contains("war"));
        });
  }

  @Test
  void aFaithAndAnAtrocityAreNotSuggestedForOnePool() {
    with(
        cas -> {
          cas.strategy("random");
          cas.everything(true);
          assertTrue(names(cas.suggest(100)).containsAll(List.of("tower", "war")));
          cas.add("tower");
          assertFalse(names(cas.suggest(100)).contains("war"));
          assertTrue(names(cas.concepts()).contains("war"));
          cas.remove("tower");
          cas.add("war");
          assertFalse(names(cas.suggest(100)).contains("tower"));
        });
  }

  @Test
  void kindsLimitWhatIsSuggested() {
    List<String> warnings =
        with(
            cas -> {
              cas.strategy("random");
              cas.kinds("Architecture", "people");
              assertEquals(
                  Set.of("castle", "tower", "face"), new HashSet<>(names(cas.suggest(100))));
              assertEquals("architecture", cas.concept("castle").kind());
              assertFalse(cas.suggest(1).get(0).kind().isEmpty());
              cas.avoidKinds("people");
              assertEquals(Set.of("castle", "tower"), new HashSet<>(names(cas.suggest(100))));
              cas.kinds();
              cas.avoidKinds();
              assertEquals(14, cas.suggest(100).size());
              assertEquals(
                  List.of(
                      "nature",
                      "architecture",
                      "objects",
                      "people",
                      "transport",
                      "emotions and ideas",
                      "society"),
                  cas.allKinds());
            });
    assertEquals(List.of(), warnings);
  }

  @Test
  void anUnknownKindOrKindsThatLeaveNothingChangeNothing() {
    List<String> warnings =
        with(
            cas -> {
              cas.strategy("random");
              cas.kinds("architecture");
              cas.kinds("nature", "animals");
              cas.kinds("society");
              cas.avoidKinds("architecture");
              cas.kinds((String) null);
              assertEquals(Set.of("castle", "tower"), new HashSet<>(names(cas.suggest(100))));
            });
    String known =
        " is no kind of concept; the kinds are nature, architecture, objects, people, transport,"
            + " emotions and ideas, society; nothing is changed";
    assertEquals(
        List.of(
            "kinds: \"animals\"" + known,
            "kinds: no concept would be left of society; nothing is changed",
            "avoidKinds: no concept would be left of architecture without architecture; nothing is"
                + " changed",
            "kinds: \"null\"" + known),
        warnings.stream().map(w -> w.replace("Cultural Alien: ", "")).toList());
  }

  @Test
  void poolEditingDoesWhatItSays() {
    with(
        cas -> {
          assertTrue(cas.add("Sea"));
          assertFalse(cas.add("sea"));
          Concept dog = cas.concept("dog");
          assertTrue(cas.add(dog));
          assertTrue(cas.remove("sea"));
          assertFalse(cas.remove("sea"));
          assertEquals(List.of(dog), cas.pool());
          cas.clear();
          assertEquals(List.of(), cas.pool());
          assertEquals(TinyBundle.without("nude", "war"), names(cas.concepts()));
          cas.everything(true);
          assertEquals(TinyBundle.NAMES, names(cas.concepts()));
          cas.everything(false);
          cas.avoid("sea");
          assertEquals(TinyBundle.without("nude", "war", "sea"), names(cas.concepts()));
        });
  }

  @Test
  void likelihoodsAreFiniteAndIndependentOfOrder() {
    with(
        cas -> {
          assertEquals(
              cas.coherence("sea", "boat", "horse"), cas.coherence("horse", "sea", "boat"), 1e-5f);
          assertNotEquals(cas.coherence("sea", "boat"), cas.typicality("sea", "boat"));
          for (Concept concept : cas.concepts()) {
            assertTrue(Float.isFinite(concept.coherence()) && Float.isFinite(concept.typicality()));
          }
          assertEquals(1, cas.concept("sea").similarity(cas.concept("sea")), 1e-5f);
          assertEquals(384, cas.concept("sea").vector().length);
          float[] place = TinyBundle.make().vectors().places()[cas.concept("castle").number()];
          assertArrayEquals(
              place, new float[] {cas.concept("castle").x(), cas.concept("castle").y()});
          assertEquals(3, new HashSet<>(boxed(cas.concept("sea").palette(3))).size());
        });
  }

  private static List<Integer> boxed(int[] values) {
    return java.util.Arrays.stream(values).boxed().toList();
  }

  @Test
  void missingModelsAreOneSentenceAndTheSketchGoesOn(@TempDir Path empty) {
    Sketch sketch = new Sketch();
    sketch.models = empty.resolve("nowhere");
    List<String> warnings =
        with(
            sketch,
            cas -> {
              assertEquals("", cas.nextConcept().name());
              cas.requestConcept();
              cas.avoid("sea");
              assertFalse(cas.add("sea"));
              assertEquals(List.of(), cas.suggest(3));
              assertEquals(List.of(), cas.concepts());
              assertEquals("", cas.concept("sea").name());
              assertEquals(0, cas.coherence());
              assertFalse(cas.ready());
              assertEquals(1, cas.concept("sea").palette(5).length);
            });
    List<String> distinct = warnings.stream().distinct().toList();
    assertEquals(warnings, distinct);
    assertTrue(warnings.get(0).contains("nowhere") && warnings.get(0).contains("install"));
  }

  @Test
  void aTruncatedModelIsOneSentenceThatNamesTheFile(@TempDir Path damaged) throws IOException {
    TinyBundle.make().write(damaged, Precision.F16);
    Path file = damaged.resolve("context/model.safetensors");
    try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
      access.setLength(Files.size(file) / 2);
    }
    Sketch sketch = new Sketch();
    sketch.models = damaged;
    List<String> warnings = with(sketch, cas -> assertEquals("", cas.nextConcept().name()));
    assertEquals(1, warnings.size(), warnings.toString());
    assertTrue(warnings.get(0).contains("context"), warnings.get(0));
    assertTrue(warnings.get(0).contains("model.safetensors"), warnings.get(0));
  }
}
