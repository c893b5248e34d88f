package culturalalien.gpt2;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import culturalalien.io.Natives;

/**
 * The PyTorch engine, started once per JVM with the settings that a sketch needs: no telemetry and
 * one core left free for drawing.
 */
final class Pytorch {

  private Pytorch() {}

  private static final Natives NATIVES =
      new Natives(
          "PyTorch's native library",
          500,
          "it runs on Linux, Windows and Apple silicon with the jar pytorch-native-cpu for the"
              + " system in the library folder, which mvn package puts there");

  private static Engine engine;

  /**
   * The engine, started by the first caller.
   *
   * @throws IllegalStateException with one sentence, if this machine cannot run it
   */
  static synchronized Engine engine() {
    if (engine == null) {
      try {
        engine = start();
      } catch (RuntimeException | LinkageError e) {
        throw new IllegalStateException(NATIVES.sentence(e), e);
      }
    }
    return engine;
  }

  /** A manager of its own that the caller closes. */
  static NDManager newManager(Device device) {
    return NDManager.newBaseManager(device, engine().getEngineName());
  }

  private static Engine start() {
    setDefault("OPT_OUT_TRACKING", "true");
    int free = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    setDefault("ai.djl.pytorch.num_threads", Integer.toString(free));
    setDefault("ai.djl.pytorch.num_interop_threads", "1");
    return NativeLibraries.watched(() -> Engine.getEngine("PyTorch"));
  }

  private static void setDefault(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
