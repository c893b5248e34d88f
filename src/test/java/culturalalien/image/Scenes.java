package culturalalien.image;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Sixteen drawn scenes, among them some of like colours or like forms, to tell apart. */
final class Scenes {

  private Scenes() {}

  /** All scenes by name. */
  static Map<String, BufferedImage> all(int width, int height) {
    Map<String, Consumer<Brush>> scenes = new LinkedHashMap<>();
    scenes.put("sunset over the sea", Scenes::sunset);
    scenes.put("night over the sea", Scenes::night);
    scenes.put("mountains", Scenes::mountains);
    scenes.put("forest", Scenes::forest);
    scenes.put("birches in snow", Scenes::birches);
    scenes.put("city", Scenes::city);
    scenes.put("portrait", Scenes::portrait);
    scenes.put("portrait in red", Scenes::redPortrait);
    scenes.put("chequers", Scenes::chequers);
    scenes.put("diamonds", Scenes::diamonds);
    scenes.put("meadow", Scenes::meadow);
    scenes.put("rings", Scenes::rings);
    scenes.put("still life", Scenes::stillLife);
    scenes.put("colour field", Scenes::colorField);
    scenes.put("hatching", Scenes::hatching);
    scenes.put("starfish", Scenes::star);
    Map<String, BufferedImage> pictures = new LinkedHashMap<>();
    scenes.forEach((name, scene) -> pictures.put(name, draw(scene, width, height)));
    return pictures;
  }

  private static BufferedImage draw(Consumer<Brush> scene, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.scale(width / 100.0, height / 100.0);
    scene.accept(new Brush(g, new SplittableRandom(7)));
    g.dispose();
    return image;
  }

  /** Draws on a field of 100 by 100. */
  private record Brush(Graphics2D g, SplittableRandom random) {

    void sky(int top, int bottom) {
      g.setPaint(new GradientPaint(0, 0, new Color(top), 0, 100, new Color(bottom)));
      g.fillRect(0, 0, 100, 100);
    }

    void box(int color, double x, double y, double width, double height) {
      g.setColor(new Color(color));
      g.fill(new java.awt.geom.Rectangle2D.Double(x, y, width, height));
    }

    void ball(int color, double x, double y, double radius) {
      g.setColor(new Color(color));
      g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    void triangle(int color, int x1, int y1, int x2, int y2, int x3, int y3) {
      g.setColor(new Color(color));
      g.fill(new Polygon(new int[] {x1, x2, x3}, new int[] {y1, y2, y3}, 3));
    }

    void line(int color, double width, double x1, double y1, double x2, double y2) {
      g.setColor(new Color(color));
      g.setStroke(new BasicStroke((float) width));
      g.draw(new java.awt.geom.Line2D.Double(x1, y1, x2, y2));
    }

    double within(double from, double to) {
      return from + random.nextDouble() * (to - from);
    }
  }

  private static void sunset(Brush b) {
    b.sky(0x4A2A5E, 0xF2A65A);
    b.ball(0xFFE08A, 65, 52, 9);
    b.box(0x24304F, 0, 60, 100, 40);
    for (int i = 0; i < 12; i++) {
      b.box(0xE8A060, 65 - i, 62 + 3 * i, 2 * i + 2, 1);
    }
  }

  private static void night(Brush b) {
    b.sky(0x060912, 0x1C2B4A);
    for (int i = 0; i < 60; i++) {
      b.ball(0xE8E8D0, b.within(0, 100), b.within(0, 55), 0.5);
    }
    b.ball(0xF4F1DC, 25, 20, 7);
    b.box(0x0A1220, 0, 62, 100, 38);
  }

  private static void mountains(Brush b) {
    b.sky(0x9CC3E6, 0xE6EEF5);
    b.triangle(0x6F7F95, 0, 80, 35, 20, 70, 80);
    b.triangle(0xFFFFFF, 27, 34, 35, 20, 43, 34);
    b.triangle(0x55647A, 40, 80, 75, 32, 110, 80);
    b.box(0x4F7A45, 0, 76, 100, 24);
  }

  private static void forest(Brush b) {
    b.sky(0x1E3B2C, 0x0E1B12);
    for (int i = 0; i < 26; i++) {
      double x = b.within(0, 100);
      b.line(0x2B1D12, b.within(1, 3), x, 0, x + b.within(-3, 3), 100);
    }
    for (int i = 0; i < 250; i++) {
      b.ball(i % 2 == 0 ? 0x2F6B3A : 0x5E8F3B, b.within(0, 100), b.within(0, 60), b.within(1, 3));
    }
  }

  private static void birches(Brush b) {
    b.sky(0xDDE3EA, 0xF7F7F5);
    for (int i = 0; i < 9; i++) {
      double x = 5 + 11 * i + b.within(-3, 3);
      b.line(0xFAFAF5, 4, x, 0, x, 92);
      b.line(0x808890, 0.6, x + 2, 0, x + 2, 92);
      for (int j = 0; j < 9; j++) {
        double y = b.within(0, 90);
        b.line(0x30302E, 0.9, x - 2, y, x + b.within(-1, 2), y);
      }
    }
  }

