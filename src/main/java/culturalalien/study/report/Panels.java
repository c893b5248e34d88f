package culturalalien.study.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Charts side by side in one picture. */
final class Panels {

  /** How wide every figure stands on the page, in CSS pixels: an A4 page holds it unshrunk. */
  static final int WIDTH = 720;

  /** Pixels of the picture for one of the page, so that print and fine screens stay sharp. */
  static final int DENSITY = 2;

  /** How high a figure may be: a page of A4 also holds its heading and caption. */
  private static final int PAGE = 800;

  private static final int TITLE = 18;

  private Panels() {}

  /** Deals panels into rows. */
  static List<List<Panel>> rows(List<Panel> panels, int columns) {
    List<List<Panel>> rows = new ArrayList<>();
    for (int i = 0; i < panels.size(); i += columns) {
      rows.add(panels.subList(i, Math.min(panels.size(), i + columns)));
    }
    return rows;
  }

  /**
   * Rows of panels as PNG, {@link #WIDTH} wide: one, or more where a page could not hold them all.
   *
   * @param x title of all x axes, below the last row; empty for none
   * @param y title of all y axes, at the left; empty for none
   */
  static List<byte[]> pngs(List<List<Panel>> rows, String x, String y) {
    List<byte[]> pngs = new ArrayList<>();
    int from = 0;
    int height = 0;
    for (int i = 0; i < rows.size(); i++) {
      int next = height(rows.get(i));
      if (i > from && height + next > PAGE) {
        pngs.add(png(rows.subList(from, i), x, y));
        from = i;
        height = 0;
      }
      height += next;
    }
    pngs.add(png(rows.subList(from, rows.size()), x, y));
    return pngs;
  }

  private static byte[] png(List<List<Panel>> rows, String x, String y) {
    int left = y.isEmpty() ? 0 : TITLE;
    int height = x.isEmpty() ? 0 : TITLE;
    for (List<Panel> row : rows) {
      height += height(row);
    }
    BufferedImage image =
        new BufferedImage(WIDTH * DENSITY, height * DENSITY, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.scale(DENSITY, DENSITY);
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, WIDTH, height);
    int top = 0;
    for (List<Panel> row : rows) {
      int at = left;
      for (Panel panel : row) {
        Graphics2D own = (Graphics2D) g.create();
        own.translate(at, top);
        panel.paint(own);
        own.dispose();
        at += panel.width();
      }
      top += height(row);
    }
    titles(g, x, y, height);
    g.dispose();
    return encoded(image);
  }

  /** Widths of panels that share a row beside the title of their y axes. */
  static int width(int columns) {
    return (WIDTH - TITLE) / columns;
  }

  private static int height(List<Panel> row) {
    return row.stream().mapToInt(Panel::height).max().orElse(0);
  }

  private static void titles(Graphics2D g, String x, String y, int height) {
    g.setFont(PlotStyle.FONT);
    g.setColor(PlotStyle.INK);
    g.drawString(x, (WIDTH - g.getFontMetrics().stringWidth(x)) / 2, height - 5);
    g.rotate(-Math.PI / 2);
    g.drawString(y, -(height + g.getFontMetrics().stringWidth(y)) / 2, 13);
  }

  private static byte[] encoded(BufferedImage image) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot encode a figure", e);
    }
    return png.toByteArray();
  }
}
