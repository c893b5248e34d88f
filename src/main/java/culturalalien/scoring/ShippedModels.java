package culturalalien.scoring;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;

/**
 * Finds the models that come with the library. They travel inside its jar, so that they are there
 * wherever the jar is: in the sketchbook, in an exported application, in a test.
 */
public final class ShippedModels {

  /** The default bundle. */
  public static final String TATE = "tate";

  private ShippedModels() {}

  /** Something that is done with a model folder while it can be reached. */
  public interface Reader<T> {
    T read(Path folder) throws IOException;
  }

  /**
   * Opens a shipped bundle for reading.
   *
   * @throws IOException with one sentence, if the library was packed without it
   */
  public static <T> T read(String name, Reader<T> reader) throws IOException {
    String entry = "/models/" + name;
    URL url = ShippedModels.class.getResource(entry + "/vocabulary.txt");
    if (url == null) {
      throw new IOException(
          "the library was packed without its models \"" + name + "\"; install it anew");
    }
    try {
      URI uri = url.toURI();
      if (!uri.getScheme().equals("jar")) {
        return reader.read(Path.of(uri).getParent());
      }
      String text = uri.toString();
      Path jar = Path.of(URI.create(text.substring("jar:".length(), text.indexOf("!/"))));
      // A file system of our own: closing it disturbs nobody who opened the same jar.
      try (FileSystem files = FileSystems.newFileSystem(jar, Map.of())) {
        return reader.read(files.getPath(entry));
      }
    } catch (URISyntaxException e) {
      throw new IOException("the library's own place " + url + " cannot be read", e);
    }
  }
}
