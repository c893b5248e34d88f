package culturalalien.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import culturalalien.cli.ModelOptions.Loaded;
import culturalalien.sampling.Choice;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code suggest}: the best concepts for a pool. */
@Command(
    name = "suggest",
    description = "Prints the best concepts to add to a pool.",
    mixinStandardHelpOptions = true)
final class SuggestCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ModelOptions models;
  @Mixin private SamplingOptions sampling;

  @Option(
      names = "--count",
      defaultValue = "10",
      description = "How many, at least 1 (default: ${DEFAULT-VALUE}).")
  private int count;

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    if (count < 1) {
      throw new IllegalArgumentException("--count is " + count + ", must be at least 1");
    }
    PrintWriter out = spec.commandLine().getOut();
    try (Loaded loaded = models.load()) {
      int[] pool = loaded.numbers(sampling.pool, new HashSet<>(), spec.commandLine().getErr());
      List<Choice> choices = sampling.step(loaded, pool, 0);
      if (!json) {
        out.printf("%-28s %10s %10s%n", "concept", "coherence", "typicality");
      }
      for (Choice choice : choices.subList(0, Math.min(count, choices.size()))) {
        String name = loaded.vocabulary().name(choice.concept());
        if (json) {
          out.println(toJson(name, choice));
        } else {
          out.printf(
              "%-28s %6d/%3d %6d/%3d%n",
              name, choice.coherenceRank(), choices.size(), choice.contextRank(), choices.size());
        }
      }
      out.flush();
    }
    return 0;
  }

  private static String toJson(String name, Choice choice) {
    ObjectNode node = new ObjectMapper().createObjectNode();
    node.put("concept", name);
    node.put("coherence_nll", choice.coherenceNll());
    node.put("context_nll", choice.contextNll());
    node.put("coherence_rank", choice.coherenceRank());
    node.put("context_rank", choice.contextRank());
    node.put("score", choice.score());
    return node.toString();
  }
}
