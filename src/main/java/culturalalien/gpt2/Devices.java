package culturalalien.gpt2;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import culturalalien.io.Messages;
import java.util.regex.Pattern;

/** The devices a model may run on, by name. Safe from any thread. */
public final class Devices {

  /** The names that are understood, for messages. */
  public static final String NAMES = "\"auto\", \"cpu\", \"gpu\", \"gpu:1\" or \"mps\"";

  /** The processor, which always works. */
  public static final String CPU = "cpu";

  private static final Pattern LEGAL = Pattern.compile("auto|cpu|mps|gpu(:\\d{1,3})?");

  private Devices() {}

  /** Whether a name is one of {@link #NAMES}; says nothing about this machine. */
  public static boolean isLegal(String name) {
    return name != null && LEGAL.matcher(name).matches();
  }

  /**
   * What "auto" means on this machine: the first CUDA device if it computes, else the CPU. Every
   * other name stands for itself.
   *
   * @throws IllegalArgumentException if the name is not legal
   * @throws IllegalStateException if PyTorch does not start here
   */
  public static String resolve(String name) {
    if (!isLegal(name)) {
      throw new IllegalArgumentException("device is \"" + name + "\", must be " + NAMES);
    }
    if (!name.equals("auto")) {
      return name;
    }
    boolean cuda = Pytorch.engine().getGpuCount() > 0;
    return cuda && computes(Device.gpu()) ? "gpu" : CPU;
  }

  /** A driver that is installed may still fail at the first computation. */
  private static boolean computes(Device device) {
    try (NDManager manager = Pytorch.newManager(device)) {
      NDArray two = manager.ones(new Shape(2, 2));
      return two.matMul(two).sum().getFloat() == 8;
    } catch (RuntimeException | LinkageError e) {
      return false;
    }
  }

  /**
   * The engine's device of a resolved name.
   *
   * @throws IllegalStateException with one sentence, if it does not compute here
   */
  static Device open(String name) {
    if (!isLegal(name)) {
      throw new IllegalArgumentException("device is \"" + name + "\", must be " + NAMES);
    }
    boolean onGpu = name.startsWith("gpu");
    int gpus = Pytorch.engine().getGpuCount();
    int wanted = name.startsWith("gpu:") ? Integer.parseInt(name.substring(4)) : 0;
    if (onGpu && wanted >= gpus) {
      throw new IllegalStateException(
          gpus == 0
              ? "PyTorch finds no CUDA GPU on this machine"
              : "the last CUDA GPU that PyTorch finds on this machine is gpu:" + (gpus - 1));
    }
    Device device =
        name.equals("mps") ? Device.of("mps", -1) : onGpu ? Device.gpu(wanted) : Device.cpu();
    if (!name.equals(CPU)) {
      try (NDManager manager = Pytorch.newManager(device)) {
        manager.ones(new Shape(1)).toFloatArray();
      } catch (RuntimeException | LinkageError e) {
        throw new IllegalStateException(Messages.of(e), e);
      }
    }
    return device;
  }
}
