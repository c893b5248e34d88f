package culturalalien.study.choices;

import culturalalien.sampling.ConceptGroup;
import culturalalien.sampling.ConceptVectors;
import culturalalien.sampling.IdeaRequest;
import culturalalien.sampling.Lift;
import culturalalien.sampling.Orders;
import culturalalien.sampling.SamplerSettings;
import culturalalien.sampling.StepRequest;
import culturalalien.sampling.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Whole ideas of three beside pools of three that grew step by step, as tables in Markdown. */
public record IdeasTable(Choosing choosing, Witnesses witnesses, Vocabulary vocabulary) {

  private static final int SIZE = 3;
  private static final int ORDERS = 6;

  /** What the witnesses say, and the first ideas themselves. */
  public String markdown(int count) {
    StringBuilder page =
        new StringBuilder(
            "| sets of three | judge's lift, nats | no artist combined all | nearest pair, mean"
                + " cosine | sets |\n|---|---|---|---|---|\n");
    List<int[]> whole = ideas(count);
    page.append(row("whole ideas", whole));
    for (String strategy : List.of("cas", "published")) {
      page.append(row(strategy + ", step by step", grown(strategy, count)));
    }
    page.append("\n");
    for (int[] idea : whole) {
      page.append("- ")
          .append(String.join(", ", Arrays.stream(idea).mapToObj(vocabulary::name).toList()))
          .append("\n");
    }
    return page.toString();
  }

  private List<int[]> ideas(int count) {
    IdeaRequest request =
        new IdeaRequest(
            SIZE,
            count,
            IdeaRequest.USUAL_SETS,
            IdeaRequest.USUAL_BETA,
            choosing.excluded().apply(new int[0]),
            choosing.seed());
    return choosing.sampler().ideas(request, done -> {}).stream()
        .map(ConceptGroup::concepts)
        .toList();
  }

  /** Pools that grow from nothing, each with random numbers of its own. */
  private List<int[]> grown(String strategy, int count) {
    List<int[]> pools = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int[] pool = new int[0];
      while (pool.length < SIZE) {
        StepRequest step =
            new StepRequest(
                pool,
                choosing.excluded().apply(pool),
                SamplerSettings.USUAL,
                strategy,
                choosing.seed() + i,
                pool.length);
        pool = Arrays.copyOf(pool, pool.length + 1);
        pool[pool.length - 1] = choosing.sampler().step(step).get(0).concept();
      }
      pools.add(pool);
    }
    return pools;
  }

  private String row(String name, List<int[]> list) {
    int[][] sets = list.toArray(int[][]::new);
    float[] nll = Orders.nll(witnesses.coherence(), sets, ORDERS);
    float[] lift = Lift.of(nll, witnesses.coherence().next(new int[0]).logProbs(), sets);
    double mean = 0;
    double near = 0;
    for (int i = 0; i < sets.length; i++) {
      mean += lift[i] / sets.length;
      near += nearestPair(sets[i]) / sets.length;
    }
    double uncombined =
        (double) list.stream().filter(witnesses.uses()::isUncombined).count() / sets.length;
    return String.format(
        Locale.ROOT,
        "| %s | %+.2f | %.2f | %.2f | %d |%n",
        name,
        mean,
        uncombined,
        near,
        sets.length);
  }

  private double nearestPair(int[] set) {
    double most = -1;
    for (int a : set) {
      for (int b : set) {
        if (a != b) {
          float[][] meanings = witnesses.meanings();
          most = Math.max(most, ConceptVectors.cosine(meanings[a], meanings[b]));
        }
      }
    }
    return most;
  }
}
