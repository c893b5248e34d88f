package culturalalien.image;

/** Embedders of pictures by name. Safe from any thread. */
public final class ImageEmbedders {

  private ImageEmbedders() {}

  /**
   * A new embedder: "descriptor", or the name of a plug-in.
   *
   * @param loader also looked through for plug-ins: the sketch's
   * @throws IllegalArgumentException with one sentence that lists the known names
   */
  public static ImageEmbedder named(String name, ClassLoader loader) {
    return Plugins.named(ImageEmbedder.class, ImageEmbedder::name, "image embedder", name, loader);
  }
}
