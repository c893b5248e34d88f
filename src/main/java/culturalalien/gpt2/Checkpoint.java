package culturalalien.gpt2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import culturalalien.io.AtomicFiles;
import culturalalien.io.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A GPT-2 as a folder in Hugging Face's layout: {@code config.json}, {@code model.safetensors} (or
 * its parts with an index) and {@code tokenizer.json} (WordLevel, one token per concept). {@code
 * GPT2LMHeadModel.from_pretrained} opens what this writes, and this opens what that library saves.
 *
 * @param config the sizes
 * @param tokens every token's text, in order of its number; empty if the folder has no WordLevel
 *     tokenizer
 * @param tensors the parameters by name, without the prefix "transformer."
 */
public record Checkpoint(Gpt2Config config, List<String> tokens, Map<String, Tensor> tensors) {

  /** The begin/end token's text. */
  public static final String END = "<|endoftext|>";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PREFIX = "transformer.";

  /** Checks that every parameter is there, in its shape. */
  public Checkpoint {
    Map<String, Tensor> given = tensors;
    Map<String, Tensor> checked = new LinkedHashMap<>();
    Gpt2Weights.shapes(config)
        .forEach(
            (name, shape) -> {
              Tensor tensor = given.get(name);
              if (tensor == null) {
                throw new IllegalArgumentException("the parameter " + name + " is missing");
              }
              if (!Arrays.equals(tensor.shape(), shape)) {
                throw new IllegalArgumentException(
                    "the parameter "
                        + name
                        + " has the shape "
                        + Arrays.toString(tensor.shape())
                        + ", its configuration asks for "
                        + Arrays.toString(shape));
              }
              checked.put(name, tensor);
            });
    if (!tokens.isEmpty() && tokens.size() != config.vocabSize()) {
      throw new IllegalArgumentException(
          "the tokenizer has "
              + tokens.size()
              + " tokens, the configuration "
              + config.vocabSize());
    }
    Set<String> texts = new HashSet<>();
    for (String token : tokens) {
      // Its file, a table by text, would lack a number.
      if (!texts.add(token)) {
        throw new IllegalArgumentException("the token \"" + token + "\" stands twice");
      }
    }
    tensors = checked;
    tokens = List.copyOf(tokens);
  }

  /** A model with random parameters, as training begins. */
  public static Checkpoint random(Gpt2Config config, List<String> tokens, long seed) {
    return new Checkpoint(config, tokens, Gpt2Weights.random(config, seed));
  }

  /**
   * Reads a folder.
   *
   * @throws IOException with one sentence that names the file and the remedy
   */
  public static Checkpoint read(Path folder) throws IOException {
    Path configFile = folder.resolve("config.json");
    try {
      Gpt2Config config = ConfigFile.read(json(configFile));
      Set<String> needed = Gpt2Weights.shapes(config).keySet();
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      WeightFiles.read(folder, name -> needed.contains(withoutPrefix(name)))
          .forEach((name, tensor) -> tensors.put(withoutPrefix(name), finite(name, tensor)));
      return new Checkpoint(config, readTokens(folder.resolve("tokenizer.json")), tensors);
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "the model in "
              + folder
              + " cannot be used: "
              + e.getMessage()
              + "; copy the folder anew or train it again",
          e);
    }
  }

  /** The same model for sequences of at most so many tokens, the begin token included. */
  public Checkpoint cutTo(int positions) {
    if (positions >= config.positions()) {
      return this;
    }
    Map<String, Tensor> cut = new LinkedHashMap<>(tensors);
    float[] places = tensors.get("wpe.weight").data();
    int width = config.width();
    long[] shape = {positions, width};
    cut.put("wpe.weight", new Tensor(shape, Arrays.copyOf(places, positions * width)));
    return new Checkpoint(config.withPositions(positions), tokens, cut);
  }

  private static Tensor finite(String name, Tensor tensor) {
    for (float value : tensor.data()) {
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException(
            "the parameter " + name + " holds " + value + ", must hold finite 32-bit numbers");
      }
    }
    return tensor;
  }

  private static String withoutPrefix(String name) {
    return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
  }

  private static JsonNode json(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new IOException(
          file
              + " cannot be read: "
              + Messages.of(e)
              + "; a model folder holds config.json, model.safetensors and tokenizer.json",
          e);
    }
  }

  private static List<String> readTokens(Path file) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    JsonNode model = json(file).path("model");
    if (!model.path("type").asText().equals("WordLevel")) {
      return List.of();
    }
    JsonNode vocabulary = model.path("vocab");
    if (!vocabulary.isObject()) {
      throw new IllegalArgumentException(
          "the tokenizer has no table \"vocab\" of tokens and their numbers");
    }
    String[] tokens = new String[vocabulary.size()];
    vocabulary
        .fieldNames()
        .forEachRemaining(
            name -> {
              int id = vocabulary.get(name).asInt(-1);
              if (id < 0 || id >= tokens.length || tokens[id] != null) {
                throw new IllegalArgumentException(
                    "the tokenizer gives \""
                        + name
                        + "\" the number "
                        + vocabulary.get(name)
                        + ", which must be unique and below "
                        + tokens.length);
              }
              tokens[id] = name;
            });
    return List.of(tokens);
  }

  /** Writes the folder's three files, each whole or not at all. */
  public void write(Path folder, Safetensors.Precision precision) throws IOException {
    Map<String, Tensor> prefixed = new LinkedHashMap<>();
    tensors.forEach(
        (name, tensor) ->
            prefixed.put(name.equals(Gpt2Weights.OUTPUT) ? name : PREFIX + name, tensor));
    AtomicFiles.write(folder.resolve("config.json"), ConfigFile.write(config));
    if (!tokens.isEmpty()) {
      AtomicFiles.write(folder.resolve("tokenizer.json"), tokenizerJson());
    }
    Safetensors.write(folder.resolve("model.safetensors"), prefixed, precision);
  }

  private String tokenizerJson() {
    ObjectNode root = JSON.createObjectNode();
    root.put("version", "1.0");
    root.putNull("truncation").putNull("padding");
    ObjectNode end = root.putArray("added_tokens").addObject();
    end.put("id", config.endToken()).put("content", tokens.get(config.endToken()));
    end.put("single_word", false).put("lstrip", false).put("rstrip", false);
    end.put("normalized", false).put("special", true);
    root.putNull("normalizer");
    // A concept may have spaces: concepts are separated by commas.
    ObjectNode split = root.putObject("pre_tokenizer");
    split.put("type", "Split").putObject("pattern").put("String", ", ");
    split.put("behavior", "Removed").put("invert", false);
    root.putNull("post_processor").putNull("decoder");
    ObjectNode model = root.putObject("model");
    model.put("type", "WordLevel");
    ObjectNode vocabulary = model.putObject("vocab");
    List<String> texts = new ArrayList<>(tokens);
    for (int id = 0; id < texts.size(); id++) {
      vocabulary.put(texts.get(id), id);
    }
    model.put("unk_token", tokens.get(config.endToken()));
    return root.toPrettyString() + "\n";
  }
}
