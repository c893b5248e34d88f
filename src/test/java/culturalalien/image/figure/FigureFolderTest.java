package culturalalien.image.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureFolderTest {

  private static final Figures SHIPPED = Figures.shipped();
  private static final String TRIANGLE = "<svg><path d='M0 8L4 0L8 8z'/></svg>";

  @TempDir private Path folder;

  private final List<String> told = new ArrayList<>();

  private void file(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }

  private static String best(Figures figures, String concept) {
    List<Figures.Match> matches = figures.matches(concept, new float[0], 1);
    return matches.isEmpty() ? "none" : matches.get(0).figure();
  }

  @Test
  void filesBecomeFiguresThatGoBeforeTheShipped() throws IOException {
    file("paper-boat.svg", TRIANGLE);
    file("Star__Fort.SVG", TRIANGLE);
    file("notes.txt", "no figure");
    Figures figures = SHIPPED.with(folder, told::add);
    assertEquals(List.of(), told);
    assertTrue(figures.has("paper boat") && figures.has("star fort"));
    assertEquals(SHIPPED.names().size() + 2, figures.names().size());
    assertEquals(1, figures.outline("paper boat").height(), 1e-9);
    assertEquals("paper boat", best(figures, "boat"));
    assertEquals("paper boat", best(figures, "paper boats on a pond"));
    assertEquals("star fort", best(figures, "star fort"));
    assertEquals("horse", best(figures, "horse"));
    assertFalse(SHIPPED.has("paper boat"));
  }

  @Test
  void aFigureOfTheSameNameTakesThePlace() throws IOException {
    file("horse.svg", TRIANGLE);
    Figures figures = SHIPPED.with(folder, told::add);
    assertEquals(SHIPPED.names(), figures.names());
    assertNotSame(SHIPPED.outline("horse"), figures.outline("horse"));
    assertEquals(1, figures.outline("horse").rings().length);
    assertEquals(new Figures.Match("horse", 1), figures.matches("horse", new float[384], 1).get(0));
  }

  @Test
  void aFigureOfTheUserIsFoundBesideMeanings() throws IOException {
    file("zeppelin.svg", TRIANGLE);
    float[] meaning = new float[384];
    meaning[3] = 1;
    Figures figures = SHIPPED.with(folder, told::add);
    assertEquals("zeppelin", figures.matches("grey zeppelin", meaning, 5).get(0).figure());
  }

  @Test
  void brokenFilesAreToldAndNothingElseIsLost() throws IOException {
    file("a.svg", "");
    file("b.svg", "<svg><path d='M0 0L9'/></svg>");
    file("c.svg", "<svg><path fill='none' stroke='red' d='M0 0L9 9'/></svg>");
    file("d.svg", "<svg>" + " ".repeat(1_000_001) + "</svg>");
    file("--.svg", TRIANGLE);
    file("big-cat.svg", TRIANGLE);
    file("big_cat.svg", TRIANGLE);
    Files.createDirectory(folder.resolve("e.svg"));
    Figures figures = SHIPPED.with(folder, told::add);
    assertEquals(SHIPPED.names().size() + 1, figures.names().size());
    assertTrue(figures.has("big cat"));
    assertEquals(6, told.size(), told::toString);
    for (String part :
        List.of(
            "it is empty", "a number is missing", "only strokes", "over 1 MB", "names nothing")) {
      assertEquals(1, told.stream().filter(sentence -> sentence.contains(part)).count(), part);
    }
    for (String sentence : told) {
      assertTrue(sentence.contains(".svg is left out: ") && sentence.endsWith("."), sentence);
      assertFalse(sentence.contains("\n"));
    }
  }

  @Test
  void aFolderThatIsNotThereIsTold() {
    Figures figures = SHIPPED.with(folder.resolve("nowhere"), told::add);
    assertEquals(SHIPPED.names(), figures.names());
    assertEquals(1, told.size());
    assertTrue(told.get(0).contains("nowhere"), told.get(0));
  }

  @Test
  void foldersAddUp() throws IOException {
    file("paper-boat.svg", TRIANGLE);
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(other.resolve("top-hat.svg"), TRIANGLE);
    Figures figures = SHIPPED.with(folder, told::add).with(other, told::add);
    assertTrue(figures.has("paper boat") && figures.has("top hat"), told::toString);
  }
}
