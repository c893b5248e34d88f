package culturalalien.gpt2;

import com.fasterxml.jackson.databind.ObjectMapper;
import culturalalien.io.AtomicFiles;
import culturalalien.io.Messages;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a killed training needs to go on: the parameters and moments of the last look, the curve,
 * and the best model so far. {@code state.json} is written last and names the other files, so that
 * a kill at any instant leaves the state before or the state after.
 */
final class TrainingState {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The content of state.json; the settings and sizes guard against resuming another run. */
  private record State(
      TrainingSettings settings,
      Gpt2Config config,
      String fingerprint,
      Curve curve,
      String arrays,
      String best) {}

  private final Path folder;
  private final TrainingSettings settings;
  private final Gpt2Config config;
  private final String fingerprint;
  private Path best;

  /**
   * @param fingerprint of the data and the start: what the settings do not tell
   */
  TrainingState(Path folder, TrainingSettings settings, Gpt2Config config, String fingerprint) {
    this.fingerprint = fingerprint;
    this.folder = folder;
    this.settings = settings;
    this.config = config;
  }

  /** Puts back what was saved; an empty curve if nothing was, or by another run. */
  Curve restore(Gpt2Weights weights, AdamW optimizer) throws IOException {
    Path file = folder.resolve("state.json");
    if (!Files.exists(file)) {
      return Curve.empty();
    }
    State state;
    try {
      state = JSON.readValue(file.toFile(), State.class);
    } catch (IOException e) {
      throw new IOException(
          file + " cannot be read: " + Messages.of(e) + "; delete it to train from the start", e);
    }
    if (!state.settings().equals(settings)
        || !state.config().equals(config)
        || !fingerprint.equals(state.fingerprint())) {
      throw new IOException(
          folder
              + " holds a training with other settings or data; give the same to go on with it, or"
              + " delete the folder to train from the start");
    }
    Map<String, Tensor> arrays = Safetensors.read(folder.resolve(state.arrays()));
    Map<String, Tensor> parameters = new LinkedHashMap<>();
    Gpt2Weights.shapes(config).keySet().forEach(name -> parameters.put(name, arrays.get(name)));
    weights.set(parameters);
    optimizer.restore(arrays);
    best = folder.resolve(state.best());
    return state.curve();
  }

  void save(Gpt2Weights weights, AdamW optimizer, Curve curve, Checkpoint now) throws IOException {
    int step = curve.steps().get(curve.steps().size() - 1);
    if (curve.sinceBest() == 0) {
      best = folder.resolve("best-" + step);
      now.write(best, Safetensors.Precision.F32);
    }
    Map<String, Tensor> arrays = weights.tensors();
    arrays.putAll(optimizer.state());
    String name = "arrays-" + step + ".safetensors";
    Safetensors.write(folder.resolve(name), arrays, Safetensors.Precision.F32);
    State state =
        new State(settings, config, fingerprint, curve, name, best.getFileName().toString());
    AtomicFiles.write(folder.resolve("state.json"), JSON.writeValueAsString(state));
    deleteOthers(name, best.getFileName().toString());
  }

  private void deleteOthers(String arrays, String bestFolder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "{arrays,best}-*")) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (!name.equals(arrays) && !name.equals(bestFolder)) {
          delete(file);
        }
      }
    }
  }

  private static void delete(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      try (DirectoryStream<Path> inside = Files.newDirectoryStream(file)) {
        for (Path each : inside) {
          Files.delete(each);
        }
      }
    }
    Files.delete(file);
  }

  /** The best model that was saved. */
  Checkpoint best() throws IOException {
    return Checkpoint.read(best);
  }
}
