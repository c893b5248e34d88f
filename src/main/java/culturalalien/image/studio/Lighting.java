package culturalalien.image.studio;

import culturalalien.image.plan.Light;

/** The plan's light, laid over a finished scene: where it is bright, where dark, how warm. */
final class Lighting implements Motif {

  private final Stage stage;
  private final Noise noise;
  private final Light light;
  private final double x;
  private final double y;
  private final double side;

  Lighting(Stage stage) {
    this.stage = stage;
    noise = stage.noise("lighting");
    Dice dice = stage.dice("lighting");
    light = stage.plan().light();
    side = stage.lightX() > 0 ? 1 : -1;
    x = side * stage.frame().right() * dice.between(0, light == Light.LAMP ? 0.25 : 0.6);
    y = stage.frame().bottom() * dice.between(-0.55, 0.05);
  }

  @Override
  public void paint(double px, double py, double pixel, float[] lab) {
    double across = side * px / stage.frame().right();
    double down = py / stage.frame().bottom();
    double dx = px - x;
    double dy = py - y;
    double away = dx * dx + dy * dy;
    switch (light) {
      case NOON -> shift(lab, 1.02, 0, 0, 0.004);
      case OVERCAST -> {
        lab[0] = (float) Curves.mix(lab[0], 0.68, 0.14);
        shift(lab, 1, 0, 0, -0.004);
      }
      case DAWN -> shift(lab, 1, 0.03 * (1 + down), 0.012 * down, 0.01 * down);
      case DUSK -> shift(lab, 0.96, -0.05 * -down, 0.014 * (0.4 + down), 0.016 * (0.4 + down));
      case MOON -> shift(lab, 0.92, 0.1 * Curves.exp(-9 * away) - 0.02, -0.004, -0.016);
      case LAMP -> {
        double pool = Curves.exp(-5.5 * away);
        shift(lab, 0.66 + 0.56 * pool, 0.05 * pool, 0.007 * pool, 0.022 * pool);
      }
      case BACKLIGHT -> {
        double glow = Curves.exp(-4.5 * away);
        shift(lab, 0.9, 0.17 * glow, 0, 0.01 * glow);
      }
      case SIDE -> shift(lab, 1 + 0.2 * across, 0, 0.004 * across, 0.012 * across);
      case STORM -> {
        double gap = Curves.exp(-14 * dy * dy) * (0.7 + 0.3 * noise.clouds(px * 2, py * 6, 2));
        shift(lab, 0.8 + 0.3 * gap, 0.05 * gap - 0.02, -0.008, 0.006);
      }
      case NEON -> {
        Oklab accent = stage.palette().accent;
        double glow = Curves.exp(-6 * away);
        double other = Curves.exp(-5 * ((px + x) * (px + x) + (py + y) * (py + y)));
        shift(
            lab,
            0.9 + 0.25 * glow,
            0.03 * glow,
            0.45 * accent.a() * glow - 0.25 * accent.a() * other,
            0.45 * accent.b() * glow - 0.25 * accent.b() * other);
      }
    }
  }

  private static void shift(float[] lab, double scale, double lift, double red, double yellow) {
    lab[0] = (float) Curves.clamp(lab[0] * scale + lift, 0, 1);
    lab[1] += (float) red;
    lab[2] += (float) yellow;
  }
}
