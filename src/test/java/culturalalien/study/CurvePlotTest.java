package culturalalien.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class CurvePlotTest {

  private static final int BLUE = 0xFF0072B2;
  private static final int ORANGE = 0xFFD55E00;
  private static final CurvePlot.Line COHERENCE =
      new CurvePlot.Line("coherence", List.of(0, 250, 500), List.of(7f, 6f, 5.5f));
  private static final CurvePlot.Line CONTEXT =
      new CurvePlot.Line("context", List.of(0, 250), List.of(7f, 6.8f));

  private static BufferedImage picture(CurvePlot.Line... lines) throws Exception {
    BufferedImage image =
        ImageIO.read(new ByteArrayInputStream(CurvePlot.png("Curves", List.of(lines))));
    assertNotNull(image, "not a picture");
    assertEquals("900 x 480", image.getWidth() + " x " + image.getHeight());
    return image;
  }

  private static long pixels(BufferedImage image, int argb) {
    int[] all = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return Arrays.stream(all).filter(pixel -> pixel == argb).count();
  }

  @Test
  void everyModelHasALineInItsColour() throws Exception {
    BufferedImage both = picture(COHERENCE, CONTEXT);
    assertTrue(pixels(both, BLUE) > 200, "blue: " + pixels(both, BLUE));
    assertTrue(pixels(both, ORANGE) > 200, "orange: " + pixels(both, ORANGE));
    assertTrue(pixels(both, 0xFFFFFFFF) > 100_000, "the background is not white");
    assertEquals(0, pixels(picture(COHERENCE), ORANGE));
  }

  @Test
  void aSingleLookGivesAPictureToo() throws Exception {
    CurvePlot.Line one = new CurvePlot.Line("coherence", List.of(250), List.of(7f));
    assertTrue(pixels(picture(one), 0xFF000000) > 0, "no axes or text");
  }
}
