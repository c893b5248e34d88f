package culturalalien.study.explore;

import culturalalien.agent.Rehearsal.Turn;
import culturalalien.sampling.ConceptModel;
import culturalalien.sampling.Lift;
import culturalalien.sampling.Orders;
import culturalalien.sampling.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A pair of models that did not choose, asked how coherent and how typical works are. It may have a
 * vocabulary of its own; works with a concept that it lacks are not judged.
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

  /**
   * A verdict on each work; not numbers where the models do not know all of its concepts, as a work
   * without some of them would be another one.
   */
  public List<Verdict> judge(List<Turn> works) {
    int[][] all = works.stream().map(work -> numbers(work.work())).toArray(int[][]::new);
    int[][] sets = Arrays.stream(all).filter(Jury::isKnown).toArray(int[][]::new);
    float[] coherent = sets.length == 0 ? new float[0] : Orders.nll(coherence, sets, ORDERS);
    float[] typical = sets.length == 0 ? new float[0] : Orders.nll(context, sets, ORDERS);
    float[] alone = coherence.next(new int[0]).logProbs();
    float[] lift = Lift.of(coherent, alone, sets);
    List<Verdict> verdicts = new ArrayList<>();
    int at = 0;
    for (int[] set : all) {
      if (isKnown(set)) {
        verdicts.add(new Verdict(coherent[at], lift[at], typical[at]));
        at++;
      } else {
        verdicts.add(Verdict.NONE);
      }
    }
    return verdicts;
  }

  private static boolean isKnown(int[] set) {
    return Arrays.stream(set).allMatch(number -> number >= 0);
  }

  private int[] numbers(List<String> work) {
    return work.stream().mapToInt(vocabulary::number).distinct().toArray();
  }
}
