package culturalalien.study.explore;

import culturalalien.sampling.ConceptVectors;
import culturalalien.study.explore.Jury.Verdict;
import culturalalien.study.explore.Surveyor.Survey;
import culturalalien.study.measure.Bootstrap;
import culturalalien.study.measure.Estimate;
import culturalalien.study.measure.Paired;
import culturalalien.study.report.Findings.Comparison;
import culturalalien.study.report.Findings.Curve;
import culturalalien.study.report.Findings.Measure;
import culturalalien.study.report.Findings.Places;
import culturalalien.study.report.Findings.Row;
import culturalalien.study.report.Findings.Sweep;
import culturalalien.study.report.Findings.Walk;
import culturalalien.study.report.Findings.Work;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.numbers.core.ArithmeticUtils;

/** From surveys to what a report shows: means over runs with intervals, tests, curves, walks. */
public final class Summary {

  private static final long SEED = 1;

  /** Generations that a point of the novelty curve stands for. */
  private static final int STEP = 5;

  /** Works of a sampler in the plane, at most: more make it no clearer. */
  private static final int MOST_WORKS = 2000;

  private Summary() {}

  /** The table's columns. */
  public static List<Measure> measures() {
    return Yardsticks.ALL.stream().map(Yardsticks.Yardstick::measure).toList();
  }

  /** A sampler's row: each measure's mean over runs, with starts as clusters of the bootstrap. */
  public static Row row(Survey survey) {
    Map<String, Estimate> values = new LinkedHashMap<>();
    for (int y = 0; y < survey.values().length; y++) {
      values.put(Yardsticks.ALL.get(y).measure().id(), estimate(survey.values()[y], survey));
    }
    return new Row(survey.contestant().name(), survey.contestant().about(), values);
  }

  private static Estimate estimate(String measure, Survey survey) {
    int yardstick = measures().stream().map(Measure::id).toList().indexOf(measure);
    return estimate(survey.values()[yardstick], survey);
  }

  private static Estimate estimate(double[] values, Survey survey) {
    return Bootstrap.mean(values, Surveyor.starts(survey), Bootstrap.RESAMPLES, SEED);
  }

  /** Every pair of samplers on every measure, the p-values corrected within each measure. */
  public static List<Comparison> comparisons(List<Survey> surveys) {
    List<Comparison> all = new ArrayList<>();
    for (int y = 0; y < Yardsticks.ALL.size(); y++) {
      List<Comparison> tests = new ArrayList<>();
      for (int a = 0; a < surveys.size(); a++) {
        for (int b = a + 1; b < surveys.size(); b++) {
          tests.add(comparison(y, surveys.get(a), surveys.get(b)));
        }
      }
      double[] adjusted = Paired.holm(tests.stream().mapToDouble(Comparison::p).toArray());
      for (int i = 0; i < adjusted.length; i++) {
        Comparison c = tests.get(i);
        all.add(new Comparison(c.measure(), c.a(), c.b(), c.difference(), c.p(), adjusted[i]));
      }
    }
    return all;
  }

  private static Comparison comparison(int yardstick, Survey a, Survey b) {
    Paired paired =
        Paired.of(
            a.values()[yardstick],
            b.values()[yardstick],
            Surveyor.starts(a),
            Bootstrap.RESAMPLES,
            SEED);
    return new Comparison(
        Yardsticks.ALL.get(yardstick).measure().id(),
        a.contestant().name(),
        b.contestant().name(),
        paired.difference(),
        paired.p(),
        paired.p());
  }

  /** Points of the plane: every so manieth work, so that all runs and generations are there. */
  public static List<Work> works(Survey survey) {
    List<Verdict> all = survey.verdicts().stream().flatMap(List::stream).toList();
    int step = Math.max(1, (all.size() + MOST_WORKS - 1) / MOST_WORKS);
    // A step that divides the runs' length would take them at the same generations all the time.
    while (ArithmeticUtils.gcd(step, survey.runs().get(0).turns().size()) > 1) {
      step++;
    }
    int every = step;
    return IntStream.iterate(0, i -> i < all.size(), i -> i + every)
        .mapToObj(all::get)
        .filter(v -> !Double.isNaN(v.coherence()))
        .map(v -> new Work(survey.contestant().name(), v.coherence(), v.typicality()))
        .toList();
  }

  /** Novelty over generations, a point for every {@value #STEP}. */
  public static Curve curve(Survey survey, int generations) {
    int points = (generations + STEP - 1) / STEP;
    int[] at = new int[points];
    Estimate[] values = new Estimate[points];
    for (int p = 0; p < points; p++) {
      at[p] = Math.min(generations, (p + 1) * STEP);
      values[p] = estimate(Surveyor.novelty(survey, p * STEP, at[p]), survey);
    }
    return new Curve(survey.contestant().name(), at, values);
  }

  /** What a beta gives. */
  public static Sweep sweep(double beta, Survey survey) {
    return new Sweep(
        beta,
        estimate("coherence", survey),
        estimate("typicality", survey),
        estimate("novelty", survey));
  }

  /** A sampler's first run on the map; a concept that is not on it stands at the nearest one's. */
  public static Walk walk(Survey survey, Places map, Function<String, float[]> vectors) {
    Trajectory run = survey.runs().get(0);
    List<String> names = run.joined();
    float[][] xy =
        names.stream().map(name -> map.xy()[place(name, map, vectors)]).toArray(float[][]::new);
    return new Walk(survey.contestant().name(), run.own().name(), xy, names);
  }

  private static int place(String name, Places map, Function<String, float[]> vectors) {
    int known = map.names().indexOf(name);
    if (known >= 0) {
      return known;
    }
    float[] vector = vectors.apply(name);
    int nearest = 0;
    float best = -2;
    for (int i = 0; i < map.names().size(); i++) {
      float cosine = ConceptVectors.cosine(vector, vectors.apply(map.names().get(i)));
      if (cosine > best) {
        best = cosine;
        nearest = i;
      }
    }
    return nearest;
  }
}
