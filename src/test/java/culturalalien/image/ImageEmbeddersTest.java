package culturalalien.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  /** A plug-in whose native library is missing, say. */
  public static final class Broken implements ImageEmbedder {
    public Broken() {
      throw new IllegalStateException("no such library");
    }

    @Override
    public String name() {
      return "broken";
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
    return assertThrows(IllegalArgumentException.class, () -> ImageEmbedders.named(name, loader))
        .getMessage();
  }

  @Test
  void theLibrarysOwnIsThereWhateverTheLoaderSees() {
    ImageEmbedder found = ImageEmbedders.named("descriptor", ClassLoader.getPlatformClassLoader());
    assertInstanceOf(VisualDescriptor.class, found);
  }

  @Test
  void aPlugInIsFoundThroughTheSketchsLoader() throws IOException {
    try (URLClassLoader loader = loaderWith(MeanLight.class.getName())) {
      ImageEmbedder found = ImageEmbedders.named("mean-light", loader);
      assertArrayEquals(new float[] {1}, found.embed(new Pixels(1, 1, new int[1])));
    }
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    assertEquals(
        "no image embedder is called \"clip\"; there are: descriptor",
        refusal("clip", getClass().getClassLoader()));
  }

  @Test
  void aBrokenPlugInIsPassedOverAndMentionedToWhomItMayConcern() throws IOException {
    try (URLClassLoader loader =
        loaderWith(Broken.class.getName(), "not.There", "no name", MeanLight.class.getName())) {
      assertInstanceOf(VisualDescriptor.class, ImageEmbedders.named("descriptor", loader));
      String message = refusal("broken", loader);
      assertTrue(message.contains("not loaded: "), message);
    }
    try (URLClassLoader loader =
        loaderWith(Broken.class.getName(), "not.There", MeanLight.class.getName())) {
      assertEquals("mean-light", ImageEmbedders.named("mean-light", loader).name());
      String message = refusal("broken", loader);
      assertTrue(message.contains("there are: descriptor, mean-light; not loaded: "), message);
      assertTrue(message.contains("ImageEmbeddersTest$Broken"), message);
      assertTrue(message.contains("not.There"), message);
    }
  }
}
