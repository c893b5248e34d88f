package culturalalien;

import culturalalien.scoring.ModelBundle;
import culturalalien.scoring.ModelDigest;
import culturalalien.scoring.Scorer;
import culturalalien.scoring.SharedServices;
import culturalalien.scoring.ShippedModels;
import culturalalien.scoring.remote.FailoverScorer;
import culturalalien.scoring.remote.RemoteScorer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Finds the models that a sketch means: the shipped ones, a folder of its own, a server. */
final class Models {

  private static final String DEVICE = "auto";

  private Models() {}

  /** The models that come with the library. */
  static Scorer shipped(Consumer<String> warnings) {
    return SharedServices.open(
        "shipped " + ShippedModels.TATE,
        () -> ShippedModels.read(ShippedModels.TATE, ModelBundle::read),
        DEVICE,
        warnings);
  }

  /**
   * The models in a place.
   *
   * @param place a server's address with http:// or https://; or a folder: an absolute path, or one
   *     below the sketch's folder or its data folder
   */
  static Scorer in(Host host, String place) {
    Consumer<String> warnings = host.warnings()::say;
    if (place == null || place.isBlank()) {
      warnings.accept(
          "the models' folder is "
              + (place == null ? "null" : "blank")
              + ", must be a folder or a server's address; the models that come with the library"
              + " are used");
      return shipped(warnings);
    }
    return place.startsWith("http://") || place.startsWith("https://")
        ? on(place, warnings)
        : inFolder(host, place, warnings);
  }

  /** A server's models, and the shipped ones while it is away. */
  private static Scorer on(String address, Consumer<String> warnings) {
    try {
      return FailoverScorer.open(
          address,
          System.getenv(),
          () -> {
            ModelBundle bundle = ShippedModels.read(ShippedModels.TATE, ModelBundle::read);
            return new RemoteScorer.Known(ModelDigest.of(bundle), bundle.table());
          },
          () -> shipped(warnings),
          warnings);
    } catch (IllegalArgumentException e) {
      warnings.accept(e.getMessage() + "; the models that come with the library are used");
      return shipped(warnings);
    }
  }

  private static Scorer inFolder(Host host, String folder, Consumer<String> warnings) {
    Path path;
    try {
      path =
          Stream.of(host.path(folder), host.dataPath(folder))
              .filter(Files::isDirectory)
              .findFirst()
              .orElse(Path.of(folder));
    } catch (InvalidPathException e) {
      warnings.accept(
          "the models' folder \""
              + folder
              + "\" is no path on this system; the models that come with the library are used");
      return shipped(warnings);
    }
    return SharedServices.open(
        path.toAbsolutePath().normalize().toString(),
        () -> ModelBundle.read(path),
        DEVICE,
        warnings);
  }
}
