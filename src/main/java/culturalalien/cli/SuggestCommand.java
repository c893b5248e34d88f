package culturalalien.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import culturalalien.cli.ModelOptions.Loaded;
import culturalalien.sampling.Choice;
import culturalalien.sampling.ConceptGroup;
import culturalalien.sampling.IdeaRequest;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code suggest}: the best concepts for a pool, for many pools, or whole ideas. */
@Command(
    name = "suggest",
    description = {
      "Prints the best concepts to add to a pool, or whole ideas.",
      "Beside each concept stands by how many nats the pool makes it likelier by the coherence model",
      "(0 is chance), likewise by the context model, and which share of the artists who use the",
      "pool's concepts use it. With --sets it prints whole ideas instead."
    },
    mixinStandardHelpOptions = true)
final class SuggestCommand implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();

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

  @Option(
      names = "--pools",
      paramLabel = "FILE",
      description = {
        "Answers many pools: JSON lines {\"pool\":[\"sea\",\"horse\"],\"seed\":7} in, - for standard",
        "input, and for each a line with its \"suggestions\" out."
      })
  private Path pools;

  @Option(
      names = "--sets",
      paramLabel = "SIZE",
      description = {
        "Whole ideas of so many concepts, 2 to 6, that fit together and that artists do not combine;",
        "no concept is in two of them."
      })
  private Integer sets;

  @Override
  public Integer call() throws Exception {
    if (count < 1) {
      throw new IllegalArgumentException("--count is " + count + ", must be at least 1");
    }
    if (pools != null && (sets != null || !sampling.pool.isEmpty())) {
      throw new IllegalArgumentException(
          "--pools goes with neither --pool nor --sets; each line of its file is a pool");
    }
    try (Loaded loaded = models.load()) {
      if (pools != null) {
        return new PoolLines(loaded, sampling, count, spec).answer(pools);
      }
      if (sets != null) {
        printIdeas(loaded);
      } else {
        printConcepts(loaded);
      }
    }
    return 0;
  }

  private void printConcepts(Loaded loaded) {
    PrintWriter out = spec.commandLine().getOut();
    int[] pool = loaded.numbers(sampling.pool, new HashSet<>(), spec.commandLine().getErr());
    List<Choice> choices = sampling.step(loaded, pool, 0);
    if (!json) {
      out.printf("%-28s %10s %10s %8s%n", "concept", "coherence", "typicality", "share");
    }
    for (Choice choice : choices.subList(0, Math.min(count, choices.size()))) {
      String name = loaded.vocabulary().name(choice.concept());
      if (json) {
        out.println(toJson(name, choice));
      } else {
        out.printf(
            Locale.ROOT,
            "%-28s %+10.2f %+10.2f %8.3f%n",
            name,
            choice.coherenceLift(),
            choice.contextLift(),
            choice.share());
      }
    }
    out.flush();
  }

  private static String toJson(String name, Choice choice) {
    ObjectNode node = JSON.createObjectNode();
    node.put("concept", name);
    PoolLines.put(node, choice);
    node.put("coherence_nll", choice.coherenceNll());
    node.put("context_nll", choice.contextNll());
    node.put("coherence_rank", choice.coherenceRank());
    node.put("context_rank", choice.contextRank());
    node.put("score", choice.score());
    return node.toString();
  }

  private void printIdeas(Loaded loaded) {
    if (!sampling.pool.isEmpty()) {
      throw new IllegalArgumentException(
          "--sets begins from nothing; leave out --pool, or leave out --sets");
    }
    if (sampling.choosesSteps()) {
      throw new IllegalArgumentException(
          "--strategy, --temperature, --candidates and --typicality are for single concepts; --sets"
              + " goes with --beta and the kinds alone");
    }
    IdeaRequest request =
        new IdeaRequest(
            sets,
            count,
            Math.max(count, IdeaRequest.USUAL_SETS),
            IdeaRequest.betaOrUsual(sampling.settings().beta()),
            sampling.excluded(loaded.vocabulary(), new int[0]),
            sampling.seed());
    List<ConceptGroup> ideas;
    try (ProgressBar bar =
        new ProgressBarBuilder().setTaskName("ideas").setInitialMax(100).build()) {
      ideas = loaded.sampler().ideas(request, done -> bar.stepTo(Math.round(100 * done)));
    }
    PrintWriter out = spec.commandLine().getOut();
    if (!json) {
      out.printf("%10s %10s %8s  %s%n", "coherence", "typicality", "artists", "idea");
    }
    for (ConceptGroup idea : ideas) {
      List<String> names =
          Arrays.stream(idea.concepts()).mapToObj(loaded.vocabulary()::name).toList();
      if (json) {
        ObjectNode node = JSON.createObjectNode();
        names.forEach(node.putArray("concepts")::add);
        node.put("coherence", idea.coherence());
        node.put("typicality", idea.typicality());
        PoolLines.putKnown(node, "artists", idea.artists());
        node.put("score", idea.score());
        out.println(node);
      } else {
        out.printf(
            Locale.ROOT,
            "%+10.2f %+10.2f %8.1f  %s%n",
            idea.coherence(),
            idea.typicality(),
            idea.artists(),
            String.join(", ", names));
      }
    }
    out.flush();
  }
}
