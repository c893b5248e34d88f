package culturalalien.image.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SvgOutlineTest {

  private static final String OPEN = "<svg xmlns='http://www.w3.org/2000/svg'>";

  private static Outline svg(String content) {
    return file(OPEN + content + "</svg>");
  }

  private static Outline file(String text) {
    return SvgOutline.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String told(String text) {
    return assertThrows(IllegalArgumentException.class, () -> file(text)).getMessage();
  }

  /** The part of the outline's box that it covers. */
  private static double covered(Outline outline) {
    int inside = 0;
    int size = 90;
    for (int i = 0; i < size * size; i++) {
      double x = ((i % size + 0.5) / size - 0.5) * outline.width();
      double y = ((i / size + 0.5) / size - 1) * outline.height();
      inside += FigureSheet.shape(outline).contains(x, y) ? 1 : 0;
    }
    return inside / (double) (size * size);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<path d='M0 0H20V10H0Z'/> | 0.5 | 1",
        "<path d='M0 0L10 0L0 10'/> | 1 | 0.5",
        "<rect x='5' y='7' width='20' height='10'/> | 0.5 | 1",
        "<rect width='20px' height='10'/> | 0.5 | 1",
        "<rect width='20' height='20' rx='99'/> | 1 | 0.785",
        "<rect width='20' height='20' ry='5'/> | 1 | 0.946",
        "<circle cx='3' cy='4' r='5'/> | 1 | 0.785",
        "<ellipse rx='10' ry='5'/> | 0.5 | 0.785",
        "<polygon points='0,0 20,0 20,10 0,10'/> | 0.5 | 1",
        "<polyline points='0 0 10 0 10 10'/> | 1 | 0.5",
        "<path fill-rule='evenodd' d='M0 0h9v9h-9zM3 3h3v3h-3z'/> | 1 | 0.889",
        "<g style='fill-rule:evenodd'><path d='M0 0h9v9h-9zM3 3h3v3h-3z'/></g> | 1 | 0.889",
        "<path d='M0 0h9v9h-9zM3 3h3v3h-3z'/> | 1 | 1",
        // One ring runs the other way; by the winding numbers alone they would cut each other out.
        "<path d='M0 0h6v9h-6z'/><path d='M3 0v9h6v-9z'/> | 1 | 1",
        "<rect width='9' height='9'/><rect x='3' width='3' height='9' fill='#FFFFFF'/> | 1 | 0.667",
        "<rect width='99' height='99' fill='white'/><rect width='9' height='9'/> | 1 | 1",
        "<rect width='9' height='9'/><circle r='50' fill='none' stroke='red'/> | 1 | 1",
        "<rect width='9' height='9'/><circle r='50' style='fill : none'/> | 1 | 1",
        "<rect width='9' height='9'/><circle r='50' opacity='0.0'/> | 1 | 1",
        "<rect width='9' height='9'/><circle r='50' display='none'/> | 1 | 1",
        "<rect width='9' height='9'/><defs><circle r='50'/></defs> | 1 | 1",
        "<rect width='9' height='9'/><clipPath><g><circle r='50'/></g></clipPath> | 1 | 1",
        "<g fill='none'><rect fill='blue' width='9' height='9'/><circle r='50'/></g> | 1 | 1",
        "<rect width='9' height='9'/><x:rect xmlns:x='urn:x' width='50' height='9'/> | 1 | 1"
      })
  void filledShapesMakeTheOutline(String content, double height, double covered) {
    Outline outline = svg(content);
    assertEquals(1, outline.width(), 1e-9);
    assertEquals(height, outline.height(), 1e-9);
    assertEquals(covered, covered(outline), 0.02);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "scale(2 1) | 1 | 0.25",
        "scale(3) | 1 | 0.5",
        "rotate(90) | 0.5 | 1",
        "rotate(-90 7 8) | 0.5 | 1",
        "matrix(0 1 -1 0 5 5) | 0.5 | 1",
        "skewX(45) | 1 | 0.3333",
        "skewY(45) | 0.6667 | 1",
        "translate(4) | 1 | 0.5",
        "translate(4,5), scale(1 4) | 0.5 | 1",
        "scale(1 4)translate(4,5) | 0.5 | 1",
        "'' | 1 | 0.5"
      })
  void transformsChangeIt(String transform, double width, double height) {
    String shape = "<rect width='20' height='10'/>";
    Outline inGroup = svg("<g transform='" + transform + "'>" + shape + "</g>");
    assertEquals(width, inGroup.width(), 1e-4);
    assertEquals(height, inGroup.height(), 1e-4);
    Outline onShape = svg(shape.replace("/>", " transform='" + transform + "'/>"));
    assertEquals(width, onShape.width(), 1e-4);
    assertEquals(height, onShape.height(), 1e-4);
  }

  @Test
  void transformsOfGroupsAddUp() {
    Outline outline =
        svg(
            "<g transform='scale(2 1)'><g transform='rotate(90)'>"
                + "<rect width='20' height='10'/></g></g>");
    // 20 by 10 is 10 by 20 after the turn, which comes first, and then 20 by 20.
    assertEquals(1, outline.width(), 1e-9);
    assertEquals(1, outline.height(), 1e-9);
  }

  @Test
  void aDocumentTypeIsPassedOverAndNothingElseRead() {
    Outline outline =
        file(
            "<?xml version='1.0'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN'"
                + " 'http://localhost:9/no.dtd'>"
                + OPEN
                + "<rect width='2' height='1'/></svg>");
    assertEquals(0.5, outline.height(), 1e-9);
  }

  @Test
  void entitiesNeitherGrowNorRead() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE svg [<!ENTITY a0 '1 1 '>");
    for (int i = 1; i < 30; i++) {
      String last = "&a" + (i - 1) + ";";
      bomb.append("<!ENTITY a").append(i).append(" '").append(last.repeat(10)).append("'>");
    }
    bomb.append("]>").append(OPEN).append("<polygon points='0 0 5 5 &a29;'/></svg>");
    String outside =
        "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>" + OPEN + "<g>&x;</g></svg>";
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          assertTrue(told(bomb.toString()).startsWith("it is no well-formed XML"));
          assertTrue(told(outside).startsWith("it "), told(outside));
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "hello",
        "<svg",
        "<svg><g></svg>",
        "<html><rect width='3' height='3'/></html>",
        "<svg></svg>",
        "<svg><rect width='3' height='0'/></svg>",
        "<svg><path d=''/></svg>",
        "<svg><path d='M0 0L5 5'/></svg>",
        "<svg><path d='M0 0L5'/></svg>",
        "<svg><circle r='-3'/></svg>",
        "<svg><circle r='NaN'/></svg>",
        "<svg><circle r='5em'/></svg>",
        "<svg><rect width='50%' height='3'/></svg>",
        "<svg><rect width='1e300' height='3'/></svg>",
        "<svg><polygon points='1 2 3'/></svg>",
        "<svg><circle r='5' transform='spin(3)'/></svg>",
        "<svg><circle r='5' transform='rotate'/></svg>",
        "<svg><circle r='5' transform='scale(1e7)scale(1e7)'/></svg>",
        "<svg><circle r='5' transform='scale(0)'/></svg>",
        "<svg><path d='M0 0A1e-300 1 0 0 1 5 5z'/></svg>"
      })
  void whatIsNoSilhouetteIsToldInASentence(String text) {
    String told = told(text);
    assertTrue(told.length() > 10 && told.length() < 160 && !told.contains("\n"), told);
  }

  @Test
  void aDrawingOfStrokesIsToldApart() {
    String strokes = "<g fill='none' stroke='#000'><path d='M0 0L5 5L9 0'/></g>";
    assertTrue(told(OPEN + strokes + "</svg>").contains("only strokes"));
    assertTrue(told(OPEN + "<line x2='5' stroke='red'/></svg>").contains("only strokes"));
    assertTrue(told(OPEN + "<text>a</text></svg>").contains("no filled shape"));
  }

  @Test
  void aDrawingOfTooManySidesIsRefusedSoon() {
    String path = "<path d='M0 0" + "l1 3l2-3l-1 1".repeat(9_000) + "z'/>";
    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertTrue(told(OPEN + path + "</svg>").contains("20,000")));
  }

  @Test
  void aThousandShapesAreJoinedInTime() {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      all.append("<circle r='3' cx='").append(i % 50 * 4).append("' cy='").append(i / 50 * 4);
      all.append("'/>");
    }
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertEquals(1, svg(all.toString()).width(), 1e-9));
  }
}
