package culturalalien.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.io.ServiceException;
import culturalalien.io.ServiceException.Remedy;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PicturesTest {

  private static Pixels noise(int width, int height, int mask) {
    int[] argb = new Random(1).ints((long) width * height).map(p -> p | mask).toArray();
    return new Pixels(width, height, argb);
  }

  private static byte[] file(BufferedImage image, String format) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertTrue(ImageIO.write(image, format, out));
    return out.toByteArray();
  }

  private static void assertRefused(Remedy remedy, String part, byte[] file) {
    var problem = assertThrows(ServiceException.class, () -> Pictures.decode(file, "the service"));
    assertEquals(remedy, problem.remedy(), problem::getMessage);
    assertTrue(problem.getMessage().startsWith("the service sent"), problem::getMessage);
    assertTrue(problem.getMessage().contains(part), problem::getMessage);
  }

  @Test
  void pixelsSurviveBeingAFile() throws Exception {
    for (int mask : new int[] {0xFF000000, 0x01000000}) {
      Pixels pixels = noise(31, 17, mask);
      Pixels read = Pictures.decode(Pictures.png(pixels), "a file");
      assertEquals(31, read.width());
      assertEquals(17, read.height());
      assertArrayEquals(pixels.argb(), read.argb());
    }
  }

  @Test
  void anOpaquePictureIsWrittenWithoutAlpha() {
    // Byte 25 of a PNG tells its kind of colour: 2 is RGB, 6 is RGB with alpha.
    assertEquals(2, Pictures.png(noise(4, 4, 0xFF000000))[25]);
    assertEquals(6, Pictures.png(noise(4, 4, 0))[25]);
  }

  @Test
  void aJpegIsReadAsWell() throws Exception {
    BufferedImage red = new BufferedImage(16, 8, BufferedImage.TYPE_INT_RGB);
    red.createGraphics().fillRect(0, 0, 16, 8);
    Pixels read = Pictures.decode(file(red, "jpeg"), "a file");
    assertEquals(16, read.width());
    assertEquals(0xFFFFFFFF, read.argb()[20]);
  }

  @Test
  void greyKeepsItsValue() throws Exception {
    for (int type : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY}) {
      BufferedImage grey = new BufferedImage(2, 2, type);
      grey.getRaster().setSample(1, 0, 0, type == BufferedImage.TYPE_BYTE_GRAY ? 100 : 100 << 8);
      assertEquals(0xFF646464, Pictures.decode(file(grey, "png"), "a file").argb()[1]);
    }
  }

  @Test
  void aFileThatBreaksOffIsNoPicture() throws Exception {
    BufferedImage noise = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    noise.setRGB(0, 0, 64, 64, noise(64, 64, 0).argb(), 0, 64);
    for (String format : new String[] {"png", "jpeg"}) {
      byte[] whole = file(noise, format);
      for (int length : new int[] {20, whole.length / 2, whole.length - 40}) {
        assertRefused(Remedy.RETRY, "no whole", Arrays.copyOf(whole, length));
      }
    }
  }

  @Test
  void everyFileIsReadOrRefusedWhateverIsBrokenInIt() {
    byte[] whole = Pictures.png(noise(16, 16, 0));
    Random random = new Random(2);
    int refused = 0;
    for (int i = 0; i < 500; i++) {
      byte[] broken = whole.clone();
      broken[8 + random.nextInt(40)] ^= (byte) (1 + random.nextInt(255));
      try {
        Pictures.decode(broken, "the service");
      } catch (ServiceException e) {
        refused++;
      }
    }
    assertTrue(refused > 100, "only " + refused + " refused");
  }

  @Test
  void otherKindsAreNamed() {
    assertRefused(Remedy.OTHER_SETTINGS, "WebP", text("RIFF0000WEBPVP8 "));
    assertRefused(Remedy.OTHER_SETTINGS, "GIF", text("GIF89a"));
    assertRefused(Remedy.RETRY, "no whole PNG or JPEG", text("<html>"));
    assertRefused(Remedy.RETRY, "no whole PNG or JPEG", new byte[0]);
  }

  @Test
  void aPictureThatIsTooLargeIsRefusedBeforeItIsDecoded() {
    assertRefused(Remedy.OTHER_SETTINGS, "4097 x 4096", claiming(4097, 4096));
    assertRefused(Remedy.OTHER_SETTINGS, "2147483647 x 1", claiming(Integer.MAX_VALUE, 1));
    assertRefused(Remedy.OTHER_SETTINGS, "MB", new byte[Pictures.MOST_BYTES + 1]);
  }

  /** A small PNG whose head claims another size. */
  private static byte[] claiming(int width, int height) {
    byte[] file = Pictures.png(noise(4, 4, 0));
    ByteBuffer head = ByteBuffer.wrap(file);
    head.putInt(16, width).putInt(20, height);
    CRC32 checksum = new CRC32();
    checksum.update(file, 12, 17);
    head.putInt(29, (int) checksum.getValue());
    return file;
  }

  @Test
  void base64IsReadWithAndWithoutWhatNamesItsKind() throws Exception {
    assertArrayEquals(text("hello"), Pictures.fromBase64("aGVsbG8=", "it"));
    assertArrayEquals(text("hello"), Pictures.fromBase64("data:image/png;base64,aGVsbG8=", "it"));
    var problem = assertThrows(ServiceException.class, () -> Pictures.fromBase64("aGVsb=G8", "it"));
    assertEquals(Remedy.RETRY, problem.remedy());
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
