package culturalalien.image.studio;

/**
 * A wall of square tiles: tin-glazed white, painted in cobalt with a fine brush, glossy, jointed.
 */
final class GlazedTiles implements Hand {

  private final Frame frame;
  private final Study study;
  private final Contours contours;
  private final Noise noise;
  private final double tiles;
  private final int salt;

  GlazedTiles(Stage stage, Study study) {
    frame = stage.frame();
    this.study = study;
    contours = new Contours(study);
    noise = stage.noise("glazed tiles");
    // A whole number of tiles on the shorter side.
    tiles = 7 / (2 * frame.reach());
    salt = stage.dice("glazed tiles").below(1 << 20);
  }

  @Override
  public void paint(Band band) throws InterruptedException {
    band.paint(this::glaze);
  }

  private void glaze(double x, double y, double pixel, float[] lab) {
    double u = (x + frame.right()) * tiles;
    double v = (y + frame.bottom()) * tiles;
    int column = Noise.floor(u);
    int row = Noise.floor(v);
    double du = u - column - 0.5;
    double dv = v - row - 0.5;
    double own = Noise.hash(column, row, salt) - 0.5;
    double slip = 0.0022 * (Noise.hash(column, row, salt + 1) - 0.5);
    double px = x + slip;
    double py = y + 0.8 * slip;
    float[] here = new float[3];
    study.color(px, py, here);
    double tone = study.tone(px, py);
    double cloud = Grain.CLOUD.at(px, py, 300, pixel);
    double brush = Grain.FIBRE.at(px + 0.5 * py, py - 0.5 * px, 260, pixel);
    // Cobalt bleeds into the glaze; a wash pools where the brush stopped.
    double wash = Curves.clamp(1.02 - 1.02 * tone + 0.05 * cloud + 0.06 * brush - 0.06, 0, 1);
    double steps = wash * 5;
    double pool = Curves.mix(Noise.floor(steps) / 5.0 + 0.1, wash, 0.55);
    double line = contours.line(px, py, 0.0019 * (1 + 0.5 * noise.at(x * 8, y * 8)), pixel);
    Oklab ground = new Oklab(0.945 + 0.022 * own, -0.006, 0.004 + 0.006 * own);
    ground.over(lab, 1);
    double deep = Curves.clamp(Math.max(pool, 0.95 * line), 0, 1);
    Oklab blue = Oklab.of(Curves.mix(0.72, 0.33, deep), Curves.mix(0.075, 0.135, deep), 0.735);
    // Warm colours of the scene are kept as yellow and brown enamel.
    double warm = Curves.step(0.04, 0.11, 0.9 * here[1] + here[2]);
    Oklab enamel = new Oklab(Curves.mix(0.9, here[0], 0.7), here[1] * 1.1, here[2] * 1.2);
    blue.mix(enamel, 0.6 * warm * (1 - line)).over(lab, Curves.step(0.0, 0.42, deep + 0.2 * warm));
    // Gloss: the window's light on each slightly tilted, cushioned tile.
    double cushion = Math.max(Math.abs(du), Math.abs(dv));
    double gx = du + 0.17 + 0.25 * own;
    double gy = dv + 0.2 - 0.2 * own;
    double gloss = 0.1 * Curves.exp(-16 * (gx * gx + 1.6 * gy * gy));
    double rim = Curves.step(0.43, 0.485, cushion);
    double side = Math.abs(du) > Math.abs(dv) ? du : dv;
    lab[0] += (float) (gloss - 0.1 * rim * (side > 0 ? 1.1 : -0.5));
    double joint = (0.492 - cushion) / tiles;
    new Oklab(0.62 + 0.02 * cloud, 0.004, 0.016)
        .over(lab, Curves.cover(joint, pixel + 0.0006) * Math.min(1, 0.006 / pixel));
  }
}
