package culturalalien.agent;

import culturalalien.sampling.ConceptVectors;
import culturalalien.sampling.Orders;
import culturalalien.sampling.Vocabulary;
import culturalalien.scoring.LocalModel;
import culturalalien.scoring.ModelBundle;
import culturalalien.scoring.ShippedModels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Briefs for tests, and runs of works in which each brief knows what went before. */
final class Briefs {

  private static final ModelBundle SHIPPED = shipped();

  private Briefs() {}

  private static ModelBundle shipped() {
    try {
      return ShippedModels.read(ShippedModels.TATE, ModelBundle::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Vocabulary vocabulary() {
    return SHIPPED.vocabulary();
  }

  /** The real coherence model; close it. */
  static LocalModel model() {
    return new LocalModel(SHIPPED.coherence(), "cpu");
  }

  /** How a real model answers for sets. */
  static SetCoherence coherence(LocalModel model) {
    double chance = Math.log(SHIPPED.vocabulary().size());
    return sets -> {
      float[] nll = Orders.nll(model, sets, 4, new SplittableRandom(1));
      double[] above = new double[nll.length];
      Arrays.setAll(above, i -> chance - nll[i]);
      return above;
    };
  }

  /** A concept of the shipped vocabulary; any other has neither number nor vector. */
  static Ingredient ingredient(String name, int uses) {
    int number = SHIPPED.vocabulary().number(name);
    ConceptVectors vectors = SHIPPED.vectors();
    float[] vector = number < 0 ? new float[0] : vectors.vectors()[number];
    return new Ingredient(number, name, vector, uses, false, 1);
  }

  /** A pool of unused concepts whose coherence nobody knows. */
  static Brief of(List<String> own, String... concepts) {
    return of(own, Arrays.stream(concepts).map(name -> ingredient(name, 0)).toList(), 1);
  }

  static Brief of(List<String> own, List<Ingredient> pool, long generation) {
    return new Brief(pool, List.of(), Set.of(), own, SetCoherence.UNKNOWN, 1, generation);
  }

  /** Unmarked concepts from all over the vocabulary. */
  static List<String> concepts(int count) {
    SplittableRandom random = new SplittableRandom(5);
    Set<String> names = new HashSet<>();
    List<String> concepts = new ArrayList<>();
    while (concepts.size() < count) {
      int number = random.nextInt(SHIPPED.vocabulary().size());
      String name = SHIPPED.vocabulary().name(number);
      if (SHIPPED.vocabulary().marks(number).isEmpty() && names.add(name)) {
        concepts.add(name);
      }
    }
    return concepts;
  }

  /** A run of works from one pool, each brief knowing the uses, works and titles before it. */
  static List<Prompt> run(
      int works, List<String> concepts, List<String> own, SetCoherence coherence)
      throws InterruptedException {
    List<Prompt> made = new ArrayList<>();
    Set<String> titles = new HashSet<>();
    int[] uses = new int[concepts.size()];
    for (int g = 0; g < works; g++) {
      List<Ingredient> pool = new ArrayList<>();
      for (int i = 0; i < uses.length; i++) {
        pool.add(ingredient(concepts.get(i), uses[i]));
      }
      List<Prompt> recent = made.subList(Math.max(0, g - 24), g);
      Brief brief = new Brief(pool, recent, titles, own, coherence, 1, g);
      Prompt prompt = new GrammarCompositor().compose(brief);
      prompt.concepts().stream()
          .filter(concepts::contains)
          .forEach(c -> uses[concepts.indexOf(c)]++);
      titles.add(prompt.title());
      made.add(prompt);
    }
    return made;
  }

  /**
   * A run as an agent makes it: for each work a concept joins, of twelve the most used leaves.
   *
   * @param concepts that join, one after another, again from the first
   */
  static List<Prompt> evolving(int works, List<String> concepts, List<String> own, long seed)
      throws InterruptedException {
    List<Prompt> made = new ArrayList<>();
    Set<String> titles = new HashSet<>();
    Map<String, Integer> uses = new LinkedHashMap<>();
    GrammarCompositor compositor = new GrammarCompositor();
    for (int g = 0; g < works; g++) {
      String joined = concepts.get(g % concepts.size());
      uses.put(joined, 0);
      List<Ingredient> pool = new ArrayList<>();
      uses.forEach((name, count) -> pool.add(ingredient(name, count)));
      for (String word : own) {
        Ingredient known = ingredient(word, g);
        pool.add(new Ingredient(known.number(), word, known.vector(), g, true, 1));
      }
      List<Prompt> recent = made.subList(Math.max(0, g - 24), g);
      Brief brief =
          new Brief(pool, recent, titles, own, SetCoherence.UNKNOWN, seed, g + 1, joined, null, 0);
      Prompt prompt = compositor.compose(brief);
      prompt.concepts().forEach(name -> uses.computeIfPresent(name, (n, count) -> count + 1));
      if (uses.size() >= 12) {
        uses.remove(uses.keySet().stream().max(Comparator.comparingInt(uses::get)).orElseThrow());
      }
      titles.add(prompt.title());
      made.add(prompt);
    }
    return made;
  }
}
