package culturalalien.image.studio;

/** Panes cut along the figures and across the large fields, in lead, with daylight behind them. */
final class StainedGlass implements Hand {

  private static final double ACROSS = 7.5;

  private final Frame frame;
  private final Flats flats;
  private final Noise noise;
  private final Plane leads;
  private final Frame small;
  private final int[] panes;
  private final int salt;
  private final double sunX;
  private final double sunY;

  StainedGlass(Stage stage, Study study) {
    frame = stage.frame();
    flats = new Flats(study, 7, 0.0065);
    noise = stage.noise("glass");
    salt = stage.dice("glass").below(1 << 20);
    sunX = stage.lightX() * 0.3;
    sunY = stage.lightY() * 0.3;
    small = study.frame();
    panes = new int[small.width() * small.height()];
    for (int i = 0; i < panes.length; i++) {
      panes[i] = cut(small.x(i % small.width()), small.y(i / small.width()));
    }
    leads = Plane.borders(small, panes);
  }

  /** A pane is one colour within one cell: fields too large for a sheet of glass are parted. */
  private int cut(double x, double y) {
    double u = x * ACROSS + 0.35 * noise.at(x * 3, y * 3);
    double v = y * ACROSS + 0.35 * noise.at(x * 3 + 30, y * 3);
    int column = Noise.floor(u);
    int row = Noise.floor(v);
    double nearest = 99;
    int cell = 0;
    for (int j = row - 1; j <= row + 1; j++) {
      for (int i = column - 1; i <= column + 1; i++) {
        double du = i + 0.15 + 0.7 * Noise.hash(i, j, salt) - u;
        double dv = j + 0.15 + 0.7 * Noise.hash(i, j, salt + 1) - v;
        if (du * du + dv * dv < nearest) {
          nearest = du * du + dv * dv;
          cell = (i + 64) * 256 + j + 64;
        }
      }
    }
    return cell * 16 + flats.number(x, y);
  }

  private int pane(double x, double y) {
    int column = (int) Curves.clamp(small.column(x) + 0.5, 0, small.width() - 1);
    int row = (int) Curves.clamp(small.row(y) + 0.5, 0, small.height() - 1);
    return panes[row * small.width() + column];
  }

  @Override
  public void paint(Band band) throws InterruptedException {
    band.paint(this::shine);
  }

  private void shine(double x, double y, double pixel, float[] lab) {
    int pane = pane(x, y);
    Oklab color = flats.color(pane & 15);
    double own = Noise.hash(pane, 1, salt) - 0.5;
    double hue = 0.03 * (Noise.hash(pane, 2, salt) - 0.5);
    // Dye is strong in glass; daylight lifts even the dark panes.
    double vivid = Curves.clamp(0.1 / Math.max(0.02, color.chroma()), 1.35, 2.4);
    double streak = Grain.FIBRE.at(x + own, y + 0.6 * x * own, 180, pixel);
    double bubble = Curves.step(2.1, 2.8, Grain.TOOTH.at(x + 0.2, y, 420, pixel));
    double wave = noise.at(x * 9 + 9 * own, y * 9);
    double dx = x - sunX;
    double dy = y - sunY;
    double sun = Curves.exp(-2.6 * (dx * dx + dy * dy));
    double distance = leads.at(x, y);
    double grime = Curves.step(0.026, 0.004, distance);
    double l = 0.2 + 0.72 * color.l() + 0.1 * own + 0.035 * wave + 0.02 * streak;
    l += 0.14 * (sun - 0.45) + 0.06 * bubble - 0.12 * grime;
    double strong = vivid * (1 + 0.12 * wave) * (1 - 0.2 * grime);
    Oklab glass = color.vivid(strong).turned(hue);
    lab[0] = (float) Curves.clamp(l, 0.12, 0.97);
    lab[1] = (float) glass.a();
    lab[2] = (float) glass.b();
    double half = 0.0046 + 0.0008 * wave;
    double rim = frame.inside(x, y) - 0.008;
    double edge = Math.min(distance - half, rim);
    double lead = Curves.cover(edge, pixel + 0.001);
    // The cames are round: a dull gleam along their middle.
    double gleam = 0.07 * Curves.step(0.0022, 0, distance) + 0.012 * bubble;
    new Oklab(0.13 + gleam, 0, -0.006).over(lab, lead);
  }
}
