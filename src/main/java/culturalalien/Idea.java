package culturalalien;

import culturalalien.io.Warnings;
import culturalalien.sampling.Artists;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/**
 * Concepts that belong together: a list of them, and what is said of the whole. Prints as the
 * names. Immutable and safe from any thread.
 *
 * <pre>
 * Idea idea = cas.idea(3);
 * println(idea, idea.coherence());
 * for (Concept c : idea) println(c);
 * println(idea.nearest(3));              // whose habit it would be
 * </pre>
 */
@SuppressWarnings("NonApiType") // Processing imports ArrayList for every sketch, List it does not.
public final class Idea extends AbstractList<Concept> {

  private final List<Concept> concepts;
  private final float coherence;
  private final float typicality;
  private final Artists known;

  Idea(List<Concept> concepts, float coherence, float typicality, Artists known) {
    this.concepts = List.copyOf(concepts);
    this.coherence = coherence;
    this.typicality = typicality;
    this.known = known;
  }

  /** One of its concepts, from 0; beyond them, and said, the concept that is none. */
  @Override
  public Concept get(int i) {
    if (i >= 0 && i < concepts.size()) {
      return concepts.get(i);
    }
    Warnings.shared()
        .wrong(
            "get",
            "get(" + i + ") of an idea of " + size() + " concepts gives none; they count from 0");
    return Concept.NONE;
  }

  @Override
  public int size() {
    return concepts.size();
  }

  /**
   * How well its concepts go together in one work: by how many nats per concept they are likelier
   * together than each by itself. 0 is chance.
   */
  public float coherence() {
    return coherence;
  }

  /** How usual it is for artists to combine them, likewise: below 0 is rarer than chance. */
  public float typicality() {
    return typicality;
  }

  /**
   * About how many artists of the museum use the two of its concepts that fewest use together; 0
   * for nobody, and where artists are not known.
   */
  public float artists() {
    float least = Float.POSITIVE_INFINITY;
    for (int i = 0; i < size() && !known.isEmpty(); i++) {
      for (int j = 0; j < i; j++) {
        least = Math.min(least, (float) known.together(get(i).number(), get(j).number()));
      }
    }
    return Float.isInfinite(least) ? 0 : least;
  }

  /**
   * The artists whose works it resembles most, the nearest first: whose habit it would be. Empty
   * where artists are not known.
   *
   * @param n how many; fewer than 1 gives none
   */
  public ArrayList<Maker> nearest(int n) {
    ArrayList<Maker> makers = new ArrayList<>();
    if (!isEmpty()) {
      int[] numbers = concepts.stream().mapToInt(Concept::number).toArray();
      for (Artists.Maker maker : known.nearest(numbers, Math.max(0, n))) {
        makers.add(new Maker(maker.name(), maker.similarity()));
      }
    }
    return makers;
  }

  /** The names, for {@code println}. */
  @Override
  public String toString() {
    return String.join(", ", concepts.stream().map(Concept::name).toList());
  }
}
