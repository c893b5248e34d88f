package culturalalien;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.examples.SketchRunner;
import culturalalien.scoring.ScoringService;
import culturalalien.scoring.TinyBundle;
import culturalalien.scoring.server.ScoringServer;
import culturalalien.scoring.server.ServerSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import processing.core.PApplet;

/** A sketch that has a server's address where others have a folder. */
@Timeout(120)
class RemoteSketchTest {

  private final List<String> log = new CopyOnWriteArrayList<>();
  private ScoringService service;
  private ScoringServer server;

  /** A sketch with two objects on one server. */
  public static class Sketch extends PApplet {
    String address;
    CulturalAlien first;
    CulturalAlien second;
    final List<Concept> heard = new ArrayList<>();

    @Override
    public void settings() {
      size(100, 100);
    }

    @Override
    public void setup() {
      first = new CulturalAlien(this, address);
      second = new CulturalAlien(this, address);
    }

    @Override
    public void draw() {}

    public void conceptEvent(Concept concept) {
      heard.add(concept);
    }
  }

  @BeforeEach
  void start() throws Exception {
    service = new ScoringService(TinyBundle::make, "cpu");
    server = new ScoringServer(service, ServerSettings.local(0), log::add);
    server.ready().join();
  }

  @AfterEach
  void stop() {
    server.close();
    service.close();
    assertEquals(List.of(), log);
  }

  private Sketch sketch() {
    Sketch sketch = new Sketch();
    sketch.address = server.address().toString();
    return sketch;
  }

  private static List<String> run(CulturalAlien cas) {
    cas.seed(5);
    cas.candidates(4);
    cas.add("sea");
    for (int i = 0; i < 5; i++) {
      Concept unused = cas.nextConcept();
    }
    return cas.pool().stream().map(Concept::name).toList();
  }

  @Test
  void twoSketchesOnOneServerSeeTheSameConceptsForTheSameSeed() {
    List<List<String>> pools = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Sketch sketch = sketch();
      try (SketchRunner run = SketchRunner.windowless(sketch)) {
        run.onAnimationThread(() -> pools.add(run(sketch.first)));
        run.onAnimationThread(() -> pools.add(run(sketch.second)));
        run.onAnimationThread(
            () -> {
              assertEquals(server.address().toString(), sketch.first.device());
              assertTrue(sketch.first.ready());
              assertEquals(
                  sketch.first.coherence("sea", "hat"),
                  sketch.second.coherence("hat", "sea"),
                  1e-5f);
              assertTrue(Float.isFinite(sketch.first.concept("sea").typicality()));
              assertEquals(384, sketch.first.concept("sea").vector().length);
              sketch.first.requestConcept();
              return null;
            });
        run.until(() -> sketch.heard.size() == 1);
        assertEquals(List.of(), run.warnings());
      }
    }
    assertEquals(6, pools.get(0).size());
    for (List<String> pool : pools) {
      assertEquals(pools.get(0), pool);
    }
  }

  @Test
  void ideasComeFromTheServerAndAreTheSameForTheSameSeed() {
    Sketch sketch = sketch();
    try (SketchRunner run = SketchRunner.windowless(sketch)) {
      run.onAnimationThread(
          () -> {
            sketch.first.seed(5);
            sketch.second.seed(5);
            ArrayList<Idea> ideas = sketch.first.ideas(3, 2);
            assertEquals(2, ideas.size());
            assertEquals(ideas, sketch.second.ideas(3, 2));
            assertEquals(4, sketch.second.idea(4).size());
            assertEquals(
                ideas.get(0).coherence(),
                sketch.first.coherence(
                    ideas.get(0).stream().map(Concept::name).toArray(String[]::new)),
                1e-5f);
            return null;
          });
      assertEquals(List.of(), run.warnings());
    }
  }

  @Test
  void aServerThatGoesAwayIsOneWarningAndTheSketchGoesOn() {
    Sketch sketch = sketch();
    try (SketchRunner run = SketchRunner.windowless(sketch)) {
      run.onAnimationThread(() -> run(sketch.first));
      server.close();
      // The shipped models know other concepts than these tiny ones: none is better than a wrong
      // one.
      run.onAnimationThread(
          () -> {
            sketch.first.clear();
            sketch.first.seed(77);
            assertEquals("", sketch.first.nextConcept().name());
            assertEquals("", sketch.first.nextConcept().name());
            return null;
          });
      run.frames(3);
      long away = run.warnings().stream().filter(w -> w.contains("local models answer")).count();
      assertTrue(away >= 1 && away <= 2, run.warnings().toString());
      assertTrue(
          run.warnings().stream().anyMatch(w -> w.contains("know other concepts")),
          run.warnings().toString());
    }
  }

  @Test
  void anAddressThatIsNoneIsOneWarning() {
    Sketch sketch = new Sketch();
    sketch.address = "http://";
    try (SketchRunner run = SketchRunner.windowless(sketch)) {
      run.frames(1);
      assertEquals(1, run.warnings().size(), run.warnings().toString());
      assertTrue(run.warnings().get(0).contains("must be like http://gpu-machine:8080"));
    }
  }
}
