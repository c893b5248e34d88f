package culturalalien.image;

/**
 * Turns pictures into vectors so that pictures that look alike get vectors of like direction. A
 * plug-in as {@link ImageGenerator} is: its class has a constructor without arguments and is named
 * in {@code META-INF/services/culturalalien.image.ImageEmbedder}; {@link ImageEmbedders} finds it.
 * Safe from any thread.
 */
public interface ImageEmbedder {

  /** By which it is chosen; a run that is resumed must use the one it began with. */
  String name();

  /** The vector of a picture, of length 1; every vector of an embedder has as many numbers. */
  float[] embed(Pixels picture);
}
