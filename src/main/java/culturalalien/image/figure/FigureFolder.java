package culturalalien.image.figure;

import culturalalien.io.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** The user's figures: the SVG files of a folder, each named after what it shows. */
final class FigureFolder {

  private static final int MOST_BYTES = 1_000_000;

  private FigureFolder() {}

  /**
   * In the order of their names. What cannot be read is told in a sentence and left out.
   *
   * @param told takes the sentences
   */
  static List<Figure> read(Path folder, Consumer<String> told) {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path file : all) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".svg") && !name.startsWith(".") && Files.isRegularFile(file)) {
          files.add(file);
        }
      }
    } catch (IOException | RuntimeException e) {
      told.accept(
          "The figures of the folder " + folder + " cannot be read: " + Messages.of(e) + ".");
    }
    Collections.sort(files);
    Map<String, Figure> figures = new LinkedHashMap<>();
    for (Path file : files) {
      String name = name(file);
      try {
        if (name.isEmpty() || figures.containsKey(name)) {
          throw new IllegalArgumentException(
              name.isEmpty()
                  ? "its name names nothing"
                  : "another file is called \"" + name + "\" as well");
        }
        Outline outline = SvgOutline.read(bytes(file));
        figures.put(name, new Figure(name, List.of(), false, true, () -> outline));
      } catch (IOException | RuntimeException e) {
        told.accept("The figure " + file + " is left out: " + Messages.of(e) + ".");
      }
    }
    return List.copyOf(figures.values());
  }

  /** "paper-boat.svg" shows a paper boat. */
  private static String name(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - ".svg".length())
        .replaceAll("[-_\\s]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new IllegalArgumentException("it has over 1 MB; simplify it to a silhouette");
      }
      if (bytes.length == 0) {
        throw new IllegalArgumentException("it is empty");
      }
      return bytes;
    }
  }
}