  private static void city(Brush b) {
    b.sky(0x2E3448, 0xC97B63);
    for (int i = 0; i < 11; i++) {
      double top = b.within(25, 65);
      b.box(0x171A26, 9.2 * i, top, 8.5, 100 - top);
      for (double y = top + 3; y < 96; y += 5) {
        b.box(b.random.nextBoolean() ? 0xF5D98B : 0x2A2F40, 9.2 * i + 2, y, 1.6, 2.4);
        b.box(b.random.nextBoolean() ? 0xF5D98B : 0x2A2F40, 9.2 * i + 5, y, 1.6, 2.4);
      }
    }
  }

  private static void head(Brush b, int ground, int coat, int hair) {
    b.sky(ground, 0x1B1512);
    b.ball(coat, 50, 108, 38);
    b.box(0xC99A7A, 44, 58, 12, 16);
    b.ball(hair, 50, 38, 22);
    b.ball(0xDDB093, 50, 44, 17);
    b.ball(0x2A1A12, 44, 42, 1.6);
    b.ball(0x2A1A12, 56, 42, 1.6);
    b.line(0x8A3B32, 1.4, 45, 53, 55, 53);
  }

  private static void portrait(Brush b) {
    head(b, 0x3C3A2C, 0x22303C, 0x2B1D14);
  }

  private static void redPortrait(Brush b) {
    head(b, 0xA8322A, 0xE8DCC0, 0xC88A2E);
  }

  private static void chequers(Brush b) {
    b.sky(0xF4F0E4, 0xF4F0E4);
    for (int i = 0; i < 64; i += 1) {
      if ((i + i / 8) % 2 == 0) {
        b.box(0x20201E, i % 8 * 12.5, i / 8 * 12.5, 12.5, 12.5);
      }
    }
  }

  private static void diamonds(Brush b) {
    b.sky(0xF4F0E4, 0xF4F0E4);
    for (int y = 0; y < 6; y++) {
      for (int x = 0; x < 6; x++) {
        int left = x * 17;
        int top = y * 17;
        b.triangle(0x20201E, left, top + 8, left + 8, top, left + 16, top + 8);
        b.triangle(0x20201E, left, top + 8, left + 8, top + 16, left + 16, top + 8);
      }
    }
  }

  private static void meadow(Brush b) {
    b.sky(0x8FC46A, 0x3F7A32);
    int[] flowers = {0xE8404A, 0xF4D23C, 0xFFFFFF, 0xA24FC0};
    for (int i = 0; i < 220; i++) {
      double y = b.within(15, 100);
      b.ball(flowers[i % 4], b.within(0, 100), y, y / 60);
    }
  }

  private static void rings(Brush b) {
    b.sky(0xF2E8D5, 0xF2E8D5);
    int[] colors = {0x1F5FA8, 0xF2E8D5, 0xD9482B, 0xF2E8D5, 0x1F5FA8, 0xF2E8D5};
    for (int i = 0; i < 12; i++) {
      b.ball(colors[i % 6], 50, 50, 46 - 3.8 * i);
    }
  }

  private static void stillLife(Brush b) {
    b.sky(0x4B4436, 0x6B5B45);
    b.box(0x8C6A43, 0, 68, 100, 32);
    b.ball(0xC23B2E, 32, 66, 11);
    b.ball(0xD9A520, 54, 69, 9);
    b.ball(0x5E7F2F, 44, 74, 9);
    b.box(0x3C5A66, 68, 34, 14, 40);
    b.box(0x3C5A66, 72, 24, 6, 12);
  }

  private static void colorField(Brush b) {
    b.sky(0x7A1E12, 0x7A1E12);
    b.box(0xD9541E, 8, 8, 84, 38);
    b.box(0x3A0E12, 8, 52, 84, 38);
  }

  private static void hatching(Brush b) {
    b.sky(0xF6F1E3, 0xF6F1E3);
    for (int i = -100; i < 100; i += 4) {
      b.line(0x303040, 0.7, i, 0, i + 100, 100);
    }
    for (int i = 0; i < 100; i += 3) {
      b.line(0x303040, 0.7, 40 + i, 20, i - 60, 120);
    }
  }

  private static void star(Brush b) {
    b.sky(0x1E6F8A, 0x0B3A57);
    Path2D path = new Path2D.Double();
    for (int i = 0; i < 10; i++) {
      double radius = i % 2 == 0 ? 36 : 14;
      double x = 48 + radius * Math.sin(i * Math.PI / 5);
      double y = 54 - radius * Math.cos(i * Math.PI / 5);
      if (i == 0) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    path.closePath();
    b.g.setColor(new Color(0xE98A4B));
    b.g.fill(path);
  }
}
