package culturalalien.image;

/** Turns texts into vectors so that texts of like meaning get vectors of like direction. */
public interface TextEmbedder {

  /** The vector of a text, of length 1; every vector of an embedder has as many numbers. */
  float[] embed(String text);
}
