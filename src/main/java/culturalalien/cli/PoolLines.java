package culturalalien.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import culturalalien.cli.ModelOptions.Loaded;
import culturalalien.sampling.Choice;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** Answers lines of pools with lines of suggestions. */
final class PoolLines {

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

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
    boolean piped = file.toString().equals("-");
    if (!piped && !Files.isReadable(file)) {
      throw new IllegalArgumentException(file + " cannot be read; give a file of JSON lines");
    }
    int malformed = 0;
    // This reader replaces what is not UTF-8, so that one bad byte costs one name.
    try (InputStream in = piped ? System.in : Files.newInputStream(file);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line; (line = lines.readLine()) != null; ) {
        number++;
        String text = number == 1 ? line.replace("\uFEFF", "") : line;
        if (text.isBlank()) {
          continue;
        }
        Line asked = line(text);
        if (asked != null) {
          out.println(answer(asked));
        } else {
          malformed++;
          err.println(
              "culturalalien: line "
                  + number
                  + " is skipped; it must be JSON like {\"pool\":[\"sea\",\"horse\"],\"seed\":7}");
        }
      }
    }
    out.flush();
    return malformed == 0 ? 0 : 1;
  }

  /** What a line asks; null if it is none. */
  private Line line(String text) {
    try {
      JsonNode line = JSON.readTree(text);
      JsonNode seed = line.path("seed");
      boolean whole = seed.isIntegralNumber() && seed.canConvertToLong();
      if (!line.path("pool").isArray() || !(seed.isMissingNode() || whole)) {
        return null;
      }
      List<String> names = new ArrayList<>();
      for (JsonNode name : line.path("pool")) {
        if (!name.isTextual()) {
          return null;
        }
        names.add(name.asText());
      }
      return new Line(names, seed.isMissingNode() ? sampling.seed() : seed.asLong());
    } catch (JsonProcessingException e) {
      return null;
    }
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
    node.put("coherence", choice.coherenceLift());
    node.put("typicality", choice.contextLift());
    putKnown(node, "share", choice.share());
  }

  /** A number, or null where it is not known. */
  static void putKnown(ObjectNode node, String field, float value) {
    if (Float.isNaN(value)) {
      node.putNull(field);
    } else {
      node.put(field, value);
    }
  }
}
