package culturalalien;

import culturalalien.sampling.ConceptVectors;
import culturalalien.scoring.ConceptTable;

/**
 * Something a picture can be about: a word or a short phrase from the vocabulary. Prints as its
 * name. Immutable and safe from any thread; two concepts are equal if their names are.
 *
 * <pre>
 * Concept c = cas.nextConcept();
 * fill(c.color());
 * text(c.name(), 20, 40);        // or text(c + "", 20, 40)
 * </pre>
 */
public final class Concept {

  private static final int OPAQUE = 0xFF000000;

  /** Stands where no concept could be had: an empty name, likelihoods of 0, mid grey. */
  static final Concept NONE =
      new Concept(
          0,
          "",
          "",
          Likelihood.BY_ITSELF,
          new ConceptVectors(new float[1][384], new float[1][384], new int[] {0x808080}));

  private final int number;
  private final String name;
  private final String kind;
  private final Likelihood likelihood;
  private final ConceptVectors vectors;

  /** 0 until asked for; two threads may both find it, and find the same. */
  private int color;

  Concept(int number, String name, String kind, Likelihood likelihood, ConceptVectors vectors) {
    this.number = number;
    this.name = name;
    this.kind = kind;
    this.likelihood = likelihood;
    this.vectors = vectors;
  }

  /** As a step of the sampler found it. */
  static Concept ofStep(int number, String name, Likelihood likelihood, ConceptTable table) {
    return new Concept(number, name, table.vocabulary().kind(number), likelihood, table.vectors());
  }

  /** Its name, as it may stand in a prompt. */
  public String name() {
    return name;
  }

  /**
   * What it is, as the museum sorts its subjects: "nature", "objects", "people" and so on; "" for a
   * word of your own, or if the models do not know. {@link CulturalAlien#allKinds} lists them all.
   */
  public String kind() {
    return kind;
  }

  /**
   * How well it goes together with the pool it was suggested for: how much likelier the pool makes
   * it than it is by itself, log p(c | pool) − log p(c) in nats. 0 is chance, 1 is e times as
   * likely, below 0 it does not fit; how frequent a word is does not count. 0 for a concept that no
   * step suggested, and for the first of a pool.
   */
  public float coherence() {
    return likelihood.coherence();
  }

  /**
   * How usual it is for artists to combine it with the pool it was suggested for, likewise by the
   * context model, in nats: above 0 is more usual than chance, below 0 rarer.
   */
  public float typicality() {
    return likelihood.typicality();
  }

  /**
   * Which share of the artists who use a concept of that pool also use this one, as far as the
   * museum shows them: 0.03 is three in a hundred. 0 where artists are not known.
   */
  public float share() {
    return likelihood.share();
  }

  /** What the name means, as 384 numbers of unit length (all-MiniLM-L6-v2); a copy. */
  public float[] vector() {
    return vectors.vectors()[number].clone();
  }

  /**
   * Where it lies on the map of the vocabulary, from left to right: 0 to 1. Concepts that are near
   * in meaning are near on the map; how far apart the others are says little. A word of your own
   * that the vocabulary lacks lies between the three concepts most similar to it.
   */
  public float x() {
    return vectors.places()[number][0];
  }

  /** Where it lies on the map of the vocabulary, from top to bottom: 0 to 1; see {@link #x()}. */
  public float y() {
    return vectors.places()[number][1];
  }

  /**
   * How near two names are in meaning: the cosine of their vectors, −1 to 1, 1 for the same; 0 for
   * null.
   */
  public float similarity(Concept other) {
    if (other == null) {
      return 0;
    }
    return ConceptVectors.cosine(vectors.vectors()[number], other.vectors.vectors()[other.number]);
  }

  /** The colour that the name suggests, as Processing's {@code color} type. */
  public int color() {
    // Sketches ask for the colours of 256 candidates in every frame.
    if (color == 0) {
      color = palette(1)[0];
    }
    return color;
  }

  /**
   * Colours that the name suggests, the nearest in meaning first, each clearly different from the
   * others.
   *
   * @param n how many, from 1 to about 130; other numbers give the nearest legal count
   */
  public int[] palette(int n) {
    int[] palette = vectors.palette(number, Math.max(1, Math.min(n, vectors.colors().length)));
    for (int i = 0; i < palette.length; i++) {
      palette[i] |= OPAQUE;
    }
    return palette;
  }

  /** Whether it stands where no concept could be had; every other has a name. */
  boolean isNone() {
    return name.isEmpty();
  }

  int number() {
    return number;
  }

  /** The name. */
  @Override
  public String toString() {
    return name;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Concept concept && concept.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
