package culturalalien.scoring;

import culturalalien.gpt2.Safetensors;
import culturalalien.gpt2.Tensor;
import culturalalien.io.AtomicFiles;
import culturalalien.io.Messages;
import culturalalien.io.TextLines;
import culturalalien.sampling.Artists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The artists of a bundle on the disk; a bundle without these files knows none. */
public final class ArtistFiles {

  static final String NAMES = "artists.txt";
  static final String TABLES = "artists.safetensors";

  private ArtistFiles() {}

  static Artists read(Path folder) throws IOException {
    if (!Files.exists(folder.resolve(TABLES))) {
      return Artists.UNKNOWN;
    }
    List<String> names = names(folder.resolve(NAMES));
    Map<String, Tensor> tensors = Safetensors.read(folder.resolve(TABLES));
    return new Artists(
        names,
        rows(tensors, "artists"),
        rows(tensors, "concepts"),
        rows(tensors, "habits"),
        Tables.tensor(TABLES, tensors, "makers").data());
  }

  private static List<String> names(Path file) throws IOException {
    try {
      return TextLines.all(file);
    } catch (IOException e) {
      throw new IOException(
          file + " cannot be read: " + Messages.of(e) + "; install the library anew", e);
    }
  }

  private static float[][] rows(Map<String, Tensor> tensors, String name) {
    return Tables.rows(Tables.tensor(TABLES, tensors, name));
  }

  /** Writes them into a bundle's folder; if there are none, those of an earlier bundle go. */
  public static void write(Path folder, Artists artists, Safetensors.Precision precision)
      throws IOException {
    if (artists.isEmpty()) {
      Files.deleteIfExists(folder.resolve(TABLES));
      Files.deleteIfExists(folder.resolve(NAMES));
      return;
    }
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("artists", Tables.of(artists.vectors()));
    tensors.put("concepts", Tables.of(artists.concepts()));
    tensors.put("habits", Tables.of(artists.habits()));
    tensors.put("makers", new Tensor(new long[] {artists.makers().length, 1}, artists.makers()));
    AtomicFiles.write(folder.resolve(NAMES), String.join("\n", artists.names()) + "\n");
    Safetensors.write(folder.resolve(TABLES), tensors, precision);
  }
}
