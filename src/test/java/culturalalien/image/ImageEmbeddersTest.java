package culturalalien.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageEmbeddersTest {

  /** A plug-in as somebody else would write it. */
  public static final class MeanLight implements ImageEmbedder {
    @Override
    public String name() {
      return "mean-light";
    }

    @Override
    public float[] embed(Pixels picture) {
      return new float[] {1};
    }
  }

  @TempDir private Path folder;

  private URLClassLoader loaderWith(String... classes) throws IOException {
    Path services = folder.resolve("META-INF/services");
    Files.createDirectories(services);
    Files.writeString(services.resolve(ImageEmbedder.class.getName()), String.join("\n", classes));
    return new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
  }

  private static String refusal(String name, ClassLoader loader) {
    return assertThrows(
            IllegalArgumentException.class, () -> ImageEmbedders.named(name, loader, unheard -> {}))
        .getMessage();
  }

  @Test
  void theLibrarysOwnIsThereWhateverTheLoaderSees() {
    ImageEmbedder found =
        ImageEmbedders.named("descriptor", ClassLoader.getPlatformClassLoader(), unheard -> {});
    assertInstanceOf(VisualDescriptor.class, found);
  }

  @Test
  void aPlugInIsFoundThroughTheSketchsLoader() throws IOException {
    try (URLClassLoader loader = loaderWith(MeanLight.class.getName())) {
      ImageEmbedder found = ImageEmbedders.named("mean-light", loader, unheard -> {});
      assertArrayEquals(new float[] {1}, found.embed(new Pixels(1, 1, new int[1])));
    }
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    assertEquals(
        "there is no image embedder \"clip\"; use descriptor",
        refusal("clip", getClass().getClassLoader()));
  }
}
