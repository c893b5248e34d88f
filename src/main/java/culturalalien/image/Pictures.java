package culturalalien.image;

import culturalalien.io.ServiceException;
import culturalalien.io.ServiceException.Remedy;
import java.awt.Point;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Pictures as files: reads PNG and JPEG that others made, trusting neither their size nor their
 * content, and writes PNG. Uses no temporary files. Safe from any thread.
 */
public final class Pictures {

  /** Longest file that is read, in bytes: a painting of the most pixels fits as a PNG. */
  public static final int MOST_BYTES = 32_000_000;

  /** Most pixels that are read; with their file they take about 150 MB while they are decoded. */
  public static final long MOST_PIXELS = 4096L * 4096;

  /**
   * Paintings become hardly larger than at the writer's own 0.5, and are written a quarter sooner.
   */
  private static final float FAST = 0.9f;

  private static final Pattern BROKEN = Pattern.compile("(?i)truncated|premature|corrupt");

  private Pictures() {}

  /**
   * Reads a PNG or a JPEG.
   *
   * @param from who made it, the subject of the sentences
   * @throws ServiceException if it is too large, damaged or of another kind
   */
  public static Pixels decode(byte[] file, String from) throws ServiceException {
    if (file.length > MOST_BYTES) {
      throw settings(from, "of " + file.length / 1_000_000 + " MB", "at most 32 MB are read");
    }
    ImageReader reader = ImageIO.getImageReadersByFormatName(format(file, from)).next();
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in, true, true);
      // A JPEG that breaks off is only warned about, and grey where it is missing.
      AtomicBoolean warned = new AtomicBoolean();
      reader.addIIOReadWarningListener(
          (IIOReadWarningListener)
              (source, warning) -> warned.compareAndSet(false, BROKEN.matcher(warning).find()));
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if ((long) width * height > MOST_PIXELS) {
        throw settings(from, "of " + width + " x " + height, "at most 4096 x 4096 pixels are read");
      }
      BufferedImage image = reader.read(0);
      if (warned.get()) {
        throw damaged(from);
      }
      return pixels(image);
    } catch (IOException | RuntimeException e) {
      throw damaged(from);
    } finally {
      reader.dispose();
    }
  }

  /**
   * Reads base 64, of either alphabet and with or without "=" at its end, line breaks, or
   * "data:image/png;base64," before it.
   */
  static byte[] fromBase64(String text, String from) throws ServiceException {
    try {
      String data = text.strip();
      if (data.startsWith("data:")) {
        data = data.substring(data.indexOf(',') + 1);
        // In a URL some of its characters may be written as numbers.
        data = URLDecoder.decode(data.replace("+", "%2B"), StandardCharsets.UTF_8);
      }
      // The decoder for mail would pass over what it does not know and leave a damaged picture.
      String plain = data.replace('-', '+').replace('_', '/').replaceAll("\\s+|=+\\s*$", "");
      return Base64.getDecoder().decode(plain);
    } catch (IllegalArgumentException e) {
      throw damaged(from);
    }
  }

  /** A PNG of the pixels, without alpha where all are opaque. */
  public static byte[] png(Pixels pixels) {
    boolean opaque = true;
    for (int pixel : pixels.argb()) {
      opaque &= pixel >>> 24 == 0xFF;
    }
    int[] masks = {0xFF0000, 0xFF00, 0xFF, 0xFF000000};
    WritableRaster raster =
        Raster.createPackedRaster(
            new DataBufferInt(pixels.argb(), pixels.argb().length),
            pixels.width(),
            pixels.height(),
            pixels.width(),
            opaque ? new int[] {masks[0], masks[1], masks[2]} : masks,
            new Point());
    var model =
        new DirectColorModel(opaque ? 24 : 32, masks[0], masks[1], masks[2], opaque ? 0 : masks[3]);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(file)) {
      writer.setOutput(out);
      ImageWriteParam fast = writer.getDefaultWriteParam();
      fast.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      fast.setCompressionQuality(FAST);
      BufferedImage image = new BufferedImage(model, raster, false, null);
      writer.write(null, new IIOImage(image, null, null), fast);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return file.toByteArray();
  }

  private static String format(byte[] file, String from) throws ServiceException {
    String head = new String(file, 0, Math.min(12, file.length), StandardCharsets.ISO_8859_1);
    if (head.startsWith("\u0089PNG")) {
      return "png";
    }
    if (head.startsWith("\u00FF\u00D8\u00FF")) {
      return "jpeg";
    }
    if (head.startsWith("RIFF") && head.endsWith("WEBP")) {
      throw settings(from, "in WebP", "set it to PNG or JPEG");
    }
    if (head.startsWith("GIF8")) {
      throw settings(from, "in GIF", "set it to PNG or JPEG");
    }
    throw damaged(from);
  }

  private static Pixels pixels(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] argb = new int[width * height];
    if (image.getColorModel().getColorSpace().getType() != ColorSpace.TYPE_GRAY) {
      image.getRGB(0, 0, width, height, argb, 0, width);
      return new Pixels(width, height, argb);
    }
    // Java takes grey for linear light and would brighten it.
    Raster raster = image.getRaster();
    int shift = Math.max(0, raster.getSampleModel().getSampleSize(0) - 8);
    for (int i = 0; i < argb.length; i++) {
      int grey = raster.getSample(i % width, i / width, 0) >> shift;
      int alpha =
          raster.getNumBands() < 2 ? 0xFF : raster.getSample(i % width, i / width, 1) >> shift;
      argb[i] = alpha << 24 | grey * 0x010101;
    }
    return new Pixels(width, height, argb);
  }

  private static ServiceException settings(String from, String what, String remedy) {
    return new ServiceException(
        Remedy.OTHER_SETTINGS, from + " sent a picture " + what + "; " + remedy);
  }

  private static ServiceException damaged(String from) {
    return new ServiceException(
        Remedy.RETRY, from + " sent something that is no whole PNG or JPEG; try again");
  }
}
