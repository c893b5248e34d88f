package culturalalien.image.studio;

/** Land seen straight from above, almost a map: fields with furrows, hedges, a river, a road. */
final class Fields implements Motif {

  private final Stage stage;
  private final Noise noise;
  private final double scale;
  private final double winding;
  private final double riverTurn;
  private final double roadTurn;
  private final int salt;
  private final boolean streets;
  private final Oklab river;
  private final Oklab road;
  private final Oklab hedge;

  Fields(Stage stage) {
    this.stage = stage;
    noise = stage.noise("fields");
    Dice dice = stage.dice("fields");
    Palette palette = stage.palette();
    scale = Curves.mix(3.2, 7.5, stage.whim(150));
    winding = dice.between(0.06, 0.2);
    riverTurn = dice.between(0, 0.5);
    roadTurn = riverTurn + dice.between(0.12, 0.38);
    salt = dice.below(1 << 20);
    streets = stage.whim(151) > 0.62;
    river = palette.tone(palette.key > 0.4 ? 0.35 : 0.7).mix(palette.form(0.2), 0.4);
    road = palette.tone(0.93);
    hedge = palette.tone(0.06);
  }

  @Override
  public void paint(double px, double py, double pixel, float[] lab) {
    double bend = streets ? 0.02 : 0.06;
    double x = px + bend * noise.clouds(px * 3, py * 3, 2);
    double y = py + bend * noise.clouds(px * 3 + 20, py * 3, 2);
    double u = x * scale;
    double v = y * scale;
    int column = (int) Math.floor(u);
    int row = (int) Math.floor(v);
    double nearest = 9;
    double next = 9;
    int cellX = 0;
    int cellY = 0;
    for (int i = column - 1; i <= column + 1; i++) {
      for (int j = row - 1; j <= row + 1; j++) {
        double spread = streets ? 0.36 : 0.8;
        double dx = i + 0.5 + spread * (Noise.hash(i, j, salt) - 0.5) - u;
        double dy = j + 0.5 + spread * (Noise.hash(i, j, salt + 1) - 0.5) - v;
        double d = streets ? Math.max(Math.abs(dx), Math.abs(dy)) : Math.sqrt(dx * dx + dy * dy);
        if (d < nearest) {
          next = nearest;
          nearest = d;
          cellX = i;
          cellY = j;
        } else if (d < next) {
          next = d;
        }
      }
    }
    field(x, y, cellX, cellY, pixel, lab);
    double seam = (next - nearest) / scale;
    double wide = streets ? 0.011 : 0.003;
    Oklab between = streets ? road : hedge;
    between.over(lab, (streets ? 0.9 : 0.55) * Curves.cover(seam - wide, pixel + 0.001));
    path(px, py, roadTurn, 0.09 * winding, 0.006, pixel, road, lab);
    path(px, py, riverTurn, winding, 0.022, pixel, river, lab);
  }

  private void field(double x, double y, int cellX, int cellY, double pixel, float[] lab) {
    Palette palette = stage.palette();
    double kind = Noise.hash(cellX, cellY, salt + 2);
    double t = Noise.hash(cellX, cellY, salt + 3);
    Oklab crop = palette.form(t).mix(palette.tone(0.25 + 0.6 * kind), 0.5);
    double turn = Noise.hash(cellX, cellY, salt + 4) * 0.5;
    double across = x * Curves.cos(turn) + y * Curves.sin(turn);
    double fade = Math.min(1, 0.004 / pixel);
    double furrow = kind < 0.7 ? 0.035 * fade * Curves.sin(across * (70 + 60 * kind)) : 0;
    crop.lighter(furrow + 0.03 * noise.at(x * 16, y * 16)).over(lab, 1);
  }

  /** A line that winds through the middle of the picture. */
  private void path(
      double x,
      double y,
      double turn,
      double wind,
      double half,
      double pixel,
      Oklab color,
      float[] lab) {
    double c = Curves.cos(turn);
    double s = Curves.sin(turn);
    double along = x * c + y * s;
    double across = y * c - x * s;
    double away = across - wind * 2 * noise.clouds(along * 1.6 + turn * 40, turn * 9, 3);
    double edge = Math.abs(away) - half * (1 + 0.4 * noise.at(along * 4, 2));
    color.over(lab, Curves.cover(edge, pixel + 0.001));
    double bank = (edge - 0.003) / 0.003;
    hedge.over(lab, 0.3 * Curves.exp(-bank * bank));
  }
}
