package culturalalien.agent;

import culturalalien.agent.Event.Left;
import culturalalien.agent.Event.Named;
import culturalalien.sampling.Choice;
import culturalalien.sampling.ConceptVectors;
import culturalalien.sampling.SamplerSettings;
import culturalalien.sampling.StepRequest;
import culturalalien.sampling.Vocabulary;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

/**
 * The loop without pictures, for studies that compare many runs: a concept joins, a work is put
 * together from the pool, compared with all before it and the pool curated. Pool, rest and patience
 * follow the same rules as in the {@link AgentLoop}; whether results steer the choice is the
 * caller's. A work's concepts are chosen by how little they were used, whatever the models think of
 * them, so that only the way in which concepts join tells runs apart; its novelty is that of its
 * words alone. Nothing is written, and no model asked: whoever owns this asks for many at once.
 *
 * <p>Owned by one thread.
 */
public final class Rehearsal {

  /**
   * What a generation brought.
   *
   * @param joined null if nobody did
   * @param work the concepts of its work, the artist's own first
   * @param novelty of the work, 1 − the highest cosine with an earlier one, 0 to 1; 1 for the first
   */
  public record Turn(Named joined, List<String> work, double novelty) {

    public Turn {
      work = List.copyOf(work);
    }
  }

  private final Past past = new Past();
  private final List<float[]> works = new ArrayList<>();
  private final Function<String, float[]> vectors;
  private final RunSettings settings;
  private final long seed;

  /**
   * @param own concepts that never leave the pool
   * @param vectors what a name means; 384 numbers
   * @param settings of which patience and the pool's size count
   * @param seed all chance of the run
   */
  public Rehearsal(
      List<Named> own, Function<String, float[]> vectors, RunSettings settings, long seed) {
    this.vectors = vectors;
    this.settings = settings;
    this.seed = seed;
    past.apply(new Event.Started("", own, ""));
  }

  /** Turns taken so far. */
  public int generation() {
    return past.generation();
  }

  /** Names of the pool, the oldest first. */
  public List<String> pool() {
    return past.pool().members().stream().map(member -> member.name).toList();
  }

  /** Concepts that left so lately that they are not to come back yet. */
  public List<String> resting() {
    return past.resting();
  }

  /**
   * What the next turn asks of a sampler.
   *
   * @param excluded concepts that are never to join; left as it is
   */
  public StepRequest request(
      SamplerSettings sampling, String strategy, BitSet excluded, Vocabulary vocabulary) {
    return Inspiration.request(
        past, sampling, strategy, (BitSet) excluded.clone(), vocabulary, seed, generation() + 1);
  }

  /**
   * The choice that joins where the past steers, as it does in an agent unless told otherwise.
   *
   * @param choices the best first, at least one
   */
  public Choice steered(List<Choice> choices, Vocabulary vocabulary) {
    return past.feedback().choose(choices, vocabulary::name);
  }

  /**
   * Takes a turn.
   *
   * @param joined the concept that joins; null if there is none
   */
  public Turn take(Named joined) throws InterruptedException {
    int generation = generation() + 1;
    List<String> work = compose(joined, generation);
    float[] meaning = Vectors.unit(Vectors.mean(work.stream().map(vectors).toList()));
    double novelty = 1 - similarity(meaning);
    Prompt prompt = new Prompt("Work " + generation, work, String.join(", ", work), "");
    List<Left> left = past.leaving(joined, prompt, novelty, settings);
    past.apply(
        new Event.Made(
            generation,
            "",
            joined,
            prompt.title(),
            work,
            prompt.prompt(),
            "",
            "",
            "",
            seed,
            seed,
            seed,
            novelty,
            1 - novelty,
            0,
            left,
            ""));
    works.add(meaning);
    return new Turn(joined, work, novelty);
  }

  private List<String> compose(Named joined, int generation) throws InterruptedException {
    List<Ingredient> pool = Inspiration.ingredients(past, joined, vectors, false);
    List<String> own = pool.stream().filter(Ingredient::own).map(Ingredient::name).toList();
    Brief brief =
        new Brief(pool, past.recent(), past.titles(), own, SetCoherence.UNKNOWN, seed, generation);
    List<String> work = new ArrayList<>(own);
    ConceptSet.choose(brief, brief.random()).concepts().forEach(one -> work.add(one.name()));
    return work;
  }

  private double similarity(float[] meaning) {
    double most = 0;
    for (float[] earlier : works) {
      most = Math.max(most, ConceptVectors.cosine(earlier, meaning));
    }
    return Math.min(1, most);
  }
}
