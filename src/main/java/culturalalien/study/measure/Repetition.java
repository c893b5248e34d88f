package culturalalien.study.measure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How often the same concepts come again: within a run, and in runs that set out from elsewhere.
 * Two names are the same if their letters are: who asks a language model trims them and makes them
 * lower case first.
 */
public final class Repetition {

  private Repetition() {}

  /**
   * Share of a run's generations that gave a concept which the run had had: 1 − distinct / T, 0 to
   * 1; lower is more varied. The paper (arXiv 2510.20849) does not say whether its rate is this one
   * or the one across runs.
   */
  public static double within(List<String> run) {
    Distances.requireGenerations(run.size());
    return 1 - (double) new HashSet<>(run).size() / run.size();
  }

  /**
   * Share of what a run found that another run found as well: mean over the others B of |A ∩ B| /
   * |A|, on distinct concepts, 0 to 1; NaN without others. Lower means that a start matters: a
   * sampler that ends at its favourites wherever it begins comes near 1. Ours; divided by |A| and
   * not by the union (Jaccard), so that the number is a share of the concepts of one run, as {@link
   * #within} is.
   *
   * <p>Chance repeats, too: of V concepts, a run that draws evenly finds |B| / V of another's.
   *
   * @param others runs of the same sampler from other starts
   */
  public static double across(List<String> run, List<List<String>> others) {
    Distances.requireGenerations(run.size());
    Set<String> found = new HashSet<>(run);
    return others.stream()
        .map(HashSet::new)
        .mapToDouble(
            other -> (double) found.stream().filter(other::contains).count() / found.size())
        .average()
        .orElse(Double.NaN);
  }

  /**
   * The mean of {@link #across(List, List)} over runs from different starts, each compared with all
   * others; NaN for a single run.
   */
  public static double across(List<List<String>> runs) {
    double sum = 0;
    for (int i = 0; i < runs.size(); i++) {
      List<List<String>> others = new ArrayList<>(runs);
      List<String> run = others.remove(i);
      sum += across(run, others);
    }
    return sum / runs.size();
  }
}
