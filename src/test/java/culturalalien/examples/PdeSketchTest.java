package culturalalien.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdeSketchTest {
  private static final String PLAIN =
      """
      color ink = #336699;
      void setup() {
        size(120, 80);
      }
      void draw() {
        background(255);
        fill(ink);
        circle(mouseX, mouseY, radius());
      }
      """;

  @TempDir Path temp;

  private PdeSketch sketch(String main) throws IOException {
    Path folder = Files.createDirectories(temp.resolve("Group/Plain"));
    Files.writeString(folder.resolve("Plain.pde"), main);
    Files.writeString(folder.resolve("Extra.pde"), "float radius() { return int(\"40\"); }\n");
    return new PdeSketch(folder);
  }

  @Test
  void runsASketchOfTwoTabsThatUsesProcessingsOwnSyntax() throws Exception {
    Path png = temp.resolve("Plain.png");
    new Visit(sketch(PLAIN), temp.resolve("build")).check(false, png);
    assertTrue(Files.size(png) > 0);
  }

  @Test
  void saysWhichLineDoesNotParse() throws IOException {
    PdeSketch broken = sketch("void setup() {\n  size(120, 80;\n}\n");
    AssertionError error = assertThrows(AssertionError.class, () -> broken.load(temp));
    assertTrue(error.getMessage().contains("Plain.pde:2"), error.getMessage());
  }

  @Test
  void saysWhatDoesNotCompile() throws IOException {
    PdeSketch broken = sketch(PLAIN + "int f() { return nonsense; }\n");
    AssertionError error = assertThrows(AssertionError.class, () -> broken.load(temp));
    assertTrue(error.getMessage().contains("nonsense"), error.getMessage());
  }

  @Test
  void aVisitFailsOnAnExceptionInTheSketch() throws Exception {
    PdeSketch broken =
        sketch(PLAIN + "void mousePressed() { println(frameCount / (width - 120)); }");
    Visit visit = new Visit(broken, temp.resolve("build"));
    AssertionError error =
        assertThrows(AssertionError.class, () -> visit.check(false, temp.resolve("Plain.png")));
    assertEquals(ArithmeticException.class, error.getCause().getClass());
  }

  @Test
  void aVisitFailsOnAWarning() throws Exception {
    PdeSketch warning = sketch(PLAIN + "void mouseMoved() { System.err.println(\"careful\"); }");
    Visit visit = new Visit(warning, temp.resolve("build"));
    AssertionError error =
        assertThrows(AssertionError.class, () -> visit.check(false, temp.resolve("Plain.png")));
    assertTrue(error.getMessage().contains("careful"), error.getMessage());
  }
}
