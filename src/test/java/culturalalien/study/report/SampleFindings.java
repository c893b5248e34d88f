package culturalalien.study.report;

import culturalalien.study.measure.Estimate;
import culturalalien.study.report.Findings.Better;
import culturalalien.study.report.Findings.Comparison;
import culturalalien.study.report.Findings.Curve;
import culturalalien.study.report.Findings.Measure;
import culturalalien.study.report.Findings.Places;
import culturalalien.study.report.Findings.Row;
import culturalalien.study.report.Findings.Sheet;
import culturalalien.study.report.Findings.Sweep;
import culturalalien.study.report.Findings.Walk;
import culturalalien.study.report.Findings.Work;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Invented findings of the size of a real study; the same each time. */
final class SampleFindings {

  static final List<String> SAMPLERS =
      List.of(
          "cas",
          "cas-orders",
          "random",
          "coherence",
          "temperature 1",
          "temperature",
          "top-k",
          "nucleus");

  private static final double[] COHERENCE = {5.6, 5.5, 7.9, 4.6, 6.4, 7.0, 5.3, 5.8};
  private static final double[] TYPICALITY = {8.1, 8.3, 8.4, 5.9, 6.9, 7.6, 6.1, 6.5};
  private static final double[] NOVELTY = {0.34, 0.35, 0.37, 0.18, 0.27, 0.31, 0.21, 0.24};
  private static final int GENERATIONS = 200;
  private static final int WORKS = 3000;
  private static final int CONCEPTS = 1989;

  private SampleFindings() {}

  static Findings of() {
    Places map = map();
    return new Findings(
        "Cultural Alien: samplers compared over 200 generations",
        "culturalalien study explore --generations 200 --starts 20 --seeds 5 --out report/",
        facts(),
        List.of(
            "Skipped: language model (restricted) and language model (free); no server was set.",
            "Concepts only: no pictures were painted, so novelty is that of the concepts' names."),
        measures(),
        rows(),
        comparisons(),
        works(),
        novelty(),
        sweep(),
        map,
        walks(map),
        List.of());
  }

  /** Contact sheets of dots, or of noise, which is large as a PNG. */
  static Findings withSheets(Findings f, int width, int height, boolean noise) {
    return withSheets(
        f,
        f.samplers().stream()
            .map(row -> new Sheet(row.sampler(), png(width, height, noise)))
            .toList());
  }

  static Findings withSheets(Findings f, List<Sheet> sheets) {
    return new Findings(
        f.title(),
        f.command(),
        f.facts(),
        f.notes(),
        f.measures(),
        f.samplers(),
        f.comparisons(),
        f.works(),
        f.novelty(),
        f.sweep(),
        f.map(),
        f.walks(),
        sheets);
  }

  static Findings withRows(Findings f, List<Measure> measures, List<Row> rows) {
    return new Findings(
        f.title(),
        f.command(),
        f.facts(),
        f.notes(),
        measures,
        rows,
        f.comparisons(),
        f.works(),
        f.novelty(),
        f.sweep(),
        f.map(),
        f.walks(),
        f.sheets());
  }

  /** The first samplers with fewer works. */
  static Findings small(int samplers) {
    Findings f = of();
    List<String> names = SAMPLERS.subList(0, samplers);
    return new Findings(
        f.title(),
        f.command(),
        f.facts(),
        f.notes(),
        f.measures(),
        f.samplers().stream().filter(x -> names.contains(x.sampler())).toList(),
        f.comparisons().stream()
            .filter(x -> names.contains(x.a()) && names.contains(x.b()))
            .toList(),
        IntStream.range(0, f.works().size())
            .filter(i -> i % 50 == 0)
            .mapToObj(f.works()::get)
            .filter(x -> names.contains(x.sampler()))
            .toList(),
        f.novelty().stream().filter(x -> names.contains(x.sampler())).toList(),
        f.sweep(),
        f.map(),
        f.walks().stream().filter(x -> names.contains(x.sampler())).toList(),
        List.of());
  }

  /** A study of which nothing came. */
  static Findings empty() {
    return new Findings(
        "Nothing",
        "culturalalien study explore",
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Places(List.of(), new float[0][]),
        List.of(),
        List.of());
  }

