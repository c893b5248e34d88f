package culturalalien.image.studio;

/** A room: a papered or plain wall, a floor of boards or tiles, light from a window on both. */
final class Room implements Motif {

  private final Stage stage;
  private final Noise noise;
  private final double edge;
  private final Oklab wall;
  private final Oklab floor;
  private final Oklab skirting;
  private final Oklab light;
  private final double paper;
  private final boolean tiled;
  private final double windowX;
  private final double windowY;
  private final double windowWide;
  private final double windowHigh;
  private final boolean seen;

  Room(Stage stage) {
    this.stage = stage;
    noise = stage.noise("room");
    Dice dice = stage.dice("room");
    Palette palette = stage.palette();
    edge = stage.horizon();
    double key = palette.key;
    wall = palette.form(dice.between(0, 1)).mix(palette.tone(Curves.mix(0.3, 0.85, key)), 0.6);
    Oklab boards = palette.tone(Curves.mix(0.18, 0.5, key));
    floor = boards.mix(palette.form(dice.between(0, 1)).withL(boards.l()), 0.5);
    skirting = wall.l() > 0.5 ? palette.tone(0.1) : palette.tone(0.92);
    light = palette.tone(1).mix(palette.accent, 0.15);
    paper = dice.chance(0.5) ? dice.between(14, 34) : 0;
    tiled = dice.chance(0.45);
    windowX = dice.sign() * stage.frame().right() * dice.between(0.3, 0.72);
    windowHigh = stage.frame().bottom() * dice.between(0.36, 0.56);
    windowWide = windowHigh * dice.between(0.5, 0.9);
    windowY = Curves.mix(-stage.frame().bottom(), edge, dice.between(0.36, 0.5));
    seen = dice.chance(0.6);
  }

  @Override
  public void paint(double x, double y, double pixel, float[] lab) {
    if (y < edge) {
      wall(x, y, pixel, lab);
    } else {
      floor(x, y, pixel, lab);
    }
    double board = Math.abs(y - edge + 0.012) - 0.014;
    skirting.over(lab, 0.9 * Curves.cover(board, pixel));
    double corner = (y - edge) / 0.1;
    lab[0] -= (float) (0.07 * Curves.exp(-corner * corner));
  }

  private void wall(double x, double y, double pixel, float[] lab) {
    double patch = 0.02 * noise.clouds(x * 4, y * 4, 3);
    wall.lighter(patch + 0.05 * (stage.attention(x, y) - 0.4)).over(lab, 1);
    if (paper > 0) {
      double stripe = Math.abs(x * paper - Math.floor(x * paper) - 0.5) - 0.25;
      lab[0] += (float) (0.035 * Math.min(1, 0.01 / pixel) * Curves.step(-0.04, 0.04, stripe));
    }
    double dx = Math.abs(x - windowX) - windowWide / 2;
    double dy = Math.abs(y - windowY) - windowHigh / 2;
    double outside = Math.max(dx, dy);
    if (seen) {
      skirting.over(lab, Curves.cover(outside - 0.016, pixel));
      double up = (y - windowY) / windowHigh;
      light.mix(stage.palette().form(0.4), 0.35 + 0.5 * up).over(lab, Curves.cover(outside, pixel));
      double bars = Math.min(Math.abs(x - windowX), Math.abs(y - windowY + windowHigh * 0.1));
      skirting.over(lab, Curves.cover(bars - 0.005, pixel) * Curves.cover(outside, pixel));
    }
  }

  private void floor(double x, double y, double pixel, float[] lab) {
    double far = Math.max(0.02, y - edge + 0.16);
    double u = x / far * 1.6;
    double v = 0.22 / far * 6;
    floor.lighter(0.02 * noise.clouds(u * 3, v * 3, 2) + 0.05 * (y - edge)).over(lab, 1);
    double fade = Math.min(1, 0.02 * far / pixel * 3);
    if (tiled) {
      boolean dark = ((int) Math.floor(u) + (int) Math.floor(v * 2) & 1) == 0;
      lab[0] += (float) ((dark ? -0.07 : 0.05) * fade);
    } else {
      double board = Math.abs(u * 1.4 - Math.floor(u * 1.4) - 0.5);
      double tone = Noise.hash((int) Math.floor(u * 1.4), 3, 9) - 0.5;
      lab[0] += (float) (fade * (0.05 * tone - 0.1 * Curves.step(0.47, 0.5, board)));
    }
    // The window's light, slanting over the floor.
    double slant = x - windowX * 0.9 + (windowX > 0 ? 0.7 : -0.7) * (y - edge);
    double patch = Math.max(Math.abs(slant) - windowWide * 0.6, Math.abs(y - edge - 0.16) - 0.1);
    light.over(lab, 0.34 * Curves.step(0.012, -0.012, patch));
  }
}
