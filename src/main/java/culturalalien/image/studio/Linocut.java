package culturalalien.image.studio;

/** A block of linoleum cut down three times: few bold tones, clean gouges, speckled ink. */
final class Linocut implements Hand {

  private static final double PATCHES = 9;

  private final Stage stage;
  private final Study study;
  private final Contours contours;
  private final Noise noise;
  private final Contours.Flow flow;
  private final Oklab paper;
  private final Flats flats;

  Linocut(Stage stage, Study study) {
    this.stage = stage;
    this.study = study;
    contours = new Contours(study);
    flow = contours.flow();
    noise = stage.noise("linocut");
    paper = stage.palette().paper;
    flats = new Flats(study, 4, 0.008);
  }

  @Override
  public void paint(Band band) throws InterruptedException {
    band.paint(this::print);
  }

  /** The gouge keeps its direction over a patch, then takes another one. */
  private double direction(double x, double y) {
    int column = Noise.floor(x * PATCHES);
    int row = Noise.floor(y * PATCHES);
    double own = 0.03 * (Noise.hash(column, row, 6) - 0.5);
    return own + 0.8 * flow.turn((column + 0.5) / PATCHES, (row + 0.5) / PATCHES, 0.02);
  }

  private void print(double x, double y, double pixel, float[] lab) {
    paper.over(lab, 1);
    double shake = noise.at(x * 15, y * 15);
    double tooth = Grain.TOOTH.at(x, y, 520, pixel);
    double cloud = Grain.CLOUD.at(x, y, 620, pixel);
    double inside = stage.frame().inside(x, y) - 0.04 + 0.0012 * shake;
    double sheet = Curves.cover(-inside, pixel);
    // Linoleum has no fibres: ink splits into specks.
    double speck = 1 - 0.75 * Curves.step(2.1, 3, tooth + 0.7 * cloud);
    float[] flat = new float[3];
    flats.color(x + 0.001 * shake, y, flat);
    double vivid = 1.5;
    new Oklab(Curves.clamp(flat[0] * 1.06, 0.3, 0.95), flat[1] * vivid, flat[2] * vivid)
        .over(lab, sheet * speck);
    double tone = study.tone(x, y);
    double around = study.toneAround(x, y);
    double distance = contours.distance(x, y);
    // Dashes of a gouge, tapered, along the forms: broken lines whose ends a step apart.
    double turn = direction(x + 0.02 * noise.at(x * 9, y * 9), y + 0.02 * noise.at(y * 9, x * 9));
    double c = Curves.cos(turn);
    double s = Curves.sin(turn);
    double across = (y * c - x * s + 0.012 * noise.at(x * 3, y * 3)) * 44;
    int line = Noise.floor(across + 0.5);
    double along = (x * c + y * s) * 11 + Noise.hash(line, 0, 7);
    double end = Math.abs(along - Noise.floor(along) - 0.5) * 2;
    double off = Math.abs(across - line);
    double want = Curves.clamp(1.6 * (0.5 * tone + 0.5 * around - 0.16), 0, 0.8);
    double half = 0.5 * want * (1.12 - end * end) + 0.03 * shake;
    double cut = Curves.clamp(0.5 + (half - off) / (44 * pixel + 0.03), 0, 1);
    double black = tone < 0.2 ? 1 - 0.25 * cut : tone < 0.52 ? 1 - cut : 0;
    black *= Curves.step(0.54, 0.5, tone + 0.03 * shake);
    // A cleared rim parts the figures from the black around them.
    double rim = Curves.step(0.0042 + 0.001 * shake, 0.0026, distance);
    black *= 1 - 0.95 * rim * Curves.step(0.08, 0.2, tone + 0.35 * around);
    // Between two light tones a line is left standing instead.
    double key = contours.line(x, y, 0.0016 + 0.0006 * shake, pixel);
    black = Math.max(black, key * Curves.step(0.45, 0.6, around));
    new Oklab(0.17, 0.003, 0.005).over(lab, black * sheet * speck);
  }
}
