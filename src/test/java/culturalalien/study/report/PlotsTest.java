package culturalalien.study.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.study.report.PlotStyle.Look;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PlotsTest {

  private static final Axis UNIT = new Axis("", 0, 1, false, true);
  private static final Color RED = new Color(0xFF0000);

  private static BufferedImage picture(Panel panel) throws Exception {
    byte[] png = Panels.pngs(List.of(List.of(panel)), "", "").get(0);
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  /** Mean place of all pixels of a colour, as shares of the picture from its left and top. */
  private static double[] centre(BufferedImage image, Color color) {
    int width = image.getWidth();
    int[] all = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    int[] hits = IntStream.range(0, all.length).filter(i -> all[i] == color.getRGB()).toArray();
    return new double[] {
      Arrays.stream(hits).map(i -> i % width).average().orElse(-1) / width,
      Arrays.stream(hits).map(i -> i / width).average().orElse(-1) / image.getHeight(),
    };
  }

  @Test
  void lowIsUpOnAReversedAxis() throws Exception {
    Axis down = Axis.over("", true, DoubleStream.of(2, 8));
    Axis up = Axis.over("", false, DoubleStream.of(2, 8));
    double reversed =
        centre(picture(new Panel("", 720, 300, UNIT, down).dot(0.5, 3, RED, Marks.dot(9))), RED)[1];
    double straight =
        centre(picture(new Panel("", 720, 300, UNIT, up).dot(0.5, 3, RED, Marks.dot(9))), RED)[1];
    assertTrue(reversed < 0.4 && straight > 0.6, reversed + " " + straight);
    assertEquals("3", down.tick(-3));
    assertEquals("3", up.tick(3));
  }

  @Test
  void anAxisCanBeNumberedWhateverItsValues() throws Exception {
    for (double[] values :
        List.of(
            new double[] {},
            new double[] {Double.NaN, Double.POSITIVE_INFINITY},
            new double[] {0},
            new double[] {5, 5 + 1e-12},
            new double[] {-1e6, 1e6},
            new double[] {1e-7, 2e-7})) {
      Axis axis = Axis.over("x", false, DoubleStream.of(values));
      assertTrue(axis.min() < axis.max(), () -> Arrays.toString(values));
      assertEquals(1440, picture(new Panel("t", 720, 200, axis, axis)).getWidth());
    }
    assertEquals("0", UNIT.tick(-0.0));
    assertEquals("−1,200.5", UNIT.tick(-1200.5));
  }

  @Test
  void aBandIsInterruptedWhereThereIsNoNumber() throws Exception {
    double[] xs = {0.1, 0.2, 0.3, 0.4, 0.8, 0.9};
    double[] low = {0.4, 0.4, Double.NaN, Double.NaN, 0.4, 0.4};
    double[] high = {0.6, 0.6, 0.6, 0.6, 0.6, 0.6};
    BufferedImage image = picture(new Panel("", 720, 300, UNIT, UNIT).band(xs, low, high, RED));
    assertEquals(0.52, centre(image, RED)[0], 0.03);
    int middle = image.getHeight() / 2 - 20;
    assertNotEquals(RED.getRGB(), image.getRGB(image.getWidth() / 2, middle));
    assertEquals(RED.getRGB(), image.getRGB(image.getWidth() / 5, middle));
  }

  @Test
  void namesAtTheEndsOfLinesDoNotCoverEachOther() throws Exception {
    Panel panel = new Panel("", 600, 300, UNIT, UNIT);
    List<Color> colors = List.of(new Color(0xFF0000), new Color(0x00FF00), new Color(0x0000FF));
    for (Color color : colors) {
      panel.end("HHHHHH", 1, 0.5, color);
    }
    BufferedImage image = picture(panel);
    List<Double> heights = new ArrayList<>();
    colors.forEach(color -> heights.add(centre(image, color)[1] * 300));
    assertTrue(heights.get(1) - heights.get(0) > 12, heights.toString());
    assertTrue(heights.get(2) - heights.get(1) > 12, heights.toString());
  }

  @Test
  void aLabelThatWouldCoverAnotherIsLeftOut() throws Exception {
    Panel panel = new Panel("", 720, 300, UNIT, UNIT);
    panel.label("HHHHHH", 0.5, 0.5, Labels.Side.RIGHT, RED);
    panel.label("HHHHHH", 0.51, 0.51, Labels.Side.RIGHT, Color.GREEN);
    BufferedImage image = picture(panel);
    assertTrue(centre(image, RED)[0] > 0.5);
    assertTrue(centre(image, Color.GREEN)[0] < 0, "the second label is there");
  }

  @Test
  void aTitleThatIsTooLongIsCutToTheRoomThereIs() {
    String cut = Labels.fitting("nearest-neighbour novelty of everything", PlotStyle.TITLE, 100);
    assertTrue(cut.endsWith("…") && Labels.width(cut, PlotStyle.TITLE) <= 100, cut);
    assertEquals("cas", Labels.fitting("cas", PlotStyle.TITLE, 100));
  }

  @Test
  void eightSamplersDifferInColourAndInMarkerAndInDash() {
    List<Look> looks = List.copyOf(PlotStyle.looks(SampleFindings.small(8)).values());
    assertEquals(8, looks.stream().map(Look::color).distinct().count());
    assertEquals(8, looks.stream().map(Look::marker).distinct().count());
    assertEquals(8, looks.stream().map(Look::line).distinct().count());
  }

  @Test
  void timeGoesFromLightToDark() {
    double before = 256;
    for (double share = 0; share <= 1; share += 0.25) {
      Color color = PlotStyle.age(share);
      double grey = 0.3 * color.getRed() + 0.59 * color.getGreen() + 0.11 * color.getBlue();
      assertTrue(grey < before - 20, share + ": " + grey);
      before = grey;
    }
  }

  @Test
  void whatIsHigherThanAPageIsSharedOut() throws Exception {
    List<Panel> panels =
        Stream.generate(() -> new Panel("t", 240, 300, UNIT, UNIT)).limit(12).toList();
    List<Integer> heights = new ArrayList<>();
    for (byte[] png : Panels.pngs(Panels.rows(panels, 3), "x", "")) {
      heights.add(ImageIO.read(new ByteArrayInputStream(png)).getHeight() / Panels.DENSITY);
    }
    assertEquals(List.of(618, 618), heights);
  }

  @Test
  void aLineWithoutPointsIsNoError() throws Exception {
    double[] none = {};
    Panel panel =
        new Panel("", 720, 200, UNIT, UNIT)
            .line(none, none, RED, new BasicStroke(1))
            .dots(none, none, RED, Marks.dot(3))
            .band(none, none, none, RED);
    assertEquals(400, picture(panel).getHeight());
  }
}
