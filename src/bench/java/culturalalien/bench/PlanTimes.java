package culturalalien.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import culturalalien.image.ImageRequest;
import culturalalien.image.ImageRequest.Subject;
import culturalalien.image.Painter;
import culturalalien.image.VisualDescriptor;
import culturalalien.image.plan.Plan;
import culturalalien.scoring.ModelBundle;
import culturalalien.scoring.ShippedModels;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long the plans of a run take to paint, and to draft: processor time of one thread.
 *
 * <pre>
 * mvn -q compile exec:java -Dexec.args="run --works 60 --size 64 --out wall"
 * mvn -q test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
 *   -Dexec.args="-cp %classpath culturalalien.bench.PlanTimes wall 1024"
 * </pre>
 *
 * The arguments are the run's folder and the size of the finished works.
 */
public final class PlanTimes {

  private static final int WARM_UP = 20;
  private static final int DRAFTS = 6;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private PlanTimes() {}

  /** Runs it. */
  public static void main(String[] args) throws Exception {
    int side = Integer.parseInt(args[1]);
    List<ImageRequest> requests = requests(Path.of(args[0]).resolve("journal.jsonl"), side);
    Painter painter = new Painter();
    VisualDescriptor looks = new VisualDescriptor();
    for (ImageRequest request : requests.subList(0, Math.min(WARM_UP, requests.size()))) {
      looks.embed(painter.draft(request).picture());
    }
    List<Double> drafts = new ArrayList<>();
    List<Double> works = new ArrayList<>();
    for (ImageRequest request : requests) {
      long start = THREADS.getCurrentThreadCpuTime();
      float[] unused = looks.embed(painter.draft(request).picture());
      drafts.add((THREADS.getCurrentThreadCpuTime() - start) / 1e6);
      start = THREADS.getCurrentThreadCpuTime();
      Object picture = painter.generate(request, done -> {});
      works.add((THREADS.getCurrentThreadCpuTime() - start) / 1e6);
      if (unused.length == 0 || picture == null) {
        throw new IllegalStateException("nothing was painted");
      }
    }
    drafts.sort(null);
    works.sort(null);
    System.out.printf(
        Locale.ROOT,
        "%d plans; %d drafts with their descriptors: median %.0f ms; a work of %d x %d: median %.0f"
            + " ms, slowest %.0f ms%n",
        requests.size(),
        DRAFTS,
        DRAFTS * drafts.get(drafts.size() / 2),
        side,
        side,
        works.get(works.size() / 2),
        works.get(works.size() - 1));
  }

  private static List<ImageRequest> requests(Path journal, int side) throws Exception {
    ModelBundle models = ShippedModels.read(ShippedModels.TATE, ModelBundle::read);
    ObjectMapper json = new ObjectMapper();
    List<ImageRequest> requests = new ArrayList<>();
    for (String line : Files.readAllLines(journal)) {
      JsonNode event = json.readTree(line);
      if (event.path("event").asText().equals("made") && event.hasNonNull("plan")) {
        Plan plan = json.treeToValue(event.get("plan"), Plan.class);
        List<Subject> subjects = new ArrayList<>();
        for (Plan.Part part : plan.parts()) {
          int concept = models.vocabulary().number(part.concept());
          subjects.add(
              new Subject(
                  part.concept(),
                  concept < 0 ? new float[0] : models.vectors().vectors()[concept],
                  concept < 0 ? new int[] {0x808080} : models.vectors().palette(concept, 4)));
        }
        requests.add(new ImageRequest("", "", subjects, plan, side, side, requests.size()));
      }
    }
    return requests;
  }
}
