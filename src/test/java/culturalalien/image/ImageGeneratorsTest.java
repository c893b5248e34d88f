package culturalalien.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageGeneratorsTest {

  private static final String SERVICES = "META-INF/services/" + ImageGenerator.class.getName();

  @TempDir private Path folder;
  private final List<String> warnings = new ArrayList<>();

  private ImageGenerator named(String name) {
    return ImageGenerators.named(name, null, warnings::add);
  }

  @Test
  void everyServiceIsFoundByItsName() {
    assertInstanceOf(OpenAIImages.class, named("openai"));
    assertInstanceOf(StableDiffusionWebUI.class, named(" SDWebUI "));
    assertInstanceOf(ComfyUI.class, named("comfyui"));
    assertNotSame(named("openai"), named("openai"));
    assertEquals(List.of(), warnings);
  }

  @Test
  void aPlugInIsFoundAndPaints() throws Exception {
    Pixels picture = named("checkerboard").generate(FakeService.request(16, 16), done -> {});
    assertEquals(256, picture.argb().length);
  }

  @Test
  void anUnknownNameIsToldTheKnownOnes() {
    for (String unknown : new String[] {"dall-e", "", null}) {
      var problem = assertThrows(IllegalArgumentException.class, () -> named(unknown));
      assertTrue(
          problem.getMessage().matches(".*\"" + unknown + "\"; use .*comfyui, openai.*sdwebui"),
          problem::getMessage);
    }
  }

  @Test
  void aPlugInOfAnotherClassLoaderIsFoundToo() throws Exception {
    try (URLClassLoader sketch = sketchWith(Elsewhere.class.getName())) {
      var found = ImageGenerators.named("elsewhere", sketch, warnings::add);
      assertEquals(sketch, found.getClass().getClassLoader());
      assertEquals(List.of(), warnings);
    }
  }

  @Test
  void brokenPlugInsAreLeftOutWithASentenceEach() throws Exception {
    try (URLClassLoader sketch =
        sketchWith(
            "no.such.Class",
            Throwing.class.getName(),
            ImageGeneratorsTest.class.getName(),
            Unnamed.class.getName(),
            Twin.class.getName())) {
      Set<String> names = ImageGenerators.all(sketch, warnings::add).keySet();
      assertTrue(names.containsAll(Set.of("openai", "checkerboard")), names::toString);
    }
    String said = String.join("\n", warnings);
    for (String part :
        new String[] {"no.such.Class", "no file", "not a subtype", "Unnamed", "Twin"}) {
      assertTrue(said.contains(part), said);
    }
    assertEquals(5, warnings.size(), said);
  }

  @Test
  void aBrokenListOfPlugInsDoesNotHideTheOthers() throws Exception {
    try (URLClassLoader sketch = sketchWith("not a class name", Elsewhere.class.getName())) {
      assertInstanceOf(OpenAIImages.class, ImageGenerators.named("openai", sketch, warnings::add));
    }
    assertEquals(1, warnings.size(), warnings::toString);
  }

  /** A class loader as a sketch's: it has these plug-ins, and classes of its own for them. */
  private URLClassLoader sketchWith(String... classes) throws IOException {
    Path services = folder.resolve(SERVICES);
    Files.createDirectories(services.getParent());
    Files.write(services, List.of(classes));
    URL[] path = {folder.toUri().toURL()};
    return new URLClassLoader(path, getClass().getClassLoader()) {
      @Override
      protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return name.startsWith(ImageGeneratorsTest.class.getName() + "$")
            ? copy(name)
            : super.loadClass(name, resolve);
      }

      private Class<?> copy(String name) throws ClassNotFoundException {
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null) {
          return loaded;
        }
        try (var in = getResourceAsStream(name.replace('.', '/') + ".class")) {
          byte[] code = in.readAllBytes();
          return defineClass(name, code, 0, code.length);
        } catch (IOException e) {
          throw new ClassNotFoundException(name, e);
        }
      }
    };
  }

  /** Paints nothing, under a name that a test needs. */
  private abstract static class Named implements ImageGenerator {
    private final String name;

    Named(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Pixels generate(ImageRequest request, DoubleConsumer progress) {
      return new Pixels(1, 1, new int[1]);
    }
  }

  /** A plug-in of the sketch. */
  public static final class Elsewhere extends Named {
    public Elsewhere() {
      super("elsewhere");
    }
  }

  /** One that does not start. */
  public static final class Throwing extends Named {
    public Throwing() {
      super("throwing");
      throw new IllegalStateException("no file");
    }
  }

  /** One without a usable name. */
  public static final class Unnamed extends Named {
    public Unnamed() {
      super("Two Words");
    }
  }

  /** One that wants another's name. */
  public static final class Twin extends Named {
    public Twin() {
      super("openai");
    }
  }
}
