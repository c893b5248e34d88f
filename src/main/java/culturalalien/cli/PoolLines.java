package culturalalien.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import culturalalien.cli.ModelOptions.Loaded;
import culturalalien.sampling.Choice;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** Answers lines of pools with lines of suggestions. */
final class PoolLines {

  private static final String EXAMPLE = "{\"pool\":[\"sea\",\"horse\"],\"seed\":7}";

  /** A pool, and what decides about chance. */
  private record Line(List<String> names, long seed) {}

  private final Loaded loaded;
  private final SamplingOptions sampling;
  private final int count;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Set<String> unknown = new HashSet<>();

  PoolLines(Loaded loaded, SamplingOptions sampling, int count, CommandSpec spec) {
    this.loaded = loaded;
    this.sampling = sampling;
    this.count = count;
    out = spec.commandLine().getOut();
    err = spec.commandLine().getErr();
  }

  /**
   * Answers all lines; one that is none is named and passed over.
   *
   * @param file "-" for standard input
   * @return 0, or 1 if a line was passed over
   */
  int answer(Path file) throws IOException {
    int skipped =
        new JsonInput(file, EXAMPLE, err)
            .each(this::line, line -> out.println(answer(line)), out::flush);
    out.flush();
    return skipped == 0 ? 0 : 1;
  }

  /** What a line asks. */
  private Line line(JsonNode line) {
    List<String> names = JsonInput.names(line, "pool");
    JsonNode seed = line.path("seed");
    if (seed.isMissingNode()) {
      return new Line(names, sampling.seed());
    }
    if (!seed.isIntegralNumber() || !seed.canConvertToLong()) {
      throw new IllegalArgumentException(
          JsonInput.wrong(
              line,
              "seed",
              "a whole number without quotes, from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE));
    }
    return new Line(names, seed.asLong());
  }

  private ObjectNode answer(Line line) {
    int[] pool = loaded.numbers(line.names(), unknown, err);
    List<Choice> choices = loaded.sampler().step(sampling.request(loaded, pool, line.seed(), 0));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    line.names().forEach(answer.putArray("pool")::add);
    answer.put("seed", line.seed());
    ArrayNode suggestions = answer.putArray("suggestions");
    for (Choice choice : choices.subList(0, Math.min(count, choices.size()))) {
      ObjectNode one = suggestions.addObject();
      one.put("concept", loaded.vocabulary().name(choice.concept()));
      put(one, choice);
    }
    return answer;
  }

  /** What is said of a choice with its pool: nats above chance, and the share of artists. */
  static void put(ObjectNode node, Choice choice) {
    putKnown(node, "coherence", choice.coherenceLift());
    putKnown(node, "typicality", choice.contextLift());
    putKnown(node, "share", choice.share());
  }

  /** A number, or null where it is not known: JSON has no word for a number that is none. */
  static void putKnown(ObjectNode node, String field, float value) {
    if (!Float.isFinite(value)) {
      node.putNull(field);
    } else {
      node.put(field, value);
    }
  }
}
