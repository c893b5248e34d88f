package culturalalien.image.studio;

/** Wool on a warp: rows of stitches, each of one colour, with cords, fray and a border. */
final class Tapestry implements Hand {

  private final Stage stage;
  private final Study study;
  private final Noise noise;
  private final double rows;
  private final double stitch;
  private final boolean upright;
  private final Oklab selvage;
  private final double border;
  private final int salt;

  Tapestry(Stage stage, Study study) {
    this.stage = stage;
    this.study = study;
    noise = stage.noise("tapestry");
    salt = stage.dice("tapestry").below(1 << 20);
    rows = stage.trait(270, 100, 160);
    stitch = stage.trait(271, 1.2, 2.6);
    upright = stage.meaning().trait(272) > 0.7;
    selvage = stage.palette().form(0.15).mix(stage.palette().tone(0.2), 0.4);
    border = stage.meaning().trait(273) > 0.4 ? 0.022 : 0;
  }

  @Override
  public void paint(Band band) throws InterruptedException {
    band.paint(this::weave);
  }

  private void weave(double x, double y, double pixel, float[] lab) {
    double along = (upright ? y : x) + 0.0012 * noise.at(x * 12, y * 12);
    double across = (upright ? x : y) + 0.0016 * noise.clouds(x * 7, y * 7, 2);
    double line = across * rows;
    int row = Noise.floor(line);
    double v = line - row - 0.5;
    double place = along * rows / stitch + (row & 1) * 0.5 + 0.35 * Noise.hash(row, 0, salt);
    int column = Noise.floor(place);
    double u = place - column - 0.5;
    double midAlong =
        (column + 0.5 - (row & 1) * 0.5 - 0.35 * Noise.hash(row, 0, salt)) * stitch / rows;
    double midAcross = (row + 0.5) / rows;
    double sx = upright ? midAcross : midAlong;
    double sy = upright ? midAlong : midAcross;
    study.color(sx, sy, lab);
    double edge =
        Math.min(stage.frame().right() - Math.abs(sx), stage.frame().bottom() - Math.abs(sy));
    if (edge < border) {
      boolean mark = Noise.floor((sx + sy) * 42) % 2 == 0 && edge > border * 0.35;
      (mark ? stage.palette().accent : selvage).over(lab, 0.85);
    }
    double dye = Noise.hash(column, row, salt + 1) - 0.5;
    double lot = Noise.hash(0, row, salt + 2) - 0.5;
    double fade = Math.min(1, 0.5 / (pixel * rows));
    double round = 1 - 4 * v * v;
    double ends = 1 - Curves.step(0.3, 0.5, Math.abs(u));
    double twist = Curves.sin(place * stitch * 1.4 + v * 0.6);
    double wool = 0.45 * noise.at(x * 210, y * 210) * Math.min(1, 0.004 / pixel);
    double relief =
        fade * (0.11 * (round * (0.55 + 0.45 * ends) - 0.5) + 0.014 * twist + 0.03 * wool);
    lab[0] += (float) (relief + 0.055 * dye + 0.03 * lot);
    lab[1] *= (float) (1.05 + 0.25 * dye);
    lab[2] *= (float) (1.05 + 0.25 * dye);
  }
}
