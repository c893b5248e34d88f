package culturalalien.gpt2;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A start from a pretrained GPT-2: its blocks as they are, its first positions, and for every
 * concept the mean of the embeddings of its name's word pieces.
 */
public final class PretrainedStart {

  private PretrainedStart() {}

  /**
   * Reads the pretrained model and gives it our tokens.
   *
   * @param folder with config.json, model.safetensors and tokenizer.json as Hugging Face saves them
   * @param tokens the concepts' names, then the begin/end token
   * @param positions longest sequence, at most the pretrained model's
   * @throws IOException with one sentence that names the file and the remedy
   */
  public static Checkpoint read(Path folder, List<String> tokens, int positions)
      throws IOException {
    Checkpoint pretrained = Checkpoint.read(folder);
    Gpt2Config old = pretrained.config();
    if (positions > old.positions()) {
      throw new IllegalArgumentException(
          "--positions is " + positions + ", the model in " + folder + " has " + old.positions());
    }
    Path tokenizerFile = folder.resolve("tokenizer.json");
    if (!Files.exists(tokenizerFile)) {
      throw new IOException(
          tokenizerFile + " does not exist; it tells the word pieces of a concept's name");
    }
    int width = old.width();
    Map<String, Tensor> tensors = new LinkedHashMap<>(pretrained.tensors());
    long[][] ids = new long[tokens.size()][];
    try (HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance(tokenizerFile)) {
      for (int token = 0; token < tokens.size() - 1; token++) {
        // With the blank before it, as a word stands in a text.
        ids[token] = tokenizer.encode(" " + tokens.get(token), false, false).getIds();
      }
    }
    ids[tokens.size() - 1] = new long[] {old.endToken()};
    for (String table : List.of("wte.weight", Gpt2Weights.OUTPUT)) {
      // An output layer of its own has a row for each token, too.
      tensors.computeIfPresent(table, (name, pieces) -> means(pieces.data(), ids, width));
    }
    float[] places = Arrays.copyOf(tensors.get("wpe.weight").data(), positions * width);
    tensors.put("wpe.weight", new Tensor(new long[] {positions, width}, places));
    return new Checkpoint(old.with(tokens.size(), positions, tokens.size() - 1), tokens, tensors);
  }

  /** For every token the mean of its pieces' rows. */
  private static Tensor means(float[] pieces, long[][] ids, int width) {
    float[] table = new float[ids.length * width];
    for (int token = 0; token < ids.length; token++) {
      mean(pieces, ids[token], table, token, width);
    }
    return new Tensor(new long[] {ids.length, width}, table);
  }

  private static void mean(float[] pieces, long[] ids, float[] result, int row, int width) {
    for (long id : ids) {
      for (int i = 0; i < width; i++) {
        result[row * width + i] += pieces[(int) id * width + i] / ids.length;
      }
    }
  }
}
