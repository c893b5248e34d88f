package culturalalien.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pictures in a run's folder, by number: {@code works/000001.png} and on. */
final class Pictured {

  /** Higher numbers are none of a run's. */
  static final int MOST = 9_999_999;

  private static final Pattern NAME = Pattern.compile("(\\d{6,7})\\.png");

  private Pictured() {}

  /** The name of a work's picture, from the folder. */
  static String file(int generation) {
    return String.format(Locale.ROOT, "works/%06d.png", generation);
  }

  /** Numbers of all that are there. */
  static BitSet in(Path folder) throws IOException {
    BitSet numbers = new BitSet();
    try (Stream<Path> files = Files.list(folder.resolve("works"))) {
      files.forEach(
          file -> {
            Matcher name = NAME.matcher(file.getFileName().toString());
            if (name.matches()) {
              numbers.set(Integer.parseInt(name.group(1)));
            }
          });
    } catch (NoSuchFileException | NotDirectoryException e) {
      return numbers;
    }
    numbers.clear(0);
    return numbers;
  }

  /** What a picture says of itself; empty if it is not there, or says nothing of this number. */
  static Optional<Label> label(Path folder, int generation) {
    try {
      return Label.of(folder.resolve(file(generation)))
          .filter(label -> label.made().generation() == generation);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
