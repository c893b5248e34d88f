package culturalalien.examples;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import culturalalien.ArtAgent;
import culturalalien.CulturalAlien;
import culturalalien.Idea;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import processing.core.PApplet;
import processing.core.PImage;

/**
 * Makes the pictures of the reference from the examples, with the models that are shipped:
 *
 * <pre>mvn test -Dtest=ReferencePictures</pre>
 *
 * <p>Its name keeps it out of the usual tests, so that pictures change only when somebody means it.
 * Fixed seeds make the same pictures again while the models stay the same.
 */
class ReferencePictures {
  private static final Path IMAGES = Path.of("reference/images");
  private static final long SEED = 3;

  @TempDir private Path build;

  @Test
  void helloConcept() throws Exception {
    draw(
        "Basics/HelloConcept",
        (sketch, run) -> {
          run.type(" ");
          for (int i = 0; i < 5; i++) {
            run.frames(30);
            run.click(450, 100);
          }
        });
  }

  @Test
  void conceptPool() throws Exception {
    draw(
        "Basics/ConceptPool",
        (sketch, run) -> {
          run.type("mountain\nromanticism\n");
          run.click(520, 110);
          run.click(520, 110);
        });
  }

  @Test
  void wholeIdea() throws Exception {
    draw(
        "Basics/WholeIdea",
        (sketch, run) -> {
          run.until(() -> Variables.get(sketch, "idea", Idea.class) != null);
          Variables.set(sketch, "idea", null); // another, with the seed
          run.click(450, 300);
          run.until(() -> Variables.get(sketch, "idea", Idea.class) != null);
        });
  }

  @Test
  void whyThisConcept() throws Exception {
    draw(
        "Teaching/WhyThisConcept",
        (sketch, run) -> {
          run.moveMouse(610, 600); // beta 0.5
        });
  }

  @Test
  void betaSlider() throws Exception {
    draw(
        "Teaching/BetaSlider",
        (sketch, run) -> {
          run.frames(2);
          run.press(480, 420);
        });
  }

  @Test
  void samplersCompared() throws Exception {
    draw(
        "Teaching/SamplersCompared",
        (sketch, run) -> {
          CulturalAlien[] samplers = Variables.get(sketch, "samplers", CulturalAlien[].class);
          for (int i = 0; i < samplers.length; i++) {
            samplers[i].clear();
            samplers[i].seed(SEED + i);
          }
          run.frames(2400); // 40 concepts each
        });
  }

  @Test
  void conceptMap() throws Exception {
    draw(
        "Teaching/ConceptMap",
        (sketch, run) -> {
          run.until(() -> Variables.get(sketch, "map", PImage.class) != null);
          for (String key : List.of("6", "2", "1")) {
            run.type(key);
            run.frames(600);
          }
          run.moveMouse(360, 440);
        });
  }

  @Test
  void judge() throws Exception {
    draw(
        "Teaching/Judge",
        (sketch, run) -> {
          run.until(() -> Variables.get(sketch, "works", PImage[].class)[1] != null);
          for (int i = 0; i < 12; i++) {
            run.frames(30);
            run.click(i % 3 == 0 ? 300 : 700, 300);
          }
        });
  }

  @Test
  void helloAgent() throws Exception {
    works("Agent/HelloAgent", 2, "mountain", "romanticism");
  }

  @Test
  void watchItThink() throws Exception {
    works("Agent/WatchItThink", 24, "water", "silence");
  }

  @Test
  void periods() throws Exception {
    works("Agent/Periods", 26, "sea", "memory");
  }

  @Test
  void languageModelAndImages() throws Exception {
    works("Agent/LanguageModelAndImages", 2, "harbour");
  }

  @Test
  void sketchAsPainter() throws Exception {
    works("Composition/SketchAsPainter", 4);
  }

  @Test
  void conceptPalette() throws Exception {
    draw(
        "Composition/ConceptPalette",
        (sketch, run) -> {
          run.type(" ");
          for (int i = 0; i < 7; i++) {
            run.frames(20);
            run.click(450, 100);
          }
        });
  }

  @Test
  void evolvingWall() throws Exception {
    works("Installation/EvolvingWall", 4, "sea", "memory");
  }

  @Test
  void nightWatch() throws Exception {
    works("Installation/NightWatch", 9, "night", "window");
  }

  @Test
  void collage() throws Exception {
    assumeTrue(SketchRunner.displayAvailable(), "three dimensions need a display");
    works("Composition/Collage", 11, "garden");
  }

  /** Begins an agent's run anew and looks at it after so many works. */
  private void works(String example, int count, String... own) throws Exception {
    PdeSketch pde = new PdeSketch(Path.of("examples").resolve(example));
    PApplet sketch = pde.load(build.resolve("classes"));
    Path folder = Files.createDirectories(build.resolve("sketch"));
    boolean window = SketchRunner.displayAvailable();
    try (SketchRunner run = new SketchRunner(sketch, folder, window)) {
      ArtAgent agent = run.onAnimationThread(() -> Variables.agent(sketch).orElseThrow());
      run.onAnimationThread(() -> beginAgain(agent, own));
      run.until(() -> agent.generation() >= count);
      agent.pause();
      run.press(1, 300); // midnight, left
      run.frames(330); // the longest cross-fade
      Picture.save(run.picture(), IMAGES.resolve(kebab(pde.name()) + ".jpg"));
    }
  }

  private static ArtAgent beginAgain(ArtAgent agent, String... own) {
    agent.stop();
    agent.folder("reference");
    agent.seed(SEED);
    agent.every(0);
    agent.start(own);
    return agent;
  }

  private void draw(String example, BiConsumer<PApplet, SketchRunner> visitor) throws Exception {
    PdeSketch pde = new PdeSketch(Path.of("examples").resolve(example));
    PApplet sketch = pde.load(build.resolve("classes"));
    Path folder = Files.createDirectories(build.resolve("sketch"));
    try (SketchRunner run = new SketchRunner(sketch, folder, false)) {
      run.until(() -> Visit.ready(sketch));
      run.frames(30); // what the sketch asked for by itself has come
      run.onAnimationThread(() -> beginAgain(sketch));
      visitor.accept(sketch, run);
      run.frames(150);
      String ending = pde.source().contains("PImage") ? ".jpg" : ".png";
      Picture.save(run.picture(), IMAGES.resolve(kebab(pde.name()) + ending));
    }
  }

  /** WhyThisConcept as why-this-concept. */
  private static String kebab(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /** Those that have more than one sampler begin anew by themselves, or not at all. */
  private static boolean beginAgain(PApplet sketch) {
    boolean one =
        Arrays.stream(sketch.getClass().getDeclaredFields())
            .anyMatch(field -> field.getType() == CulturalAlien.class);
    if (one) {
      CulturalAlien cas = Variables.get(sketch, "cas", CulturalAlien.class);
      cas.clear();
      cas.seed(SEED);
    }
    return one;
  }
}
