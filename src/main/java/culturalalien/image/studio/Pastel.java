package culturalalien.image.studio;

/** Sticks of soft chalk, dragged over coloured paper whose hollows stay bare. */
final class Pastel implements Hand {

  private final Stage stage;
  private final Study study;
  private final Marks broad;
  private final Marks fine;
  private final Oklab paper;

  Pastel(Stage stage, Study study) {
    this.stage = stage;
    this.study = study;
    Contours contours = new Contours(study);
    Contours.Flow flow = contours.flow();
    Palette palette = stage.palette();
    paper = palette.tone(0.4).mix(palette.accent, 0.3).vivid(0.7).withL(0.48);
    broad = new Marks(stage.frame(), false);
    fine = new Marks(stage.frame(), false);
    Dice dice = stage.dice("pastel");
    float[] lab = new float[3];
    double lean = dice.sign() * 0.11;
    Marks.sow(
        stage.frame(),
        dice,
        1.9,
        0.024,
        0.0055,
        0.006,
        (x, y) -> {
          near(x, y, lab, dice);
          double turn = flow.turn(x, y, lean) * 0.35 + lean * 0.65 + dice.around(0, 0.035);
          broad.add(x, y, turn, 0.024 * dice.between(0.6, 1.4), 0.0055, lab);
        });
    Marks.sow(
        stage.frame(),
        dice,
        1.5,
        0.011,
        0.0021,
        0.004,
        (x, y) -> {
          if (contours.distance(x, y) < 0.012) {
            near(x, y, lab, dice);
            fine.add(x, y, flow.turn(x, y, lean), 0.011, 0.0021, lab);
          }
        });
  }

  private void near(double x, double y, float[] lab, Dice dice) {
    study.color(x, y, lab);
    lab[0] += (float) dice.around(0.015, 0.055);
    lab[1] = (float) (lab[1] * 1.2 + dice.around(0, 0.018));
    lab[2] = (float) (lab[2] * 1.2 + dice.around(0, 0.018));
  }

  @Override
  public void paint(Band band) throws InterruptedException {
    double pixel = stage.frame().pixel();
    band.paint(
        (x, y, p, lab) -> {
          paper.over(lab, 1);
          lab[0] += (float) (0.02 * Grain.FIBRE.at(x, y, 420, p));
        });
    broad.paint(band, (x, y, u, v, lab) -> chalk(x, y, u, v, pixel, 0.1));
    fine.paint(band, (x, y, u, v, lab) -> chalk(x, y, u, v, pixel, 0.5));
    band.paint((x, y, p, lab) -> lab[0] += (float) (0.011 * Grain.TOOTH.at(x + 0.3, y, 800, p)));
  }

  /** Chalk stays on the paper's heights only. */
  private static double chalk(
      double x, double y, double u, double v, double pixel, double pressure) {
    double tooth = Grain.TOOTH.at(x, y, 620, pixel);
    double end = 1 - u * u * u * u;
    double side = 1 - 0.6 * v * v;
    return 0.86 * Curves.step(-1.7, 1.5, tooth + 1.6 * end * side - 1.1 + pressure);
  }
}
