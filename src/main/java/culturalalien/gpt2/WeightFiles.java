package culturalalien.gpt2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import culturalalien.io.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The parameters of a checkpoint's folder: {@code model.safetensors}, or the several files that
 * {@code model.safetensors.index.json} lists, as large models are saved.
 */
final class WeightFiles {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WHOLE = "model.safetensors";
  private static final String INDEX = "model.safetensors.index.json";

  /** What other formats call their files. They hold code or need another engine. */
  private static final List<String> OTHERS =
      List.of(
          "pytorch_model.bin",
          "pytorch_model.bin.index.json",
          "tf_model.h5",
          "flax_model.msgpack",
          "model.ckpt.index",
          "model.onnx");

  private WeightFiles() {}

  /**
   * Reads what is needed.
   *
   * @param needed by the tensors' names in the files
   * @throws IOException with one sentence that names the file and the remedy
   */
  static Map<String, Tensor> read(Path folder, Predicate<String> needed) throws IOException {
    Path whole = folder.resolve(WHOLE);
    Path index = folder.resolve(INDEX);
    if (Files.exists(whole) || !Files.exists(index)) {
      refuseOthers(folder, whole);
      return Safetensors.read(whole, needed);
    }
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (String name : shards(index)) {
      tensors.putAll(Safetensors.read(folder.resolve(name), needed));
    }
    return tensors;
  }

  private static void refuseOthers(Path folder, Path whole) throws IOException {
    for (String other : OTHERS) {
      if (!Files.exists(whole) && Files.exists(folder.resolve(other))) {
        throw new IOException(
            folder
                + " holds its weights as "
                + other
                + " only; open it with the library that made it and save it as "
                + WHOLE
                + " (save_pretrained does)");
      }
    }
  }

  /** The files of an index, each once. */
  private static Iterable<String> shards(Path index) throws IOException {
    JsonNode map;
    try (InputStream in = Files.newInputStream(index)) {
      map = JSON.readTree(in).path("weight_map");
    } catch (IOException e) {
      throw new IOException(index + " cannot be read: " + Messages.of(e) + "; copy it anew", e);
    }
    TreeSet<String> names = new TreeSet<>();
    map.forEach(name -> names.add(name.asText()));
    for (String name : names) {
      // An index from elsewhere opens nothing outside its folder.
      if (!name.endsWith(".safetensors") || name.contains("/") || name.contains("\\")) {
        throw new IOException(
            index + " names the file \"" + name + "\", must name .safetensors files beside it");
      }
    }
    if (names.isEmpty()) {
      throw new IOException(
          index + " has no table \"weight_map\" of tensors and their files; copy it anew");
    }
    return names;
  }
}
