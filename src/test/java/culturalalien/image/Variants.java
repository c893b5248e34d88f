package culturalalien.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** What happens to a picture without making it another one. */
final class Variants {

  private Variants() {}

  /** All variants by name, the picture itself not among them. */
  static Map<String, Pixels> of(BufferedImage image) throws IOException {
    int width = image.getWidth();
    int height = image.getHeight();
    Map<String, BufferedImage> variants = new LinkedHashMap<>();
    variants.put("hue +18°", recoloured(image, 0.05f, 1, 1));
    variants.put("hue -18°", recoloured(image, -0.05f, 1, 1));
    variants.put("paler", recoloured(image, 0, 0.75f, 1));
    variants.put("darker", recoloured(image, 0, 1, 0.82f));
    variants.put("more contrast", eachChannel(image, c -> 128 + (c - 128) * 5 / 4));
    variants.put("less contrast", eachChannel(image, c -> 128 + (c - 128) * 3 / 4));
    variants.put("cropped by a twentieth", cropped(image, 0.05, 0, 0.95, 0.95));
    variants.put("cropped by a tenth", cropped(image, 0.05, 0.05, 0.9, 0.9));
    variants.put("cropped at a side", cropped(image, 0.1, 0, 0.9, 1));
    variants.put("JPEG of quality 0.3", jpeg(image, 0.3f));
    variants.put("half as large", resized(image, width / 2, height / 2));
    variants.put("enlarged and wider", resized(image, width * 5 / 3, height * 4 / 3));
    variants.put("blurred", resized(resized(image, width / 3, height / 3), width, height));
    variants.put("noisy", noisy(image));
    Map<String, Pixels> pixels = new LinkedHashMap<>();
    variants.forEach((name, variant) -> pixels.put(name, pixels(variant)));
    return pixels;
  }

  static Pixels pixels(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    return new Pixels(width, height, image.getRGB(0, 0, width, height, null, 0, width));
  }

  private static BufferedImage eachPixel(BufferedImage image, IntUnaryOperator change) {
    BufferedImage result = resized(image, image.getWidth(), image.getHeight());
    for (int y = 0; y < result.getHeight(); y++) {
      for (int x = 0; x < result.getWidth(); x++) {
        result.setRGB(x, y, change.applyAsInt(image.getRGB(x, y)));
      }
    }
    return result;
  }

  private static BufferedImage recoloured(
      BufferedImage image, float hue, float saturation, float brightness) {
    return eachPixel(
        image,
        rgb -> {
          float[] hsb = Color.RGBtoHSB(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, null);
          return Color.HSBtoRGB(hsb[0] + hue, hsb[1] * saturation, hsb[2] * brightness);
        });
  }

  private static BufferedImage eachChannel(BufferedImage image, IntUnaryOperator change) {
    return eachPixel(
        image,
        rgb ->
            clamped(change.applyAsInt(rgb >> 16 & 255)) << 16
                | clamped(change.applyAsInt(rgb >> 8 & 255)) << 8
                | clamped(change.applyAsInt(rgb & 255)));
  }

  private static BufferedImage noisy(BufferedImage image) {
    SplittableRandom random = new SplittableRandom(3);
    return eachChannel(image, c -> c + random.nextInt(-16, 17));
  }

  private static int clamped(int channel) {
    return Math.max(0, Math.min(255, channel));
  }

  private static BufferedImage cropped(
      BufferedImage image, double left, double top, double width, double height) {
    int w = image.getWidth();
    int h = image.getHeight();
    return image.getSubimage(
        (int) (left * w), (int) (top * h), (int) (width * w), (int) (height * h));
  }

  private static BufferedImage resized(BufferedImage image, int width, int height) {
    BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = result.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.drawImage(image, 0, 0, width, height, null);
    g.dispose();
    return result;
  }

  private static BufferedImage jpeg(BufferedImage image, float quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam settings = writer.getDefaultWriteParam();
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionQuality(quality);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), settings);
    }
    writer.dispose();
    return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
  }
}
