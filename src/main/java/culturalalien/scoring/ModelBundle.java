package culturalalien.scoring;

import culturalalien.gpt2.Checkpoint;
import culturalalien.gpt2.Safetensors;
import culturalalien.gpt2.Tensor;
import culturalalien.io.AtomicFiles;
import culturalalien.io.Messages;
import culturalalien.io.TextLines;
import culturalalien.sampling.Artists;
import culturalalien.sampling.ConceptMap;
import culturalalien.sampling.ConceptVectors;
import culturalalien.sampling.Culture;
import culturalalien.sampling.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A folder with everything that answers for one culture: {@code coherence/} and {@code context/}
 * (Hugging Face GPT-2 checkpoints), {@code vocabulary.txt} (a concept a line, in the order of the
 * tokens, its kind and marks after tabs), {@code concepts.safetensors} (the names' vectors, their
 * places on a map, and colours) and, where artists are known, {@code artists.txt} (a name a line)
 * with {@code artists.safetensors}.
 *
 * @param vocabulary all concepts
 * @param coherence knows which concepts go together in one work
 * @param context knows what artists habitually combine
 * @param vectors what the names mean
 * @param artists whose habits they are
 */
public record ModelBundle(
    Vocabulary vocabulary,
    Checkpoint coherence,
    Checkpoint context,
    ConceptVectors vectors,
    Artists artists) {

  /** The file with the concepts, their kinds and marks. */
  public static final String VOCABULARY = "vocabulary.txt";

  private static final String CONCEPTS = "concepts.safetensors";

  /** Checks that the parts belong together. */
  public ModelBundle {
    check("coherence", coherence, vocabulary);
    check("context", context, vocabulary);
    if (vectors.vectors().length != vocabulary.size()) {
      throw new IllegalArgumentException(
          CONCEPTS
              + " has "
              + vectors.vectors().length
              + " vectors for "
              + vocabulary.size()
              + " concepts");
    }
    if (!artists.isEmpty() && artists.concepts().length != vocabulary.size()) {
      throw new IllegalArgumentException(
          ArtistFiles.TABLES
              + " has "
              + artists.concepts().length
              + " concepts, the vocabulary "
              + vocabulary.size());
    }
  }

  /** Of a culture whose artists are not known. */
  public ModelBundle(
      Vocabulary vocabulary, Checkpoint coherence, Checkpoint context, ConceptVectors vectors) {
    this(vocabulary, coherence, context, vectors, Artists.UNKNOWN);
  }

  /** What is known of the concepts without asking a model. */
  public ConceptTable table() {
    int longest = Math.min(coherence.config().positions(), context.config().positions());
    return new ConceptTable(vocabulary, vectors, artists, longest);
  }

  /** What a sampler knows besides the models. */
  public Culture culture() {
    return table().culture();
  }

  private static void check(String name, Checkpoint model, Vocabulary vocabulary) {
    if (model.tokens().size() != vocabulary.size() + 1
        || !model.tokens().subList(0, vocabulary.size()).equals(vocabulary.names())) {
      throw new IllegalArgumentException(
          "the " + name + " model's tokens are not the concepts of " + VOCABULARY);
    }
  }

  /**
   * Reads a bundle.
   *
   * @throws IOException with one sentence that names the file and the remedy
   */
  public static ModelBundle read(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          "there is no model folder "
              + folder
              + "; install the library anew or name a folder that was made by the command train");
    }
    try {
      Vocabulary vocabulary = readVocabulary(folder);
      return new ModelBundle(
          vocabulary,
          Checkpoint.read(folder.resolve("coherence")),
          Checkpoint.read(folder.resolve("context")),
          readVectors(folder.resolve(CONCEPTS)),
          ArtistFiles.read(folder));
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "the model folder "
              + folder
              + " is damaged: "
              + e.getMessage()
              + "; install the library anew or train it again",
          e);
    }
  }

  /**
   * Reads a bundle's vocabulary alone.
   *
   * @throws IOException with one sentence that names the file and the remedy
   */
  public static Vocabulary readVocabulary(Path folder) throws IOException {
    Path file = folder.resolve(VOCABULARY);
    try {
      return Vocabulary.parse(TextLines.all(file));
    } catch (IOException e) {
      throw new IOException(
          file + " cannot be read: " + Messages.of(e) + "; install the library anew", e);
    }
  }

  private static ConceptVectors readVectors(Path file) throws IOException {
    Map<String, Tensor> tensors = Safetensors.read(file);
    Tensor table = tensor(tensors, "color_rgb");
    if (table.shape()[1] != 3) {
      throw new IllegalArgumentException(
          CONCEPTS + " gives colours " + table.shape()[1] + " numbers, not 3");
    }
    float[] rgb = table.data();
    int[] colors = new int[rgb.length / 3];
    Arrays.setAll(
        colors, i -> (int) rgb[3 * i] << 16 | (int) rgb[3 * i + 1] << 8 | (int) rgb[3 * i + 2]);
    float[][] vectors = Tables.rows(tensor(tensors, "vectors"));
    // Bundles made before there were maps get along with a rougher one.
    float[][] places =
        tensors.containsKey("map")
            ? Tables.rows(tensor(tensors, "map"))
            : ConceptMap.plane(vectors);
    return new ConceptVectors(
        vectors, places, Tables.rows(tensor(tensors, "color_vectors")), colors);
  }

  private static Tensor tensor(Map<String, Tensor> tensors, String name) {
    return Tables.tensor(CONCEPTS, tensors, name);
  }

  /** Writes the folder, each file whole or not at all. */
  public void write(Path folder, Safetensors.Precision precision) throws IOException {
    AtomicFiles.write(folder.resolve(VOCABULARY), String.join("\n", vocabulary.lines()) + "\n");
    coherence.write(folder.resolve("coherence"), precision);
    context.write(folder.resolve("context"), precision);
    writeVectors(folder, vectors, precision);
    ArtistFiles.write(folder, artists, precision);
  }

  /** Writes what is known of the concepts' names, and nothing else of a bundle. */
  static void writeVectors(Path folder, ConceptVectors vectors, Safetensors.Precision precision)
      throws IOException {
    float[][] rgb = new float[vectors.colors().length][];
    Arrays.setAll(
        rgb,
        i -> {
          int color = vectors.colors()[i];
          return new float[] {color >> 16 & 255, color >> 8 & 255, color & 255};
        });
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("vectors", Tables.of(vectors.vectors()));
    tensors.put("color_vectors", Tables.of(vectors.colorVectors()));
    tensors.put("color_rgb", Tables.of(rgb));
    tensors.put("map", Tables.of(vectors.places()));
    Safetensors.write(folder.resolve(CONCEPTS), tensors, precision);
  }
}
