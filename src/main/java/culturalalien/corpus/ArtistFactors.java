package culturalalien.corpus;

import culturalalien.sampling.Artists;
import culturalalien.sampling.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Learns artists as vectors from which artist used which concept in how many works, by two
 * truncated singular value decompositions of that table.
 *
 * <p>For <em>nearness</em> a use of a concept c in n of an artist's works counts ln(1 + n) · ln(A /
 * makers of c), as in latent semantic analysis (Deerwester and others 1990); artists and concepts
 * are its rows and columns in the space of the largest {@value #LENGTH} singular values. A set of
 * concepts is the mean of theirs.
 *
 * <p>For <em>habits</em> a use counts 1/√(makers of c), however often, so that rare concepts weigh
 * as much as common ones; the product of two columns, scaled back, is about how many artists use
 * both. Learnt in a second; {@code reference/studies.html} tells how often it finds an artist.
 */
public final class ArtistFactors {

  /** Of the vectors of artists and concepts. */
  public static final int LENGTH = 128;

  /** Of the vectors of habits. */
  public static final int HABITS = 64;

  private ArtistFactors() {}

  /**
   * Learns the artists of some records.
   *
   * @param records to learn from; works without a known artist teach nothing
   * @param seed of the decomposition's random start
   */
  public static Artists learn(List<CorpusRecord> records, Vocabulary vocabulary, long seed) {
    List<String> names = new ArrayList<>();
    List<Map<Integer, Integer>> works = new ArrayList<>();
    count(records, vocabulary, names, works);
    if (names.isEmpty()) {
      return Artists.UNKNOWN;
    }
    float[] makers = new float[vocabulary.size()];
    works.forEach(uses -> uses.keySet().forEach(concept -> makers[concept]++));
    int[][] columns = new int[names.size()][];
    double[][] nearness = new double[names.size()][];
    double[][] habits = new double[names.size()][];
    for (int a = 0; a < columns.length; a++) {
      Map<Integer, Integer> uses = works.get(a);
      int[] used = uses.keySet().stream().mapToInt(c -> c).toArray();
      columns[a] = used;
      nearness[a] = new double[used.length];
      habits[a] = new double[used.length];
      for (int i = 0; i < used.length; i++) {
        float of = makers[used[i]];
        nearness[a][i] = Math.log1p(uses.get(used[i])) * Math.log(names.size() / of);
        habits[a][i] = 1 / Math.sqrt(of);
      }
    }
    TruncatedSvd near =
        TruncatedSvd.of(new SparseRows(columns, nearness, vocabulary.size()), LENGTH, seed);
    TruncatedSvd habit =
        TruncatedSvd.of(new SparseRows(columns, habits, vocabulary.size()), HABITS, seed);
    float[][] shared = habit.right();
    for (int c = 0; c < shared.length; c++) {
      for (int i = 0; i < shared[c].length; i++) {
        shared[c][i] *= (float) Math.sqrt(makers[c]);
      }
    }
    return new Artists(names, Rows.unit(near.left()), Rows.unit(near.right()), shared, makers);
  }

  /** In how many of each artist's works each concept stands. */
  private static void count(
      List<CorpusRecord> records,
      Vocabulary vocabulary,
      List<String> names,
      List<Map<Integer, Integer>> works) {
    Map<String, Integer> places = new LinkedHashMap<>();
    for (CorpusRecord record : TrainingSequences.known(records, vocabulary)) {
      for (String artist : record.artists()) {
        int place = places.computeIfAbsent(artist, name -> places.size());
        if (place == names.size()) {
          names.add(artist);
          works.add(new LinkedHashMap<>());
        }
        for (int concept : TrainingSequences.numbers(record, vocabulary)) {
          works.get(place).merge(concept, 1, Integer::sum);
        }
      }
    }
  }
}
