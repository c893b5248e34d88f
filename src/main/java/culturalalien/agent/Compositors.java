package culturalalien.agent;

import culturalalien.io.Plugins;
import java.util.function.Consumer;

/** Compositors by name. Safe from any thread. */
public final class Compositors {

  private static final Plugins<Compositor> PLUGINS =
      new Plugins<>(Compositor.class, Compositor::name, "compositor");

  private Compositors() {}

  /**
   * A new compositor: "grammar", "language-model", or the name of a plug-in.
   *
   * @param loader also looked through for plug-ins: the sketch's
   * @param warnings hears one sentence for each plug-in that is left out
   * @throws IllegalArgumentException with one sentence that lists the known names
   */
  public static Compositor named(String name, ClassLoader loader, Consumer<String> warnings) {
    return PLUGINS.named(name, loader, warnings);
  }
}
