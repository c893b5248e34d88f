package culturalalien.image.studio;

/** Opaque matt paint in flat fields, each brushed on with a flat brush that frays at the edges. */
final class Gouache implements Hand {

  private final Stage stage;
  private final Study study;
  private final Flats flats;
  private final Noise noise;
  private final Oklab paper;

  Gouache(Stage stage, Study study) {
    this.stage = stage;
    this.study = study;
    flats = new Flats(study, 10, 0.003);
    noise = stage.noise("gouache");
    paper = stage.palette().paper;
  }

  @Override
  public void paint(Band band) throws InterruptedException {
    band.paint(this::fill);
  }

  private void fill(double x, double y, double pixel, float[] lab) {
    double sway = noise.at(x * 8, y * 8);
    // The brush turns from field to field.
    double turn = 0.12 * flats.number(x, y);
    double along = x * Curves.cos(turn) + y * Curves.sin(turn);
    double across = y * Curves.cos(turn) - x * Curves.sin(turn) + 0.012 * sway;
    double hair = Grain.FIBRE.at(along, across, 420, pixel);
    double broad = Grain.FIBRE.at(along + 0.4, across, 110, pixel);
    flats.color(x + 0.0014 * hair, y + 0.0012 * sway, lab);
    // Under the paint lies a breath of the scene's own turning.
    float[] here = new float[3];
    study.around(x, y, here);
    double breath = 0.25;
    lab[0] += (float) (breath * (here[0] - lab[0]) + 0.012 * hair + 0.016 * broad + 0.01 * sway);
    lab[1] = (float) (1.14 * (lab[1] + breath * (here[1] - lab[1])));
    lab[2] = (float) (1.14 * (lab[2] + breath * (here[2] - lab[2])));
    lab[0] = (float) (0.05 + 0.93 * lab[0] + 0.005 * Grain.TOOTH.at(x, y, 800, pixel));
    double edge = stage.frame().inside(x, y) - 0.022 + 0.0022 * hair + 0.002 * sway;
    paper.over(lab, Curves.cover(edge, pixel + 0.0006));
  }
}
