package culturalalien.image.studio;

import culturalalien.image.ImageRequest.Subject;
import culturalalien.image.Pixels;
import culturalalien.image.plan.Medium;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/**
 * Shows the same scenes in every medium for people to judge, in {@code target/}, and says how long
 * each took:
 *
 * <pre>mvn test -Dtest=MediaSheet</pre>
 *
 * <p>Its name keeps it out of the usual tests.
 */
class MediaSheet {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int SIDE = 240;
  private static final int CAPTION = 18;
  private static final int COLUMNS = 4;

  private static final List<List<String>> SETS =
      List.of(
          List.of("boat", "sea", "evening"),
          List.of("garden", "woman", "flower"),
          List.of("bird", "tree", "autumn"));

  private static List<Subject> subjects(int set) {
    return SETS.get(set).stream().map(ConceptSets.SHIPPED::subject).toList();
  }

  private static Pixels picture(int set, Medium medium, int side) throws InterruptedException {
    return set == 2
        ? MediaScenes.silhouette(subjects(set), medium, side, 5)
        : MediaScenes.paint(subjects(set), medium, side, 11 + set);
  }

  @Test
  void allMedia() throws Exception {
    sheet(Medium.values(), SIDE, new File("target/media.png"));
  }

  @Test
  void speed() throws Exception {
    for (int i = 0; i < 20; i++) {
      for (Medium medium : Medium.values()) {
        picture(0, medium, 64);
      }
    }
    for (Medium medium : Medium.values()) {
      System.out.println(
          String.format(
              Locale.ROOT,
              "%-14s %5.0f ms at 1024, %5.1f ms at 64",
              medium.word(),
              milliseconds(medium, 1024, 3),
              milliseconds(medium, 64, 40)));
    }
  }

  private static double milliseconds(Medium medium, int side, int times)
      throws InterruptedException {
    double[] took = new double[times];
    for (int i = 0; i < times; i++) {
      // Time of this thread, whatever else the machine does.
      long start = THREADS.getCurrentThreadCpuTime();
      picture(0, medium, side);
      took[i] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
    }
    Arrays.sort(took);
    return took[times / 2];
  }

  /** Three scenes a medium, side by side. */
  static void sheet(Medium[] media, int side, File file) throws Exception {
    int columns = side > 300 ? 1 : Math.min(COLUMNS, media.length);
    int wide = 3 * side + 16;
    int rows = (media.length + columns - 1) / columns;
    BufferedImage sheet =
        new BufferedImage(columns * wide, rows * (side + CAPTION), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = sheet.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    g.setColor(Color.BLACK);
    for (int i = 0; i < media.length; i++) {
      int x = i % columns * wide;
      int y = i / columns * (side + CAPTION);
      g.drawString(media[i].word(), x + 4, y + 13);
      for (int set = 0; set < 3; set++) {
        BufferedImage image =
            side > 300
                ? whole(picture(set, media[i], side))
                : ContactSheet.image(picture(set, media[i], 2 * side), side);
        g.drawImage(image, x + set * (side + 2), y + CAPTION, null);
      }
    }
    g.dispose();
    ImageIO.write(sheet, "png", file);
  }

  private static BufferedImage whole(Pixels pixels) {
    BufferedImage image =
        new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, pixels.width(), pixels.height(), pixels.argb(), 0, pixels.width());
    return image;
  }

  /** Some media, large: {@code SIDE FILE MEDIUM...}; SIDE 0 gives the speeds. */
  public static void main(String[] args) throws Exception {
    if (args[0].equals("0")) {
      new MediaSheet().speed();
      return;
    }
    Medium[] media =
        args.length == 2
            ? Medium.values()
            : Arrays.stream(args).skip(2).map(Medium::valueOf).toArray(Medium[]::new);
    sheet(media, Integer.parseInt(args[0]), new File(args[1]));
  }
}
