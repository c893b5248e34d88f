package culturalalien.agent;

import culturalalien.agent.ConceptPool.Member;
import culturalalien.agent.Event.Named;
import culturalalien.sampling.Choice;
import culturalalien.sampling.ConceptGroup;
import culturalalien.sampling.SamplerSettings;
import culturalalien.sampling.StepRequest;
import culturalalien.sampling.Vocabulary;
import culturalalien.scoring.ConceptTable;
import culturalalien.scoring.Expert;
import culturalalien.scoring.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

/**
 * Where concepts come from: a step of the sampler on the run's pool, steered by the run's past if
 * that is wanted. Owned by one thread.
 */
final class Inspiration {

  /** Orders over which a set's coherence is averaged: all of a set of three. */
  private static final int ORDERS = 6;

  private final Scorer scorer;
  private final ConceptTable table;
  private final IdeaBook ideas;

  Inspiration(Scorer scorer, ConceptTable table) {
    this.scorer = scorer;
    this.table = table;
    ideas = new IdeaBook(scorer);
  }

  /**
   * The concept that joins the pool.
   *
   * @param settings whether the past steers the choice, and whether concepts come as whole ideas
   * @return null if none is left
   */
  Suggested next(Past past, Parts.Wishes wishes, RunSettings settings, long seed, int generation) {
    Suggested part =
        settings.ideas() == 0 ? null : ofIdea(past, wishes, settings.ideas(), seed, generation);
    return part != null ? part : step(past, wishes, settings.feedback(), seed, generation);
  }

  /**
   * The next concept of the run's idea in progress; null if it is in the pool, rests, or must not
   * stand beside the pool.
   */
  private Suggested ofIdea(Past past, Parts.Wishes wishes, int size, long seed, int generation) {
    int joined = generation - 1;
    ConceptGroup idea =
        ideas.idea(
            size,
            joined / size,
            wishes.settings().beta(),
            wishes.excluded(table.vocabulary(), new int[0]),
            seed);
    if (idea == null) {
      return null;
    }
    int concept = idea.concepts()[joined % size];
    String name = table.vocabulary().name(concept);
    return past.pool().member(name).isPresent()
            || past.resting().contains(name)
            || wishes.excluded(table.vocabulary(), numbers(past)).get(concept)
        ? null
        : Suggested.of(new Named(name, concept), idea);
  }

  private Suggested step(
      Past past, Parts.Wishes wishes, boolean feedback, long seed, int generation) {
    Vocabulary vocabulary = table.vocabulary();
    StepRequest step =
        request(
            past,
            wishes.settings(),
            wishes.strategy(),
            wishes.excluded(vocabulary, numbers(past)),
            vocabulary,
            seed,
            generation);
    List<Choice> choices = scorer.step(step);
    if (choices.isEmpty()) {
      return null;
    }
    Choice choice = feedback ? past.feedback().choose(choices, vocabulary::name) : choices.get(0);
    return Suggested.of(new Named(vocabulary.name(choice.concept()), choice.concept()), choice);
  }

  /**
   * What a run asks of a sampler.
   *
   * @param excluded concepts that are not to join; those that rest are added to it
   */
  static StepRequest request(
      Past past,
      SamplerSettings settings,
      String strategy,
      BitSet excluded,
      Vocabulary vocabulary,
      long seed,
      int generation) {
    past.resting().forEach(name -> exclude(excluded, vocabulary.number(name)));
    return new StepRequest(numbers(past), excluded, settings, strategy, seed, generation);
  }

  /** The pool, as far as the vocabulary knows it. */
  private static int[] numbers(Past past) {
    return past.pool().members().stream().mapToInt(m -> m.number).filter(n -> n >= 0).toArray();
  }

  private static void exclude(BitSet excluded, int number) {
    if (number >= 0) {
      excluded.set(number);
    }
  }

  /** How well sets hold together; as good as chance, all of them, when the models are away. */
  double[] coherence(int[][] sets) {
    try {
      float[] lift = scorer.lift(Expert.COHERENCE, sets, ORDERS);
      double[] above = new double[lift.length];
      Arrays.setAll(above, i -> lift[i]);
      return above;
    } catch (java.util.concurrent.CancellationException e) {
      throw e;
    } catch (IllegalStateException e) {
      return new double[sets.length];
    }
  }

  /** The pool as a compositor sees it, with a concept that is just about to join. */
  static List<Ingredient> ingredients(
      Past past, Named joining, Function<String, float[]> meanings, boolean feedback) {
    List<Ingredient> ingredients = new ArrayList<>();
    for (Member m : past.pool().members()) {
      ingredients.add(ingredient(past, m.name, m.number, m.uses(), m.own(), meanings, feedback));
    }
    if (joining != null && past.pool().member(joining.name()).isEmpty()) {
      ingredients.add(
          ingredient(past, joining.name(), joining.number(), 0, false, meanings, feedback));
    }
    return ingredients;
  }

  private static Ingredient ingredient(
      Past past,
      String name,
      int number,
      int uses,
      boolean own,
      Function<String, float[]> meanings,
      boolean feedback) {
    double appeal = feedback ? past.feedback().appeal(name) : 1;
    return new Ingredient(number, name, meanings.apply(name), uses, own, appeal);
  }
}
