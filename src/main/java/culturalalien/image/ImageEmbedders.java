package culturalalien.image;

import culturalalien.io.Plugins;
import java.util.function.Consumer;

/** Embedders of pictures by name. Safe from any thread. */
public final class ImageEmbedders {

  private static final Plugins<ImageEmbedder> PLUGINS =
      new Plugins<>(ImageEmbedder.class, ImageEmbedder::name, "image embedder");

  private ImageEmbedders() {}

  /**
   * A new embedder: "descriptor", or the name of a plug-in.
   *
   * @param loader also looked through for plug-ins: the sketch's; null for nowhere
   * @param warnings hears one sentence for each plug-in that cannot be used and is left out
   * @throws IllegalArgumentException with one sentence that lists the known names
   */
  public static ImageEmbedder named(String name, ClassLoader loader, Consumer<String> warnings) {
    return PLUGINS.named(name, loader, warnings);
  }
}
