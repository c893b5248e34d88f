package culturalalien.corpus;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** The JSON files of a folder, a .tar.gz or a .zip, one at a time, without unpacking. */
final class MuseumFiles {
  /** A catalogue entry has a few kilobytes; more is a mistake, and would only cost memory. */
  static final int MOST_BYTES = 4 << 20;

  /** But not the "." that may begin a path. */
  private static final Pattern HIDDEN = Pattern.compile("/\\.[^/]");

  private record Visitor(BiConsumer<String, byte[]> file, BiConsumer<String, String> unreadable) {}

  private MuseumFiles() {}

  /**
   * Passes the files on, in no particular order, with names relative to the source.
   *
   * @param file takes name and content
   * @param unreadable takes the name of a file that cannot be read, and why
   * @throws IllegalArgumentException if the source is none of the three, holds no JSON file, or is
   *     damaged
   * @throws UncheckedIOException if it cannot be read
   */
  static void visit(
      Path source,
      TateImporter.Progress progress,
      BiConsumer<String, byte[]> file,
      BiConsumer<String, String> unreadable) {
    var visitor = new Visitor(file, unreadable);
    try {
      int found =
          Files.isDirectory(source)
              ? folder(source, progress, visitor)
              : switch (format(source)) {
                case "gzip" -> tarGz(source, progress, visitor);
                case "zip" -> zip(source, progress, visitor);
                default ->
                    throw new IllegalArgumentException(
                        source
                            + " is neither a folder, a .tar.gz nor a .zip; give one of these with"
                            + " the museum's JSON files in it.");
              };
      if (found == 0) {
        throw new IllegalArgumentException(
            source + " holds no .json file; give the folder or archive of the museum's artworks.");
      }
    } catch (EOFException | ZipException e) {
      throw new IllegalArgumentException(source + " is damaged or cut short; fetch it again.", e);
    } catch (IOException e) {
      throw Failures.unreadable("the museum's files in", source, e);
    }
  }

  /** By its first bytes: a name can lie. */
  private static String format(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] magic = in.readNBytes(2);
      if (magic.length == 2 && magic[0] == 0x1f && (magic[1] & 0xff) == 0x8b) {
        return "gzip";
      }
      return magic.length == 2 && magic[0] == 'P' && magic[1] == 'K' ? "zip" : "other";
    }
  }

  private static int folder(Path source, TateImporter.Progress progress, Visitor visitor)
      throws IOException {
    List<Path> files;
    try (var walk = Files.walk(source)) {
      files =
          walk.filter(f -> isArtwork(name(source, f)) && Files.isRegularFile(f)).sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    int done = 0;
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        pass(name(source, file), in, visitor);
      } catch (IOException e) {
        visitor.unreadable().accept(name(source, file), Failures.reason(e));
      }
      progress.at(++done, files.size());
    }
    return done;
  }

  private static String name(Path source, Path file) {
    return source.relativize(file).toString().replace('\\', '/');
  }

  private static int tarGz(Path source, TateImporter.Progress progress, Visitor visitor)
      throws IOException {
    long size = Files.size(source);
    int found = 0;
    try (var gzip = new GzipCompressorInputStream(Files.newInputStream(source), true);
        var tar = new TarArchiveInputStream(gzip)) {
      for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
        if (e.isFile() && isArtwork(e.getName())) {
          pass(e.getName(), tar, visitor);
          found++;
          progress.at(gzip.getCompressedCount(), size);
        }
      }
      progress.at(size, size);
    } catch (EOFException e) {
      throw e;
    } catch (IOException e) {
      // The library reports damage as a plain IOException; the file itself was opened and read.
      throw new IllegalArgumentException(
          source + " is damaged or not a .tar.gz (" + Failures.reason(e) + "); fetch it again.", e);
    }
    return found;
  }

  private static int zip(Path source, TateImporter.Progress progress, Visitor visitor)
      throws IOException {
    try (var zip = new ZipFile(source.toFile())) {
      var entries = zip.stream().filter(e -> !e.isDirectory() && isArtwork(e.getName())).toList();
      int done = 0;
      for (var entry : entries) {
        try (InputStream in = zip.getInputStream(entry)) {
          pass(entry.getName(), in, visitor);
        } catch (EOFException | ZipException e) {
          visitor.unreadable().accept(entry.getName(), "damaged in the archive");
        }
        progress.at(++done, entries.size());
      }
      return done;
    }
  }

  private static void pass(String name, InputStream in, Visitor visitor) throws IOException {
    byte[] content = in.readNBytes(MOST_BYTES + 1);
    if (content.length > MOST_BYTES) {
      visitor.unreadable().accept(name, "larger than " + (MOST_BYTES >> 20) + " MB");
    } else {
      visitor.file().accept(name, content);
    }
  }

  /** The museum's own layout keeps its artists beside its artworks; hidden files are a system's. */
  private static boolean isArtwork(String name) {
    String path = "/" + name;
    return path.endsWith(".json") && !HIDDEN.matcher(path).find() && !path.contains("/artists/");
  }
}
