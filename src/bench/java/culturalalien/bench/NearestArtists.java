package culturalalien.bench;

import culturalalien.corpus.Corpus;
import culturalalien.corpus.CorpusRecord;
import culturalalien.corpus.Split;
import culturalalien.sampling.Artists;
import culturalalien.sampling.Vocabulary;
import culturalalien.scoring.ModelBundle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How often the artist of a work that training never saw is among the twenty that are nearest to
 * its concepts, beside twenty artists drawn by their number of works. The shipped models learnt
 * without these works: the same share of the corpus is held out with the same seed. Works of which
 * the models know no artist, or no concept, are left out and counted.
 *
 * <p>Argument: the corpus file. {@code mvn -q test-compile exec:java -Dexec.classpathScope=test
 * -Dexec.mainClass=culturalalien.bench.NearestArtists -Dexec.args=corpus.jsonl}.
 */
public final class NearestArtists {

  private static final Path MODELS = Path.of("models/tate");
  private static final double HELD_OUT = 0.05;
  private static final int SEED = 1;
  private static final int FIRST = 20;

  /** Draws of twenty artists by which chance is known to about a thousandth. */
  private static final int DRAWS = 20_000;

  /**
   * A work and one of its artists.
   *
   * @param weight 1 divided by how many known artists the work has
   * @param found whether the artist is among the nearest
   * @param chance how often the artist would be among as many drawn
   */
  private record Case(String artist, double weight, boolean found, double chance) {}

  private NearestArtists() {}

  public static void main(String[] args) throws IOException {
    Split split = Split.of(Corpus.read(Path.of(args[0])).records(), HELD_OUT, SEED);
    ModelBundle bundle = ModelBundle.read(MODELS);
    Map<String, Integer> works = new HashMap<>();
    for (CorpusRecord record : split.training()) {
      record.artists().forEach(artist -> works.merge(artist, 1, Integer::sum));
    }
    List<Case> cases = cases(split.heldOut(), bundle, works);
    String most = works.keySet().stream().max(Comparator.comparing(works::get)).orElseThrow();
    long theirs = cases.stream().filter(one -> one.artist().equals(most)).count();
    System.out.printf(
        "%d artists known; %s made %d of %d training works and %d of the works asked about%n",
        bundle.artists().names().size(), most, works.get(most), split.training().size(), theirs);
    System.out.printf(
        "%d artists of the works asked about%n",
        cases.stream().map(Case::artist).distinct().count());
    ToDoubleFunction<Case> found = one -> one.found() ? 1 : 0;
    print("averaged over artists", byArtist(cases, found), byArtist(cases, Case::chance));
    print("averaged over works", byWork(cases, found), byWork(cases, Case::chance));
    List<Case> others = cases.stream().filter(one -> !one.artist().equals(most)).toList();
    print("averaged over works of others", byWork(others, found), byWork(others, Case::chance));
  }

  private static void print(String what, double found, double chance) {
    System.out.printf("%s: %.3f among the first %d, chance %.3f%n", what, found, FIRST, chance);
  }

  private static List<Case> cases(
      List<CorpusRecord> heldOut, ModelBundle bundle, Map<String, Integer> works) {
    Vocabulary vocabulary = bundle.vocabulary();
    Artists artists = bundle.artists();
    Set<String> known = new HashSet<>(artists.names());
    Map<String, Double> chance = chance(artists.names(), works);
    List<Case> cases = new ArrayList<>();
    int asked = 0;
    for (CorpusRecord record : heldOut) {
      int[] set =
          record.concepts().stream().mapToInt(vocabulary::number).filter(n -> n >= 0).toArray();
      List<String> makers = record.artists().stream().filter(known::contains).toList();
      if (set.length > 0 && !makers.isEmpty()) {
        asked++;
        List<String> nearest =
            artists.nearest(set, FIRST).stream().map(Artists.Maker::name).toList();
        for (String maker : makers) {
          cases.add(
              new Case(maker, 1.0 / makers.size(), nearest.contains(maker), chance.get(maker)));
        }
      }
    }
    System.out.printf("%d works held out, %d asked about%n", heldOut.size(), asked);
    return cases;
  }

  /** How often each artist is among those drawn, by works, none twice. */
  private static Map<String, Double> chance(List<String> names, Map<String, Integer> works) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] drawn = new double[names.size()];
    double[] keys = new double[names.size()];
    for (int i = 0; i < DRAWS; i++) {
      // The first to arrive, each at a rate of their works.
      Arrays.setAll(keys, a -> random.nextExponential() / works.getOrDefault(names.get(a), 0));
      double last = Arrays.stream(keys).sorted().skip(FIRST - 1L).findFirst().orElse(0);
      IntStream.range(0, keys.length).filter(a -> keys[a] <= last).forEach(a -> drawn[a]++);
    }
    Map<String, Double> chance = new HashMap<>();
    for (int a = 0; a < drawn.length; a++) {
      chance.put(names.get(a), drawn[a] / DRAWS);
    }
    return chance;
  }

  private static double byWork(List<Case> cases, ToDoubleFunction<Case> value) {
    double sum = 0;
    double weights = 0;
    for (Case one : cases) {
      sum += one.weight() * value.applyAsDouble(one);
      weights += one.weight();
    }
    return sum / weights;
  }

  /** The mean of what each artist's works give in the mean. */
  private static double byArtist(List<Case> cases, ToDoubleFunction<Case> value) {
    Map<String, List<Double>> values = new HashMap<>();
    for (Case one : cases) {
      values
          .computeIfAbsent(one.artist(), artist -> new ArrayList<>())
          .add(value.applyAsDouble(one));
    }
    return values.values().stream()
        .mapToDouble(list -> list.stream().mapToDouble(x -> x).average().orElseThrow())
        .average()
        .orElseThrow();
  }
}
