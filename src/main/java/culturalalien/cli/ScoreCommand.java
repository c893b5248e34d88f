package culturalalien.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import culturalalien.cli.ModelOptions.Loaded;
import culturalalien.sampling.ConceptModel;
import culturalalien.sampling.Lift;
import culturalalien.sampling.Orders;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code score}: both models' likelihoods of sets of concepts, JSON lines in and out. */
@Command(
    name = "score",
    description = {
      "Tells how likely sets of concepts are, by both models.",
      "Reads lines {\"concepts\":[...]} and writes, for each, the mean negative log-likelihood per",
      "concept, in nats, and the lift, by how many nats per concept the set is",
      "likelier than its concepts alone (0 is chance):",
      "{\"concepts\",\"unknown\",\"coherence_nll\",\"context_nll\",\"coherence_lift\",\"context_lift\"}.",
      "To get the same NLL of the reference library, put the token <|endoftext|> before the",
      "concepts, none after them, and take that token's logit out (minus infinity) of every softmax."
    },
    mixinStandardHelpOptions = true)
final class ScoreCommand implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Lines scored together: the models are fast on many, and a pipe should not wait long. */
  private static final int BATCH = 512;

  @Spec private CommandSpec spec;
  @Mixin private ModelOptions models;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "JSON lines (default: standard input).")
  private Path file;

  @Option(
      names = "--order-invariant",
      description = "Average over all orders of a set, or over a sample of them.")
  private boolean orderInvariant;

  @Option(
      names = "--orders",
      defaultValue = "24",
      description = "Most orders averaged over, at least 1 (default: ${DEFAULT-VALUE}).")
  private int orders;

  /** A line's concepts, known and unknown. */
  private record Line(int[] known, List<String> unknown) {}

  @Override
  public Integer call() throws Exception {
    if (orders < 1) {
      throw new IllegalArgumentException("--orders is " + orders + ", must be at least 1");
    }
    Set<String> reported = new HashSet<>();
    int skipped;
    try (Loaded loaded = models.load()) {
      List<Line> batch = new ArrayList<>();
      Runnable answer =
          () -> {
            print(loaded, batch);
            batch.clear();
          };
      skipped =
          new JsonInput(file, "{\"concepts\":[\"sea\",\"horse\"]}", spec.commandLine().getErr())
              .each(
                  json -> line(json, loaded, reported),
                  line -> {
                    batch.add(line);
                    if (batch.size() == BATCH) {
                      answer.run();
                    }
                  },
                  answer);
      answer.run();
    }
    return skipped == 0 ? 0 : 1;
  }

  private Line line(JsonNode json, Loaded loaded, Set<String> reported) {
    List<String> names = JsonInput.names(json, "concepts");
    List<String> unknown =
        names.stream().filter(name -> loaded.vocabulary().number(name) < 0).toList();
    int[] known = loaded.numbers(names, reported, spec.commandLine().getErr());
    int most = loaded.coherence().maxConcepts();
    if (known.length > most) {
      spec.commandLine()
          .getErr()
          .println(
              "culturalalien: a set has "
                  + known.length
                  + " concepts; the last "
                  + most
                  + " are scored");
      known = Arrays.copyOfRange(known, known.length - most, known.length);
    }
    return new Line(known, unknown);
  }

  private void print(Loaded loaded, List<Line> batch) {
    int[][] sets =
        batch.stream().map(Line::known).filter(set -> set.length > 0).toArray(int[][]::new);
    float[] coherence = nll(loaded.coherence(), sets);
    float[] context = nll(loaded.context(), sets);
    float[] coherenceLift = Lift.of(coherence, loaded.sampler().coherencePrior(), sets);
    float[] contextLift = Lift.of(context, loaded.sampler().contextPrior(), sets);
    PrintWriter out = spec.commandLine().getOut();
    int scored = 0;
    for (Line line : batch) {
      ObjectNode node = JSON.createObjectNode();
      Arrays.stream(line.known())
          .mapToObj(loaded.vocabulary()::name)
          .forEach(node.putArray("concepts")::add);
      line.unknown().forEach(node.putArray("unknown")::add);
      if (line.known().length == 0) {
        node.putNull("coherence_nll");
        node.putNull("context_nll");
        node.putNull("coherence_lift");
        node.putNull("context_lift");
      } else {
        PoolLines.putKnown(node, "coherence_nll", coherence[scored]);
        PoolLines.putKnown(node, "context_nll", context[scored]);
        PoolLines.putKnown(node, "coherence_lift", coherenceLift[scored]);
        PoolLines.putKnown(node, "context_lift", contextLift[scored]);
        scored++;
      }
      out.println(node);
    }
    out.flush();
  }

  private float[] nll(ConceptModel model, int[][] sets) {
    if (!orderInvariant) {
      return model.nll(sets);
    }
    return Orders.nll(model, sets, orders);
  }
}
