package culturalalien.study.explore;

import culturalalien.agent.Rehearsal.Turn;
import culturalalien.study.explore.Jury.Verdict;
import culturalalien.study.measure.Exploration;
import culturalalien.study.measure.Novelty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Takes all measures of a sampler's runs. */
public final class Surveyor {

  /**
   * What came out for one sampler.
   *
   * @param runs its runs, in the same order for every sampler
   * @param verdicts of each run, a work each
   * @param values a row for each of {@link Yardsticks#ALL}, a number a run
   * @param novelty of each run, a number for each concept that joined
   */
  public record Survey(
      Contestant contestant,
      List<Trajectory> runs,
      List<List<Verdict>> verdicts,
      double[][] values,
      double[][] novelty) {}

  private final Jury jury;
  private final Function<String, float[]> vectors;
  private final double epsilon;
  private final float[] logProbs;

  /**
   * @param vectors what a name means, of length 1
   * @param vocabulary all concepts' vectors: they say which distance is small
   */
  public Surveyor(Jury jury, Function<String, float[]> vectors, float[][] vocabulary) {
    this.jury = jury;
    this.vectors = vectors;
    epsilon = Exploration.epsilon(vocabulary);
    logProbs = jury.context().next(new int[0]).logProbs();
  }

  /** Within which two concepts are the same ground: a distance of unit vectors. */
  public double epsilon() {
    return epsilon;
  }

  /** Takes all measures. */
  public Survey survey(Contestant contestant, List<Trajectory> runs) {
    List<List<Verdict>> verdicts = verdicts(runs);
    double[][] values = new double[Yardsticks.ALL.size()][runs.size()];
    double[][] novelty = new double[runs.size()][];
    for (int r = 0; r < runs.size(); r++) {
      Reading reading = reading(runs.get(r), runs, verdicts.get(r));
      novelty[r] = Novelty.curve(reading.start(), reading.vectors(), Novelty.NEIGHBOURS);
      for (int y = 0; y < values.length; y++) {
        values[y][r] =
            reading.joined().isEmpty()
                ? Double.NaN
                : Yardsticks.ALL.get(y).of().applyAsDouble(reading);
      }
    }
    return new Survey(contestant, runs, verdicts, values, novelty);
  }

  /** All works in one question: the models take many at once. */
  private List<List<Verdict>> verdicts(List<Trajectory> runs) {
    List<Turn> works = runs.stream().flatMap(run -> run.turns().stream()).toList();
    List<Verdict> all = jury.judge(works);
    List<List<Verdict>> byRun = new ArrayList<>();
    int at = 0;
    for (Trajectory run : runs) {
      byRun.add(all.subList(at, at + run.turns().size()));
      at += run.turns().size();
    }
    return byRun;
  }

  private Reading reading(Trajectory run, List<Trajectory> runs, List<Verdict> verdicts) {
    List<String> joined = run.joined();
    return new Reading(
        joined,
        joined.stream().map(vectors).toArray(float[][]::new),
        Exploration.start(new float[][] {vectors.apply(run.own().name())}),
        runs.stream()
            .filter(other -> other.start() != run.start())
            .map(Trajectory::joined)
            .filter(other -> !other.isEmpty())
            .toList(),
        verdicts,
        epsilon,
        joined.stream().mapToInt(jury.vocabulary()::number).toArray(),
        logProbs);
  }

  /** Mean over works of what a verdict says; NaN if none could be judged. */
  static double mean(List<Verdict> works, ToDoubleFunction<Verdict> value) {
    return works.stream()
        .mapToDouble(value)
        .filter(v -> !Double.isNaN(v))
        .average()
        .orElse(Double.NaN);
  }

  /** Which start each run has. */
  static int[] starts(Survey survey) {
    return survey.runs().stream().mapToInt(Trajectory::start).toArray();
  }

  /** Mean novelty of each run over some generations, counted from 0; NaN where there are none. */
  static double[] novelty(Survey survey, int from, int to) {
    return Arrays.stream(survey.novelty())
        .mapToDouble(
            curve ->
                Arrays.stream(curve, Math.min(from, curve.length), Math.min(to, curve.length))
                    .average()
                    .orElse(Double.NaN))
        .toArray();
  }
}
