package culturalalien.examples;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** What a test asks of a frame: is there anything to see? */
final class Picture {
  /** Fewer colours than this, or less contrast, and a visitor would call the window empty. */
  private static final int MIN_COLOURS = 4;

  private static final double MIN_DEVIATION = 2; // of 255, standard deviation of the brightness

  private Picture() {}

  static boolean blank(BufferedImage image) {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    double deviation =
        Math.sqrt(variance(Arrays.stream(pixels).mapToDouble(Picture::brightness).toArray()));
    return Arrays.stream(pixels).distinct().count() < MIN_COLOURS || deviation < MIN_DEVIATION;
  }

  private static double brightness(int argb) {
    return ((argb >> 16 & 0xff) + (argb >> 8 & 0xff) + (argb & 0xff)) / 3.0;
  }

  private static double variance(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0);
  }

  /** As the file's ending says: png for drawings, jpg for what is painted. */
  static void save(BufferedImage image, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    // The alpha channel of a sketch's canvas means nothing, but viewers would show it.
    BufferedImage opaque =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    opaque.getGraphics().drawImage(image, 0, 0, null);
    String name = file.getFileName().toString();
    ImageIO.write(opaque, name.substring(name.lastIndexOf('.') + 1), file.toFile());
  }
}
