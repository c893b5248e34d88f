package culturalalien.cli;

import culturalalien.cli.ModelOptions.Loaded;
import culturalalien.sampling.Choice;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code steps}: the sampler at work, step after step. */
@Command(
    name = "steps",
    description = "Shows the sampler at work: a pool that grows by a concept a step.",
    mixinStandardHelpOptions = true)
final class StepsCommand implements Callable<Integer> {

  private static final int BAR = 16;

  @Spec private CommandSpec spec;
  @Mixin private ModelOptions models;
  @Mixin private SamplingOptions sampling;

  @Option(
      names = "--steps",
      defaultValue = "10",
      description = "How many concepts join the pool, at least 1 (default: ${DEFAULT-VALUE}).")
  private int steps;

  @Override
  public Integer call() throws Exception {
    if (steps < 1) {
      throw new IllegalArgumentException("--steps is " + steps + ", must be at least 1");
    }
    PrintWriter out = spec.commandLine().getOut();
    try (Loaded loaded = models.load()) {
      int[] pool = loaded.numbers(sampling.pool, new HashSet<>(), spec.commandLine().getErr());
      out.printf(
          "%d concepts, strategy %s, seed %d%nstarting from %s%n%n",
          loaded.vocabulary().size(),
          sampling.strategy,
          sampling.seed(),
          pool.length == 0 ? "nothing" : names(loaded, pool));
      out.printf(
          "  %-28s %-" + BAR + "s   %-" + BAR + "s%n", "concept", "fits the pool", "is rare");
      for (int step = 0; step < steps; step++) {
        List<Choice> choices = sampling.step(loaded, pool, step);
        if (choices.isEmpty()) {
          out.println("no concept is left");
          break;
        }
        Choice best = choices.get(0);
        int n = choices.size();
        out.printf(
            "+ %-28s %s   %s%n",
            loaded.vocabulary().name(best.concept()),
            bar(n - best.coherenceRank() + 1, n),
            bar(best.contextRank(), n));
        out.flush();
        pool = Arrays.copyOf(pool, pool.length + 1);
        pool[pool.length - 1] = best.concept();
      }
      out.printf("%nthe pool: %s%n", names(loaded, pool));
      out.flush();
    }
    return 0;
  }

  private static String names(Loaded loaded, int[] pool) {
    return String.join(", ", Arrays.stream(pool).mapToObj(loaded.vocabulary()::name).toList());
  }

  /** A share of all candidates as a bar. */
  private static String bar(int share, int of) {
    int filled = Math.round((float) BAR * share / of);
    return "#".repeat(filled) + ".".repeat(BAR - filled);
  }
}
