package culturalalien.image;

import culturalalien.io.Plugins;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Image generators by name: the library's own and plug-ins. Every call makes new ones, which no two
 * callers share. Safe from any thread.
 */
public final class ImageGenerators {

  private static final Plugins<ImageGenerator> PLUGINS =
      new Plugins<>(ImageGenerator.class, ImageGenerator::name, "image generator");

  private ImageGenerators() {}

  /**
   * A new generator: "painter", "openai", "sdwebui", "comfyui", or the name of a plug-in.
   *
   * @param loader also looked through for plug-ins: the sketch's; null for nowhere
   * @param warnings hears one sentence for each plug-in that cannot be used and is left out
   * @throws IllegalArgumentException with one sentence that lists the known names
   */
  public static ImageGenerator named(String name, ClassLoader loader, Consumer<String> warnings) {
    return PLUGINS.named(name, loader, warnings);
  }

  /** All that can be used, by name, in alphabetical order; see {@link #named}. */
  static Map<String, ImageGenerator> all(ClassLoader loader, Consumer<String> warnings) {
    return PLUGINS.all(loader, warnings);
  }
}
