package culturalalien.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * How varied the works of a run are, from its journal: figures, media, viewpoints, likeness to
 * earlier works, and what the artist's own concepts do.
 *
 * <pre>
 * mvn -q compile exec:java -Dexec.args="run --pool sea,memory --works 240 --size 256 --out wall"
 * mvn -q test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
 *   -Dexec.args="-cp %classpath culturalalien.bench.RunFigures wall sea memory"
 * </pre>
 *
 * The arguments are the run's folder and its own concepts.
 */
public final class RunFigures {

  private static final int LATEST = 50;
  private static final ObjectMapper JSON = new ObjectMapper();

  private RunFigures() {}

  /** Runs it. */
  public static void main(String[] args) throws IOException {
    List<JsonNode> works = works(Path.of(args[0]).resolve("journal.jsonl"));
    List<String> own = List.of(args).subList(1, args.length);
    Map<String, Integer> figures = counts(works, RunFigures::figures);
    System.out.printf("%d works%n", works.size());
    System.out.printf("figures: %d different; the most frequent: ", figures.size());
    figures.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(5)
        .forEach(
            e -> System.out.printf("%s %s, ", e.getKey(), percent(e.getValue(), works.size())));
    System.out.println();
    for (String field : List.of("medium", "viewpoint", "arrangement", "relation", "light")) {
      Map<String, Integer> terms = counts(works, work -> List.of(plan(work, field)));
      System.out.printf("%s: %d %s%n", field, terms.size(), terms);
    }
    List<JsonNode> latest = works.subList(Math.max(0, works.size() - LATEST), works.size());
    System.out.printf(
        Locale.ROOT,
        "visual similarity to the nearest earlier work: %.3f in all, %.3f in the last %d%n",
        mean(works, "visualSimilarity"),
        mean(latest, "visualSimilarity"),
        latest.size());
    System.out.printf(
        Locale.ROOT,
        "novelty: %.3f in all, %.3f in the last\n",
        mean(works, "novelty"),
        mean(latest, "novelty"));
    long joined =
        works.stream()
            .filter(w -> !w.path("joined").isMissingNode() && !w.path("joined").isNull())
            .count();
    long leads =
        works.stream()
            .filter(w -> shows(w, w.path("joined").path("name").asText(), List.of("figure")))
            .count();
    System.out.printf("the concept that joined is a figure in %s%n", percent(leads, joined));
    if (!own.isEmpty()) {
      List<String> roles = List.of("figure", "ground", "pattern", "frame", "weather");
      long seen =
          works.stream().filter(w -> own.stream().anyMatch(name -> shows(w, name, roles))).count();
      System.out.printf(
          "an own concept can be seen by its silhouette in %s%n", percent(seen, works.size()));
    }
  }

  private static List<JsonNode> works(Path journal) throws IOException {
    List<JsonNode> works = new ArrayList<>();
    for (String line : Files.readAllLines(journal)) {
      JsonNode event = JSON.readTree(line);
      if (event.path("event").asText().equals("made")) {
        works.add(event);
      }
    }
    return works;
  }

  private static List<JsonNode> parts(JsonNode work) {
    return StreamSupport.stream(work.path("plan").path("parts").spliterator(), false).toList();
  }

  private static List<String> figures(JsonNode work) {
    return parts(work).stream()
        .filter(part -> part.path("role").asText().equals("figure"))
        .map(part -> part.path("figure").asText())
        .filter(figure -> !figure.isEmpty())
        .toList();
  }

  /** Whether a concept has a silhouette in one of some roles. */
  private static boolean shows(JsonNode work, String concept, List<String> roles) {
    return parts(work).stream()
        .anyMatch(
            part ->
                part.path("concept").asText().equals(concept)
                    && !part.path("figure").asText().isEmpty()
                    && roles.contains(part.path("role").asText()));
  }

  private static String plan(JsonNode work, String field) {
    return work.path("plan").path(field).asText();
  }

  private static Map<String, Integer> counts(
      List<JsonNode> works, Function<JsonNode, List<String>> of) {
    Map<String, Integer> counts = new HashMap<>();
    works.forEach(work -> of.apply(work).forEach(name -> counts.merge(name, 1, Integer::sum)));
    return new TreeMap<>(counts);
  }

  private static double mean(List<JsonNode> works, String field) {
    return works.stream().mapToDouble(work -> work.path(field).asDouble()).average().orElse(0);
  }

  private static String percent(long part, long whole) {
    return String.format(Locale.ROOT, "%.0f %%", 100.0 * part / Math.max(1, whole));
  }
}
