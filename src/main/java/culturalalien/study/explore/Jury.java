package culturalalien.study.explore;

import culturalalien.agent.Rehearsal.Turn;
import culturalalien.sampling.ConceptModel;
import culturalalien.sampling.Orders;
import culturalalien.sampling.Vocabulary;
import java.util.Arrays;
import java.util.List;

/**
 * A pair of models that did not choose, asked how coherent and how typical works are. It may have a
 * vocabulary of its own; a concept that it lacks is left out of the work.
 *
 * @param coherence which concepts go together in one work
 * @param context what artists habitually combine
 */
public record Jury(ConceptModel coherence, ConceptModel context, Vocabulary vocabulary) {

  /** Orders that a likelihood is averaged over: all of a set of three. */
  private static final int ORDERS = 6;

  /**
   * What the models say of a work, as means per concept in nats.
   *
   * @param coherence NLL by the coherence model; low is coherent
   * @param lift how much likelier the coherence model finds the work's concepts together than each
   *     alone: their NLL by the model's own frequencies minus {@code coherence}. Rare words are not
   *     punished for being rare; 0 is as good as chance
   * @param typicality NLL by the context model; low is typical
   */
  public record Verdict(double coherence, double lift, double typicality) {

    private static final Verdict NONE = new Verdict(Double.NaN, Double.NaN, Double.NaN);
  }

  /** A verdict on each work; not numbers where the models know fewer than two of its concepts. */
  public List<Verdict> judge(List<Turn> works) {
    int[][] known = works.stream().map(work -> numbers(work.work())).toArray(int[][]::new);
    int[][] sets = Arrays.stream(known).filter(set -> set.length > 1).toArray(int[][]::new);
    float[] coherent = sets.length == 0 ? new float[0] : Orders.nll(coherence, sets, ORDERS);
    float[] typical = sets.length == 0 ? new float[0] : Orders.nll(context, sets, ORDERS);
    float[] alone = coherence.next(new int[0]).logProbs();
    Verdict[] verdicts = new Verdict[known.length];
    for (int i = 0, at = 0; i < known.length; i++) {
      if (known[i].length < 2) {
        verdicts[i] = Verdict.NONE;
        continue;
      }
      double chance = Arrays.stream(known[i]).mapToDouble(n -> -alone[n]).average().orElseThrow();
      verdicts[i] = new Verdict(coherent[at], chance - coherent[at], typical[at]);
      at++;
    }
    return Arrays.asList(verdicts);
  }

  private int[] numbers(List<String> work) {
    return work.stream().mapToInt(vocabulary::number).filter(n -> n >= 0).distinct().toArray();
  }

  /** How typical each concept is by itself: the context model's probabilities; they sum to 1. */
  double[] frequencies() {
    float[] logProbs = context.next(new int[0]).logProbs();
    double[] p = new double[logProbs.length];
    Arrays.setAll(p, i -> Math.exp(logProbs[i]));
    return p;
  }
}
