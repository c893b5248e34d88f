package culturalalien.gpt2;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;

/**
 * The PyTorch engine, started once per JVM with the settings that a sketch needs: no telemetry and
 * one core left free for drawing.
 */
final class Pytorch {

  private Pytorch() {}

  /** Loads on first use; the settings must be in place before. */
  private static final class Holder {
    static final Engine ENGINE = start();
  }

  static Engine engine() {
    return Holder.ENGINE;
  }

  /** A manager of its own that the caller closes. */
  static NDManager newManager(Device device) {
    return NDManager.newBaseManager(device, engine().getEngineName());
  }

  /** Sets how many cores the engine computes with; only before its first use. */
  static void threads(int count) {
    System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(count));
  }

  private static Engine start() {
    setDefault("OPT_OUT_TRACKING", "true");
    int free = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    setDefault("ai.djl.pytorch.num_threads", Integer.toString(free));
    setDefault("ai.djl.pytorch.num_interop_threads", "1");
    return Engine.getEngine("PyTorch");
  }

  private static void setDefault(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
