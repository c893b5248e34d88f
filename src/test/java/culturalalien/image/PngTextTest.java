package culturalalien.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;

class PngTextTest {

  private static final int[] ARGB = {0xFF102030, 0xFF405060, 0xFF708090, 0xFFA0B0C0};
  private static final byte[] PNG = Pictures.png(new Pixels(2, 2, ARGB));
  private static final String TEXT = "{\"title\":\"größer, 海\"}";

  private static Optional<String> read(byte[] png, String keyword) throws IOException {
    return PngText.read(new ByteArrayInputStream(png), keyword);
  }

  @Test
  void aTextIsReadAsItWasWrittenAndThePixelsStay() throws Exception {
    byte[] both = PngText.with(PngText.with(PNG, "One", TEXT), "Other", "");
    assertEquals(Optional.of(TEXT), read(both, "One"));
    assertEquals(Optional.of(""), read(both, "Other"));
    assertEquals(Optional.empty(), read(both, "On"));
    assertEquals(Optional.empty(), read(PNG, "One"));
    assertArrayEquals(ARGB, Pictures.decode(both, "the work").argb());
  }

  @Test
  void otherReadersFindTheTextToo() throws IOException {
    var reader = ImageIO.getImageReadersByFormatName("png").next();
    reader.setInput(
        ImageIO.createImageInputStream(
            new ByteArrayInputStream(PngText.with(PNG, "Cultural Alien", TEXT))));
    NodeList texts =
        ((org.w3c.dom.Element) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0"))
            .getElementsByTagName("iTXtEntry");
    assertEquals(1, texts.getLength());
    assertEquals(
        "Cultural Alien", texts.item(0).getAttributes().getNamedItem("keyword").getNodeValue());
    assertEquals(TEXT, texts.item(0).getAttributes().getNamedItem("text").getNodeValue());
    reader.dispose();
  }

  @Test
  void whereverItIsTornOrDamagedThereIsNoText() throws IOException {
    byte[] whole = PngText.with(PNG, "One", TEXT);
    int end = whole.length - PNG.length + 33;
    for (int i = 0; i < end; i++) {
      assertEquals(Optional.empty(), read(Arrays.copyOf(whole, i), "One"), "cut at " + i);
      byte[] damaged = whole.clone();
      damaged[i] ^= 0x10;
      assertEquals(Optional.empty(), read(damaged, "One"), "damaged at " + i);
    }
    assertEquals(Optional.of(TEXT), read(Arrays.copyOf(whole, end), "One"));
  }
}
