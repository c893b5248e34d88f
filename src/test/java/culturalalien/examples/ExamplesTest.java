package culturalalien.examples;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Takes every example through Processing's own preprocessor, the Java compiler and a running
 * sketch. The last frame of each is left under {@code target/examples} to be looked at.
 */
class ExamplesTest {
  private static final Path PICTURES = Path.of("target/examples");

  @TestFactory
  Stream<DynamicNode> examplesRunWithoutAWindow() throws IOException {
    return visits(false);
  }

  @TestFactory
  Stream<DynamicNode> examplesRunInAWindowWhereThereIsADisplay() throws IOException {
    return SketchRunner.displayAvailable() ? visits(true) : Stream.empty();
  }

  private static Stream<DynamicNode> visits(boolean window) throws IOException {
    List<DynamicNode> tests = new ArrayList<>();
    for (Path folder : PdeSketch.under(Path.of("examples"))) {
      PdeSketch pde = new PdeSketch(folder);
      Path png = PICTURES.resolve(pde.name() + (window ? "-window.png" : ".png"));
      tests.add(
          DynamicTest.dynamicTest(
              pde.name(),
              () -> {
                Path build = Files.createTempDirectory(pde.name());
                try {
                  if (window || !needsOpenGl(pde)) new Visit(pde, build).check(window, png);
                  else assertNotNull(pde.load(build));
                } finally {
                  delete(build);
                }
              }));
    }
    return tests.stream();
  }

  /** Java2D can stand in for P2D, but not for three dimensions. */
  private static boolean needsOpenGl(PdeSketch pde) throws IOException {
    return pde.source().contains("P3D");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) Files.delete(path);
    }
  }
}
