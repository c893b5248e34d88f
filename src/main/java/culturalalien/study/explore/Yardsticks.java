package culturalalien.study.explore;

import culturalalien.study.explore.Jury.Verdict;
import culturalalien.study.measure.BayesianSurprise;
import culturalalien.study.measure.Divergence;
import culturalalien.study.measure.Exploration;
import culturalalien.study.measure.Novelty;
import culturalalien.study.measure.Repetition;
import culturalalien.study.measure.Vendi;
import culturalalien.study.report.Findings.Better;
import culturalalien.study.report.Findings.Measure;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/**
 * What is measured of every run: the table's columns. {@link culturalalien.study.measure} has the
 * formulas' code and reasons.
 */
final class Yardsticks {

  /** A measure and how to take it; NaN where it is not defined. */
  record Yardstick(Measure measure, ToDoubleFunction<Reading> of) {}

  private static final String OURS = "ours: the paper reports the measure, but not its formula";
  private static final String NATS = "nats per concept";

  /** In the order of the table's columns. */
  static final List<Yardstick> ALL =
      List.of(
          of(
              new Measure(
                  "coherence",
                  "coherence NLL",
                  NATS,
                  2,
                  Better.LOWER,
                  "the jury's coherence model on each work's set, mean over 6 orders",
                  "arXiv 2510.20849",
                  Map.of()),
              r -> mean(r, Verdict::coherence)),
          of(
              new Measure(
                  "lift",
                  "coherence beyond chance (value)",
                  NATS,
                  2,
                  Better.HIGHER,
                  "NLL of the same concepts each alone, by the same model, minus the coherence NLL",
                  "ours: a rare word is not punished for being rare; Boden's value",
                  Map.of()),
              r -> mean(r, Verdict::lift)),
          of(
              new Measure(
                  "typicality",
                  "typicality NLL (surprise)",
                  NATS,
                  2,
                  Better.HIGHER,
                  "the jury's context model on each work's set, mean over 6 orders; high is rare",
                  "arXiv 2510.20849; Boden's surprise",
                  Map.of()),
              r -> mean(r, Verdict::typicality)),
          of(
              new Measure(
                  "judged",
                  "works that could be judged",
                  "share",
                  2,
                  Better.NEITHER,
                  "share of works of which the jury knows every concept",
                  "ours: a free language model names what no vocabulary holds",
                  Map.of()),
              r ->
                  r.verdicts().stream()
                      .mapToInt(v -> Double.isNaN(v.coherence()) ? 0 : 1)
                      .average()
                      .orElse(Double.NaN)),
          of(
              new Measure(
                  "repeat_within",
                  "repetition within a run",
                  "share",
                  2,
                  Better.LOWER,
                  "1 − distinct concepts / T",
                  OURS,
                  Map.of()),
              r -> Repetition.within(r.joined())),
          of(
              new Measure(
                  "repeat_across",
                  "repetition across runs",
                  "share",
                  2,
                  Better.LOWER,
                  "|A ∩ B| / |A| of distinct concepts, mean over runs B from other starts",
                  OURS,
                  Map.of(
                      "cas",
                      0.23,
                      "language model, restricted",
                      0.59,
                      "language model, free",
                      0.74)),
              r -> Repetition.across(r.joined(), r.others())),
          of(
              new Measure(
                  "radius",
                  "exploration radius",
                  "distance, 0 to 2",
                  3,
                  Better.HIGHER,
                  "largest distance of a concept's vector from the start's",
                  OURS,
                  Map.of("cas", 1.33, "random", 1.25, "language model, free", 1.28)),
              r -> Exploration.radius(r.start(), r.vectors())),
          of(
              new Measure(
                  "displacement",
                  "mean distance from the start",
                  "distance, 0 to 2",
                  3,
                  Better.NEITHER,
                  "mean distance of the concepts' vectors from the start's",
                  "ours: a radius is decided by one concept, this by all",
                  Map.of()),
              r -> Exploration.displacement(r.start(), r.vectors())),
          of(
              new Measure(
                  "return_rate",
                  "return rate",
                  "share",
                  2,
                  Better.LOWER,
                  "share of generations within ε of a concept 5 or more generations back",
                  OURS + "; recurrence analysis (Eckmann and others 1987)",
                  Map.of("cas", 0.45, "random", 0.48, "language model, free", 0.72)),
              r -> Exploration.returnRate(r.vectors(), r.epsilon(), Exploration.LAG)),
          of(
              new Measure(
                  "saturation",
                  "saturation",
                  "generation",
                  0,
                  Better.HIGHER,
                  "first generation with less than a tenth of the last 20 further than ε from all"
                      + " before; T if never",
                  OURS,
                  Map.of("cas", 100.0, "random", 130.0, "language model, free", 40.0)),
              r -> saturation(r).orElse(r.vectors().length)),
          of(
              new Measure(
                  "unsaturated",
                  "runs that never saturated",
                  "share",
                  2,
                  Better.HIGHER,
                  "share of runs without such a generation, which count as T",
                  "ours: says how far the mean before it is a lower bound",
                  Map.of()),
              r -> saturation(r).isEmpty() ? 1 : 0),
          of(
              new Measure(
                  "vendi",
                  "Vendi score",
                  "effective concepts",
                  1,
                  Better.HIGHER,
                  "exp of the entropy of the eigenvalues of K / n, K the cosines",
                  "Friedman and Dieng 2023, arXiv 2210.02410",
                  Map.of()),
              r -> Vendi.score(r.vectors())),
          of(
              new Measure(
                  "novelty",
                  "nearest-neighbour novelty",
                  "distance, 0 to 2",
                  3,
                  Better.HIGHER,
                  "mean distance of each concept to the 15 nearest before it",
                  "novelty search, Lehman and Stanley 2011; Boden's novelty",
                  Map.of()),
              r -> Novelty.mean(r.start(), r.vectors(), Novelty.NEIGHBOURS)),
          of(
              new Measure(
                  "divergence",
                  "semantic divergence",
                  "100 · cosine distance",
                  1,
                  Better.HIGHER,
                  "mean over every seven concepts of all pairs' cosine distances, times 100",
                  "as the Divergent Association Task, Olson and others 2021",
                  Map.of()),
              r -> Divergence.score(r.vectors())),
          of(
              new Measure(
                  "bayesian_surprise",
                  "Bayesian surprise",
                  "nats",
                  2,
                  Better.HIGHER,
                  "KL(Dir(α + e_c) ‖ Dir(α)), α = 50 · the jury's frequencies plus what has joined",
                  "Itti and Baldi 2009; Boden's surprise over time",
                  Map.of()),
              r ->
                  BayesianSurprise.mean(r.numbers(), r.logProbs(), BayesianSurprise.PSEUDO_COUNT)));

  private Yardsticks() {}

  private static Yardstick of(Measure measure, ToDoubleFunction<Reading> value) {
    return new Yardstick(measure, value);
  }

  private static double mean(Reading reading, ToDoubleFunction<Verdict> value) {
    return Surveyor.mean(reading.verdicts(), value);
  }

  private static OptionalInt saturation(Reading r) {
    return Exploration.saturation(
        r.start(), r.vectors(), r.epsilon(), Exploration.WINDOW, Exploration.SHARE);
  }
}
