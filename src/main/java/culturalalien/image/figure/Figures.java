package culturalalien.image.figure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A catalogue of things that have a silhouette: found by name, by the words of a concept or by what
 * it means. Immutable; safe from any thread.
 */
public final class Figures {

  /** Below this cosine, what a concept means and what a figure shows have little in common. */
  private static final double MEANS = 0.72;

  /** From this cosine on a figure goes with a concept, though it does not show it. */
  private static final double GOES_WITH = 0.52;

  /** A figure found by meaning fits worse than one of the concept's head. */
  private static final double BY_MEANING = 0.75;

  /** What part of its shortcoming one of the user's keeps, so that it goes before the shipped. */
  private static final double OWN = 0.1;

  /**
   * A figure that shows a concept.
   *
   * @param figure its name
   * @param strength how well it does, above 0, at most 1, which is a figure of the concept's name
   */
  public record Match(String figure, double strength) {}

  private static final class Shipped {
    private static final Figures FIGURES = load();

    private static Figures load() {
      List<Figure> figures = Tables.lines("figures.txt").stream().map(Figure::of).toList();
      return new Figures(figures, new Meanings(figures, Tables.bytes("figures.bin")));
    }
  }

  private final Map<String, Figure> byName = new LinkedHashMap<>();
  private final List<Figure> figures;
  private final WordIndex words;
  private final Meanings meanings;
  private final Map<String, Outline> outlines = new ConcurrentHashMap<>();

  /**
   * @param figures the shipped ones, in the order of their meanings, then the user's
   */
  private Figures(List<Figure> figures, Meanings meanings) {
    this.figures = List.copyOf(figures);
    this.meanings = meanings;
    words = new WordIndex(this.figures);
    this.figures.forEach(figure -> byName.put(figure.name(), figure));
  }

  /** Those that come with the library; read at the first call. */
  public static Figures shipped() {
    return Shipped.FIGURES;
  }

  /**
   * These and the user's own: every SVG file of a folder is a figure called as the file, a paper
   * boat in {@code paper-boat.svg}. They are found by words, and go before those that come with the
   * library where both show a concept; one of the same name takes its place. All files are read
   * here; of those that cannot be, each is told and left out.
   *
   * @param folder with SVG files of at most 1 MB each, of which the filled shapes count
   * @param told takes a sentence for each file left out, and for a folder that cannot be read
   */
  public Figures with(Path folder, Consumer<String> told) {
    List<Figure> all = new ArrayList<>(figures);
    all.addAll(FigureFolder.read(folder, told));
    return new Figures(all, meanings);
  }

  /** The figures' names in plain English, such as "sailing boat", each once. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /** Whether there is a figure of this name. */
  public boolean has(String name) {
    return byName.containsKey(name);
  }

  /**
   * The silhouette of a figure; made at the first call, then kept.
   *
   * @throws IllegalArgumentException with one sentence, if no figure has this name
   */
  public Outline outline(String name) {
    Figure figure = byName.get(name);
    if (figure == null) {
      throw new IllegalArgumentException(
          "no figure is called \""
              + name
              + "\"; names() lists the "
              + byName.size()
              + " there are");
    }
    return outlines.computeIfAbsent(name, n -> figure.outline().get());
  }

  /**
   * The figures that show a concept, best first: one of its name, one of its words and, where these
   * tell little, one near in meaning; none for what nothing shows, such as justice. A strength from
   * 0.75 on stands for the concept or its head, a smaller one for what qualifies it or is like it.
   *
   * @param vector what the concept means to all-MiniLM-L6-v2, 384 numbers of which the direction
   *     counts; of length 0 for the words alone
   * @param most how many at most, at least 0
   * @throws IllegalArgumentException with one sentence, if the vector has another length or most is
   *     negative
   */
  public List<Match> matches(String concept, float[] vector, int most) {
    if (vector.length != 0 && vector.length != Meanings.WIDTH) {
      throw new IllegalArgumentException(
          "the vector has " + vector.length + " numbers; a meaning has 384, or none");
    }
    if (most < 0) {
      throw new IllegalArgumentException("at most " + most + " matches; at least 0 can be had");
    }
    Map<String, Double> best = new HashMap<>();
    words
        .find(concept)
        .forEach(
            (i, fit) -> {
              Figure figure = figures.get(i);
              double strength = figure.own() ? 1 - OWN * (1 - fit) : fit;
              best.merge(figure.name(), strength, Math::max);
            });
    // Meaning is asked only where it may find something better.
    double strongest = best.values().stream().mapToDouble(fit -> fit).max().orElse(0);
    if (vector.length > 0 && strongest < BY_MEANING && !WordIndex.isAbstract(concept)) {
      byMeaning(vector, MEANS, best);
    }
    return sorted(best, most);
  }

  /**
   * The figures whose meaning is nearest to a concept's, best first: what goes with it, such as a
   * ship with the sea, where {@link #matches} gives what shows it.
   *
   * @param vector as in {@link #matches}; of length 0 for nothing
   * @param most how many at most, at least 0
   */
  public List<Match> near(float[] vector, int most) {
    Map<String, Double> best = new HashMap<>();
    if (vector.length == Meanings.WIDTH) {
      byMeaning(vector, GOES_WITH, best);
    }
    return sorted(best, most);
  }

  /** Adds the figures whose meaning is near enough to a vector. */
  private void byMeaning(float[] vector, double least, Map<String, Double> best) {
    float[] cosines = meanings.cosines(vector);
    for (int i = 0; i < cosines.length; i++) {
      if (cosines[i] >= least && !figures.get(i).delicate()) {
        best.merge(figures.get(i).name(), BY_MEANING * cosines[i], Math::max);
      }
    }
  }

  private List<Match> sorted(Map<String, Double> best, int most) {
    List<Match> matches = new ArrayList<>();
    best.forEach((name, strength) -> matches.add(new Match(name, Math.min(1, strength))));
    matches.sort(
        Comparator.comparingDouble(Match::strength)
            .reversed()
            .thenComparing(match -> !byName.get(match.figure()).own())
            .thenComparing(Match::figure));
    return List.copyOf(matches.subList(0, Math.min(most, matches.size())));
  }
}
