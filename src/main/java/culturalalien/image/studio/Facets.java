package culturalalien.image.studio;

/** Shards with a slope of light each, small as tesserae or large as a cubist's planes. */
final class Facets implements Hand {

  private final Study study;
  private final Noise noise;
  private final double cells;
  private final double stretch;
  private final double slope;
  private final double lead;
  private final Oklab joint;
  private final int salt;
  private final double c;
  private final double s;

  Facets(Stage stage, Study study) {
    this.study = study;
    noise = stage.noise("facets");
    salt = stage.dice("facets").below(1 << 20);
    double size = stage.whim(260);
    cells = size < 0.5 ? Curves.mix(9, 24, size * 2) : Curves.mix(44, 80, size * 2 - 1);
    stretch = stage.trait(261, 0.6, 1.6);
    slope = cells < 40 ? stage.trait(262, 0.05, 0.16) : 0.05;
    lead = cells < 40 ? stage.trait(263, -0.03, 0.05) : 0.055;
    joint = stage.palette().tone(stage.whim(264) > 0.5 ? 0 : 0.8);
    double turn = stage.trait(265, -0.12, 0.12);
    c = Curves.cos(turn);
    s = Curves.sin(turn);
  }

  @Override
  public void paint(Band band) throws InterruptedException {
    band.paint(this::facet);
  }

  private void facet(double x, double y, double pixel, float[] lab) {
    double u = (x * c + y * s) * cells * stretch;
    double v = (y * c - x * s) * cells / stretch;
    int column = Noise.floor(u);
    int row = Noise.floor(v);
    double nearest = 99;
    double siteU = 0;
    double siteV = 0;
    int cellU = 0;
    int cellV = 0;
    for (int j = row - 1; j <= row + 1; j++) {
      for (int i = column - 1; i <= column + 1; i++) {
        double du = i + 0.12 + 0.76 * Noise.hash(i, j, salt);
        double dv = j + 0.12 + 0.76 * Noise.hash(i, j, salt + 1);
        double distance = (du - u) * (du - u) + (dv - v) * (dv - v);
        if (distance < nearest) {
          nearest = distance;
          siteU = du;
          siteV = dv;
          cellU = i;
          cellV = j;
        }
      }
    }
    double border = border(u, v, column, row, siteU, siteV);
    double su = siteU / cells / stretch;
    double sv = siteV / cells * stretch;
    double turn = Noise.hash(cellU, cellV, salt + 2);
    double refract = Curves.step(40, 28, cells);
    double siteX = su * c - sv * s;
    double siteY = sv * c + su * s;
    // Large shards are windows, each a little displaced; small ones are stones of one colour.
    double throwX = 0.018 * Curves.cos(turn);
    double throwY = 0.018 * Curves.sin(turn);
    study.color(
        Curves.mix(siteX, x + throwX, refract), Curves.mix(siteY, y + throwY, refract), lab);
    double tilt = (u - siteU) * Curves.cos(turn) + (v - siteV) * Curves.sin(turn);
    double own = Noise.hash(cellU, cellV, salt + 3) - 0.5;
    double brush = noise.clouds(x * 34, y * 34, 3);
    lab[0] += (float) (slope * tilt + 0.05 * own + 0.012 * brush);
    lab[1] *= (float) (1.12 + 0.4 * own);
    lab[2] *= (float) (1.12 + 0.4 * own);
    double soft = pixel * cells * Math.max(stretch, 1 / stretch);
    if (lead > 0.004) {
      joint.over(lab, Curves.cover(border - lead * (1 + 0.3 * brush), soft));
    } else {
      double crease = border / (0.03 + soft);
      lab[0] += (float) (0.06 * Curves.exp(-crease * crease) * (own > 0 ? 1 : -1));
    }
  }

  /** To the nearest straight joint between this shard and a neighbour, in cells. */
  private double border(double u, double v, int column, int row, double siteU, double siteV) {
    double border = 9;
    for (int j = row - 2; j <= row + 2; j++) {
      for (int i = column - 2; i <= column + 2; i++) {
        double du = i + 0.12 + 0.76 * Noise.hash(i, j, salt) - siteU;
        double dv = j + 0.12 + 0.76 * Noise.hash(i, j, salt + 1) - siteV;
        double length = du * du + dv * dv;
        if (length > 1e-9) {
          double across =
              (du * (u - siteU - du / 2) + dv * (v - siteV - dv / 2)) / Math.sqrt(length);
          border = Math.min(border, -across);
        }
      }
    }
    return border;
  }
}
