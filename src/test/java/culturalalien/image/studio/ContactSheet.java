package culturalalien.image.studio;

import culturalalien.image.ImageRequest.Subject;
import culturalalien.image.Pixels;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/**
 * Shows the painter's work for people to judge, in {@code target/}:
 *
 * <pre>mvn test -Dtest=ContactSheet</pre>
 *
 * <p>Its name keeps it out of the usual tests.
 */
class ContactSheet {

  private static final int COLUMNS = 8;
  private static final int SIDE = 240;
  private static final int CAPTION = 30;

  /** Forty works: three of four from concepts that belong together, the others from any. */
  @Test
  void fortyWorks() throws Exception {
    ConceptSets sets = ConceptSets.SHIPPED;
    Random random = new Random(7);
    List<List<Subject>> works = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      works.add(i % 4 == 3 ? sets.far(random) : sets.near(random));
    }
    sheet(works, 1, new File("target/painter-contact-sheet.png"));
  }

  /** One set of concepts, many seeds: related, and not the same. */
  @Test
  void oneSetManySeeds() throws Exception {
    ConceptSets sets = ConceptSets.SHIPPED;
    Random random = new Random(8);
    List<List<Subject>> works = new ArrayList<>();
    for (int row = 0; row < 3; row++) {
      List<Subject> subjects = sets.near(random);
      for (int i = 0; i < COLUMNS; i++) {
        works.add(subjects);
      }
    }
    sheet(works, 1, new File("target/painter-seeds.png"));
  }

  /** Paints and pins up; each work has the seed of its place. */
  static void sheet(List<List<Subject>> works, long seed, File file)
      throws IOException, InterruptedException {
    int rows = (works.size() + COLUMNS - 1) / COLUMNS;
    BufferedImage sheet =
        new BufferedImage(
            COLUMNS * (SIDE + 8) + 8, rows * (SIDE + CAPTION + 8) + 8, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = sheet.createGraphics();
    g.setColor(new Color(0xEFEDE8));
    g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
    g.setColor(Color.DARK_GRAY);
    for (int i = 0; i < works.size(); i++) {
      Painting painting =
          new Painting(ConceptSets.request(works.get(i), 2 * SIDE, 2 * SIDE, seed + i));
      int x = 8 + i % COLUMNS * (SIDE + 8);
      int y = 8 + i / COLUMNS * (SIDE + CAPTION + 8);
      g.drawImage(image(painting.paint(done -> {}), SIDE), x, y, null);
      String names = works.get(i).stream().map(Subject::name).collect(Collectors.joining(", "));
      g.drawString((i + 1) + " " + names, x, y + SIDE + 12);
      g.drawString(String.join(" + ", painting.means()), x, y + SIDE + 25);
    }
    g.dispose();
    ImageIO.write(sheet, "png", file);
  }

  /** A picture, scaled to half by taking means. */
  static BufferedImage image(Pixels pixels, int side) {
    BufferedImage whole =
        new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_RGB);
    whole.setRGB(0, 0, pixels.width(), pixels.height(), pixels.argb(), 0, pixels.width());
    BufferedImage small = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = small.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.drawImage(whole, 0, 0, side, side, null);
    g.dispose();
    return small;
  }
}
