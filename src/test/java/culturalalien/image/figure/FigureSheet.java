package culturalalien.image.figure;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/**
 * Draws all figures with their names, to be looked at: {@code mvn test -Dtest=FigureSheet} writes
 * pages to {@code target}. Not part of the normal run.
 */
class FigureSheet {

  private static final int COLUMNS = 14;
  private static final int ROWS = 9;
  private static final int CELL = 100;
  private static final int SIZE = 80;

  @Test
  void drawPages() throws IOException {
    draw(Figures.shipped(), Figures.shipped().names(), Path.of("target"));
  }

  static void draw(Figures figures, List<String> names, Path folder) throws IOException {
    int perPage = COLUMNS * ROWS;
    for (int page = 0; page * perPage < names.size(); page++) {
      BufferedImage sheet =
          new BufferedImage(COLUMNS * CELL, ROWS * CELL, BufferedImage.TYPE_INT_RGB);
      Graphics2D g = sheet.createGraphics();
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 10));
      g.setColor(Color.WHITE);
      g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
      for (int i = 0; i < perPage && page * perPage + i < names.size(); i++) {
        String name = names.get(page * perPage + i);
        int x = i % COLUMNS * CELL;
        int y = i / COLUMNS * CELL;
        g.setColor(Color.BLACK);
        AffineTransform place = AffineTransform.getTranslateInstance(x + CELL / 2, y + SIZE + 2);
        place.scale(SIZE, SIZE);
        g.fill(place.createTransformedShape(shape(figures.outline(name))));
        g.setColor(Color.RED);
        g.drawString(name, x + 2, y + CELL - 4);
      }
      g.dispose();
      ImageIO.write(sheet, "png", folder.resolve("figures-" + page + ".png").toFile());
    }
  }

  /** An outline as a shape again. */
  static Path2D shape(Outline outline) {
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (double[] ring : outline.rings()) {
      path.moveTo(ring[0], ring[1]);
      for (int i = 2; i < ring.length; i += 2) {
        path.lineTo(ring[i], ring[i + 1]);
      }
      path.closePath();
    }
    return path;
  }
}