  private static Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("models", "tate (4 layers, 256 wide), 1,989 concepts");
    facts.put("judges", "tate-b, trained on the other half of the artists");
    facts.put("runs", "20 starts × 5 seeds × 200 generations for each of 8 samplers");
    facts.put("settings", "N = 256 candidates, temperature 2.5, β = 0.85, patience 3");
    return facts;
  }

  private static Measure measure(
      String id, String name, String unit, int decimals, Better better, Double... paper) {
    Map<String, Double> published = new LinkedHashMap<>();
    List<String> names = List.of("cas", "random", "GPT-4o");
    for (int i = 0; i < paper.length; i++) {
      published.put(names.get(i), paper[i]);
    }
    return new Measure(
        id,
        name,
        unit,
        decimals,
        better,
        "mean over runs of 1 − max cos(vₜ, vₛ), s < t",
        "ours: the paper gives no formula; follows Lehman and Stanley (2011)",
        published);
  }

  private static List<Measure> measures() {
    return List.of(
        measure("radius", "exploration radius", "", 2, Better.HIGHER, 1.33, 1.25, 1.28),
        measure("return_rate", "return rate", "", 2, Better.LOWER, 0.45, 0.48, 0.72),
        measure("saturation", "saturation", "generation", 0, Better.HIGHER, 100., 130., 40.),
        measure("repetition", "repetition within a run", "%", 1, Better.LOWER),
        measure("repetition_across", "repetition across runs", "%", 1, Better.LOWER),
        measure("vendi", "Vendi score", "kinds", 1, Better.HIGHER),
        measure("nearest", "nearest-neighbour novelty", "", 3, Better.HIGHER),
        measure("coherence", "coherence NLL", "nats per concept", 2, Better.LOWER),
        measure("typicality", "typicality NLL", "nats per concept", 2, Better.HIGHER),
        measure("surprise", "Bayesian surprise", "nats", 3, Better.NEITHER));
  }

  private static List<Row> rows() {
    Random random = new Random(1);
    double[] centre = {1.3, 0.5, 110, 12, 34, 48, 0.31, 6, 7.2, 0.08};
    List<Row> rows = new ArrayList<>();
    for (int s = 0; s < SAMPLERS.size(); s++) {
      Map<String, Estimate> values = new HashMap<>();
      List<Measure> measures = measures();
      for (int m = 0; m < measures.size(); m++) {
        double mean = centre[m] * (1 + 0.15 * random.nextGaussian());
        mean = m == 7 ? COHERENCE[s] : m == 8 ? TYPICALITY[s] : mean;
        double half = mean * 0.02 * (1 + random.nextDouble());
        values.put(measures.get(m).id(), new Estimate(mean, mean - half, mean + half * 1.2));
      }
      if (s == 5) {
        values.remove("saturation");
        values.put("vendi", new Estimate(Double.NaN, Double.NaN, Double.NaN));
      }
      rows.add(
          new Row(SAMPLERS.get(s), "what " + SAMPLERS.get(s) + " does, in a few words", values));
    }
    return rows;
  }

  private static List<Comparison> comparisons() {
    Random random = new Random(2);
    List<Row> rows = rows();
    List<Comparison> comparisons = new ArrayList<>();
    for (Measure m : measures()) {
      for (int a = 0; a < rows.size(); a++) {
        for (int b = a + 1; b < rows.size(); b++) {
          Estimate x = rows.get(a).values().get(m.id());
          Estimate y = rows.get(b).values().get(m.id());
          if (x != null && y != null && Double.isFinite(x.mean() + y.mean())) {
            double d = x.mean() - y.mean();
            double half = Math.abs(x.mean()) * 0.04;
            double p = Math.abs(d) > half ? 1e-6 * random.nextDouble() : random.nextDouble() / 4;
            comparisons.add(
                new Comparison(
                    m.id(),
                    rows.get(a).sampler(),
                    rows.get(b).sampler(),
                    new Estimate(d, d - half, d + half),
                    p,
                    Math.min(1, 28 * p)));
          }
        }
      }
    }
    return comparisons;
  }

  private static List<Work> works() {
    Random random = new Random(3);
    List<Work> works = new ArrayList<>();
    for (int s = 0; s < SAMPLERS.size(); s++) {
      for (int i = 0; i < WORKS; i++) {
        double rare = 0.5 * random.nextGaussian();
        works.add(
            new Work(
                SAMPLERS.get(s),
                COHERENCE[s] + 0.6 * rare + 0.4 * random.nextGaussian(),
                TYPICALITY[s] + rare + 0.35 * random.nextGaussian()));
      }
    }
    return works;
  }

  private static List<Curve> novelty() {
    Random random = new Random(4);
    List<Curve> curves = new ArrayList<>();
    for (int s = 0; s < SAMPLERS.size(); s++) {
      Estimate[] values = new Estimate[GENERATIONS];
      for (int g = 0; g < GENERATIONS; g++) {
        double mean =
            NOVELTY[s] + 0.4 * Math.exp(-g / (20.0 + 4 * s)) + 0.004 * random.nextGaussian();
        values[g] = new Estimate(mean, mean - 0.015, mean + 0.017);
      }
      values[0] = new Estimate(Double.NaN, Double.NaN, Double.NaN);
      curves.add(
          new Curve(SAMPLERS.get(s), IntStream.rangeClosed(1, GENERATIONS).toArray(), values));
    }
    return curves;
  }

  private static List<Sweep> sweep() {
    return IntStream.rangeClosed(0, 10)
        .mapToObj(
            i -> {
              double b = i / 10.0;
              return new Sweep(
                  b,
                  around(4.6 + 0.6 * b + 2.4 * Math.pow(b, 6), 0.06),
                  around(5.9 + 2.6 * Math.sqrt(b) * (1 - 0.15 * b), 0.08),
                  around(0.2 + 0.16 * b, 0.008));
            })
        .toList();
  }

  private static Estimate around(double mean, double half) {
    return new Estimate(mean, mean - half, mean + half);
  }

  private static Places map() {
    Random random = new Random(5);
    List<String> names = new ArrayList<>();
    float[][] xy = new float[CONCEPTS][];
    float[][] centres = new float[24][];
    for (int c = 0; c < centres.length; c++) {
      centres[c] = new float[] {0.1f + 0.8f * random.nextFloat(), 0.1f + 0.8f * random.nextFloat()};
    }
    String[] words = {"mountain", "romanticism", "boat", "ruin", "mirror", "salt", "vertigo"};
    for (int i = 0; i < CONCEPTS; i++) {
      float[] centre = centres[random.nextInt(centres.length)];
      xy[i] = new float[] {blob(centre[0], random), blob(centre[1], random)};
      names.add(words[i % words.length] + " " + i);
    }
    return new Places(names, xy);
  }

  private static float blob(float centre, Random random) {
    return (float) Math.min(1, Math.max(0, centre + 0.035 * random.nextGaussian()));
  }

  private static List<Walk> walks(Places map) {
    Random random = new Random(6);
    List<Walk> walks = new ArrayList<>();
    for (String sampler : SAMPLERS) {
      float[][] xy = new float[GENERATIONS][];
      List<String> names = new ArrayList<>();
      int at = random.nextInt(CONCEPTS);
      for (int g = 0; g < GENERATIONS; g++) {
        xy[g] = map.xy()[at];
        names.add(map.names().get(at));
        at = near(map.xy(), at, 1 + 4 * SAMPLERS.indexOf(sampler), random);
      }
      walks.add(new Walk(sampler, "mountain, romanticism", xy, names));
    }
    return walks;
  }

  /** The nearest of some concepts drawn by chance: the more, the shorter the step. */
  private static int near(float[][] xy, int from, int draws, Random random) {
    return random
        .ints(draws, 0, xy.length)
        .filter(i -> i != from)
        .boxed()
        .min(
            Comparator.comparingDouble(
                i -> Math.hypot(xy[i][0] - xy[from][0], xy[i][1] - xy[from][1])))
        .orElse(0);
  }

  private static byte[] png(int width, int height, boolean noise) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(7);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        boolean inside = Math.hypot(x % 60 - 30, y % 60 - 30) < 20;
        image.setRGB(x, y, noise ? random.nextInt() : inside ? 0x447799 : 0xF4F1EA);
      }
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return png.toByteArray();
  }
}
