package culturalalien.image.studio;

import culturalalien.image.plan.Weather;

/** What the air is full of: rain, snow, fog, wind, petals, leaves or stars. */
final class Downfall implements Motif {

  private final Stage stage;
  private final Noise noise;
  private final Weather weather;
  private final Oklab color;
  private final Oklab second;
  private final double slope;
  private final int salt;
  private final double boltX;

  Downfall(Stage stage) {
    this.stage = stage;
    noise = stage.noise("weather");
    Dice dice = stage.dice("weather");
    weather = stage.plan().weather();
    Palette palette = stage.palette();
    salt = dice.below(1 << 20);
    slope = dice.sign() * dice.between(0.12, 0.4);
    boltX = dice.sign() * stage.frame().right() * dice.between(0.25, 0.75);
    color =
        switch (weather) {
          case BLOSSOM -> palette.tone(0.97).mix(palette.accent, 0.3);
          case LEAVES -> palette.accent;
          default -> palette.tone(0.98);
        };
    second = palette.form(dice.between(0.3, 1));
  }

  @Override
  public void paint(double x, double y, double pixel, float[] lab) {
    switch (weather) {
      case CLEAR -> {}
      case RAIN -> {
        streaks(x, y, pixel, 46, 5, 0.5, lab);
        streaks(x + 0.37, y, pixel, 26, 3.4, 0.6, lab);
        lab[0] *= 0.95f;
      }
      case SNOW -> {
        for (int layer = 0; layer < 3; layer++) {
          flakes(x + layer * 3.1, y, pixel, 30 - 9 * layer, 0.12 + 0.03 * layer, 1, lab);
        }
      }
      case FOG -> {
        double low = Curves.clamp(0.5 + y / (2 * stage.frame().bottom()), 0, 1);
        double drift = 0.5 + 0.9 * noise.clouds(x * 1.6, y * 5, 4);
        stage.palette().tone(0.86).over(lab, Curves.clamp((0.2 + 0.6 * low) * drift, 0, 0.5));
      }
      case WIND -> {
        double lift = 0.05 * noise.clouds(x * 1.5, y * 1.5, 2);
        streaks(y + lift, x * 0.9, pixel, 30, 2.2, 0.42, lab);
      }
      case STORM -> storm(x, y, pixel, lab);
      case BLOSSOM, LEAVES -> {
        petals(x, y, pixel, 15, lab, color);
        petals(x + 5.3, y, pixel, 9, lab, second);
      }
      case STARS -> {
        double high = Curves.step(0.25, -0.1, y / stage.frame().bottom() - 0.3);
        flakes(x, y, pixel, 34, 0.07, 0.9 * high, lab);
        flakes(x + 7, y, pixel, 15, 0.06, high, lab);
      }
    }
  }

  /** Thin lines that lean with the wind. */
  private void streaks(
      double x, double y, double pixel, double across, double along, double dark, float[] lab) {
    double u = (x - slope * y) * across;
    int column = (int) Math.floor(u);
    double offset = 9 * Noise.hash(column, 1, salt);
    double v = y * along + offset;
    int row = (int) Math.floor(v);
    double chance = Noise.hash(column, row, salt + 1);
    double at = u - column - 0.2 - 0.6 * Noise.hash(column, row, salt + 2);
    double t = v - row;
    double length = 0.25 + 0.5 * chance;
    double half = 0.05 + 0.04 * chance;
    double line = Curves.cover((Math.abs(at) - half) / across, pixel);
    double fade = Curves.step(0, 0.15, t) * Curves.step(length, length * 0.7, t);
    color.over(lab, dark * line * fade * (chance < 0.75 ? 1 : 0));
  }

  private void flakes(
      double x, double y, double pixel, double cells, double size, double opacity, float[] lab) {
    double u = x * cells;
    double v = y * cells;
    int column = (int) Math.floor(u);
    int row = (int) Math.floor(v);
    double chance = Noise.hash(column, row, salt + (int) cells);
    if (chance > 0.55) {
      return;
    }
    double dx = u - column - 0.25 - 0.5 * Noise.hash(column, row, salt + 5);
    double dy = v - row - 0.25 - 0.5 * Noise.hash(column, row, salt + 6);
    double r = Math.sqrt(dx * dx + dy * dy) - size * (0.5 + chance * 1.5);
    color.over(lab, opacity * 0.9 * Curves.cover(r / cells, pixel + 0.0012));
  }

  private void petals(double x, double y, double pixel, double cells, float[] lab, Oklab petal) {
    double u = x * cells;
    double v = y * cells;
    int column = (int) Math.floor(u);
    int row = (int) Math.floor(v);
    double chance = Noise.hash(column, row, salt + (int) cells);
    if (chance > 0.42) {
      return;
    }
    double cx = (column + 0.35 + 0.3 * Noise.hash(column, row, salt + 7)) / cells;
    double cy = (row + 0.35 + 0.3 * Noise.hash(column, row, salt + 8)) / cells;
    double turn = Noise.hash(column, row, salt + 9);
    double length = (0.3 + 0.28 * chance) / cells;
    double c = Curves.cos(turn);
    double s = Curves.sin(turn);
    Leaf leaf =
        new Leaf(cx - c * length / 2, cy - s * length / 2, length, length * 0.28, turn, 0.5);
    petal.lighter(0.08 * (turn - 0.5)).over(lab, 0.95 * Curves.cover(leaf.distance(x, y), pixel));
  }

  private void storm(double x, double y, double pixel, float[] lab) {
    double high = Curves.step(0.5, -0.7, y / stage.frame().bottom());
    double bank = noise.clouds(x * 1.8, y * 3.4, 5);
    stage.palette().tone(0.05).over(lab, Curves.clamp(high * (0.55 + 0.9 * bank), 0, 0.85));
    double end = Math.min(stage.horizon(), stage.frame().bottom() * 0.4);
    double t = Curves.clamp((y + stage.frame().bottom()) / (end + stage.frame().bottom()), 0, 1);
    double bend = 0.16 * noise.at(y * 7, 3) + 0.06 * noise.at(y * 25, 8);
    double away = Math.abs(x - boltX - bend) - 0.006 * (1.2 - t);
    if (y < end) {
      color.over(lab, Curves.cover(away, pixel));
      double glow = Math.max(0, away) / 0.05;
      color.over(lab, 0.3 * Curves.exp(-glow));
    }
  }
}
