package culturalalien.image.studio;

/** Two blocks of wood: one for a colour, one for black, gouged along the grain that still shows. */
final class Woodcut implements Hand {

  private final Stage stage;
  private final Study study;
  private final Contours contours;
  private final Noise noise;
  private final Hatching gouge;
  private final Hatching cross;
  private final Oklab paper;
  private final Oklab black;
  private final Oklab color;
  private final double shiftX;
  private final double shiftY;

  Woodcut(Stage stage, Study study) {
    this.stage = stage;
    this.study = study;
    contours = new Contours(study);
    noise = stage.noise("woodcut");
    Dice dice = stage.dice("woodcut");
    double turn = dice.around(0, 0.05);
    gouge = new Hatching(noise, turn, 62, 0.03);
    cross = new Hatching(noise, turn + 0.19, 70, 0.02);
    paper = Oklab.of(0.93, 0.03, 0.24);
    black = new Oklab(0.19, 0.004, 0.004);
    color = inked(new Flats(study, 6, 0.01));
    shiftX = dice.sign() * dice.between(0.002, 0.004);
    shiftY = dice.sign() * dice.between(0.001, 0.003);
  }

  /** The scene's strongest colour, by how far it goes and how vivid it is. */
  private static Oklab inked(Flats flats) {
    Oklab best = flats.color(0);
    double most = -1;
    for (int i = 0; i < flats.count(); i++) {
      double value = flats.color(i).chroma() * Math.sqrt(flats.share(i) + 0.05);
      if (value > most) {
        most = value;
        best = flats.color(i);
      }
    }
    double vivid = Curves.clamp(0.12 / Math.max(0.01, best.chroma()), 1, 2.5);
    return best.vivid(vivid).withL(Curves.clamp(best.l(), 0.55, 0.74));
  }

  @Override
  public void paint(Band band) throws InterruptedException {
    band.paint(this::print);
  }

  private void print(double x, double y, double pixel, float[] lab) {
    paper.over(lab, 1);
    lab[0] += (float) (0.01 * Grain.CLOUD.at(x, y, 700, pixel));
    double ring = 0.025 * noise.at(x * 1.1, y * 2.6);
    double wood = Grain.FIBRE.at(0.6 * x, y + ring, 300, pixel);
    double rough = 0.0022 * noise.at(x * 26, y * 26);
    double edge = stage.frame().inside(x, y) - 0.035 + rough;
    double tone = study.tone(x - shiftX, y - shiftY);
    double open = Curves.step(0.76, 0.8, tone + 0.02 * wood);
    double grainy = 1 - 0.55 * Curves.step(0.9, 2.1, wood);
    double block = Curves.cover(-(edge + 0.004), pixel) * (1 - open) * grainy;
    color.over(lab, 0.93 * block);
    double height = study.toneAround(x, y);
    double here = study.tone(x, y) + 0.012 * wood;
    double lift = 0.05 * height;
    double white = 1.75 * (here - 0.2) * (1 + 0.2 * noise.at(x * 18, y * 40));
    double cut = gouge.at(x, y, pixel, white < 0.1 ? 0 : white, lift);
    double deeper = 1.9 * (here - 0.42);
    cut = Math.max(cut, cross.at(x, y, pixel, deeper < 0.12 ? 0 : deeper, 0));
    double solid = here > 0.66 ? 0 : 1 - cut;
    // A ridge is left standing along the figures; the gouge cleared what is just outside.
    double ridge = contours.line(x, y, 0.0024 + rough * 0.5, pixel);
    double key = Math.max(solid, ridge) * Curves.cover(-edge, pixel);
    black.over(lab, key * (1 - 0.5 * Curves.step(1.5, 2.4, wood)));
  }
}
