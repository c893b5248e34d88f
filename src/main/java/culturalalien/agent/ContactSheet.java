package culturalalien.agent;

import culturalalien.image.Pictures;
import culturalalien.image.Pixels;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;

/** Many works on one page, each with its number, title and novelty. */
public final class ContactSheet {

  private static final int CELL = 300;
  private static final int GAP = 36;
  private static final int CAPTION = 84;
  private static final int LINE = 22;
  private static final Color PAPER = new Color(0xF4F1EA);
  private static final Color INK = new Color(0x22201C);
  private static final Color FAINT = new Color(0x8A857A);

  /**
   * A picture with what stands below it.
   *
   * @param caption a second line, fainter than the title
   */
  public record Print(Pixels picture, String title, String caption) {

    /** A work under its title, with its number and how new it is. */
    public static Print of(Pixels picture, Event.Made work) {
      String caption =
          String.format(Locale.ROOT, "%d  ·  novelty %.2f", work.generation(), work.novelty());
      return of(picture, work.title(), caption);
    }

    /** Keeps the picture as small as it will stand on the page. */
    public static Print of(Pixels picture, String title, String caption) {
      int most = Math.max(picture.width(), picture.height());
      if (most <= CELL) {
        return new Print(picture, title, caption);
      }
      int width = Math.max(1, picture.width() * CELL / most);
      int height = Math.max(1, picture.height() * CELL / most);
      int[] argb = small(picture, width, height).getRGB(0, 0, width, height, null, 0, width);
      return new Print(new Pixels(width, height, argb), title, caption);
    }
  }

  private ContactSheet() {}

  /**
   * Lays out a page, as a PNG.
   *
   * @param prints in reading order, at least one
   * @param columns how many in a row, at least 1
   */
  public static byte[] png(List<Print> prints, int columns) {
    BufferedImage page = page(prints, columns);
    int width = page.getWidth();
    int[] argb = page.getRGB(0, 0, width, page.getHeight(), null, 0, width);
    return Pictures.png(new Pixels(width, page.getHeight(), argb));
  }

  private static BufferedImage page(List<Print> prints, int columns) {
    int across = Math.min(columns, prints.size());
    int rows = (prints.size() + across - 1) / across;
    BufferedImage page =
        new BufferedImage(
            GAP + across * (CELL + GAP),
            GAP + rows * (CELL + CAPTION + GAP / 2),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g = page.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setColor(PAPER);
    g.fillRect(0, 0, page.getWidth(), page.getHeight());
    for (int i = 0; i < prints.size(); i++) {
      int x = GAP + i % across * (CELL + GAP);
      int y = GAP + i / across * (CELL + CAPTION + GAP / 2);
      print(g, prints.get(i), x, y);
    }
    g.dispose();
    return page;
  }

  private static void print(Graphics2D g, Print print, int x, int y) {
    Pixels p = print.picture();
    double scale = (double) CELL / Math.max(p.width(), p.height());
    int width = (int) Math.max(1, Math.round(p.width() * scale));
    int height = (int) Math.max(1, Math.round(p.height() * scale));
    g.drawImage(small(p, width, height), x + (CELL - width) / 2, y + (CELL - height) / 2, null);
    g.setColor(INK);
    g.setFont(new Font(Font.SERIF, Font.PLAIN, 17));
    int below = y + CELL + 24;
    for (String line : lines(print.title(), g.getFontMetrics())) {
      g.drawString(line, x, below);
      below += LINE;
    }
    g.setColor(FAINT);
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    g.drawString(fitting(print.caption(), g.getFontMetrics()), x, below - 2);
  }

  /** A title on one line or two. */
  private static List<String> lines(String title, FontMetrics metrics) {
    String first = title;
    while (metrics.stringWidth(first) > CELL && first.contains(" ")) {
      first = first.substring(0, first.lastIndexOf(' '));
    }
    String rest = title.substring(first.length()).strip();
    return rest.isEmpty()
        ? List.of(fitting(first, metrics))
        : List.of(fitting(first, metrics), fitting(rest, metrics));
  }

  /** Halves it until one smooth step is enough: a single step down would skip pixels. */
  private static BufferedImage small(Pixels p, int width, int height) {
    BufferedImage image = new BufferedImage(p.width(), p.height(), BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, p.width(), p.height(), p.argb(), 0, p.width());
    while (image.getWidth() > 2 * width && image.getHeight() > 2 * height) {
      image = scaled(image, image.getWidth() / 2, image.getHeight() / 2);
    }
    return scaled(image, width, height);
  }

  private static BufferedImage scaled(BufferedImage image, int width, int height) {
    BufferedImage smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = smaller.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.drawImage(image, 0, 0, width, height, null);
    g.dispose();
    return smaller;
  }

  private static String fitting(String text, FontMetrics metrics) {
    String fitting = text;
    while (metrics.stringWidth(fitting) > CELL && fitting.length() > 2) {
      fitting = fitting.substring(0, fitting.length() - 2).stripTrailing() + "…";
    }
    return fitting;
  }
}
