package culturalalien.image.studio;

/** Torn papers, some of them printed, glued over each other: white fibres along every tear. */
final class Collage implements Hand {

  private static final double ACROSS = 3.4;

  private final Study study;
  private final Flats flats;
  private final Noise noise;
  private final Plane tears;
  private final Plane figures;
  private final Frame small;
  private final int[] pieces;
  private final double lightX;
  private final double lightY;
  private final int salt;

  Collage(Stage stage, Study study) {
    this.study = study;
    flats = new Flats(study, 7, 0.006);
    figures = Standing.of(flats);
    noise = stage.noise("collage");
    lightX = stage.lightX();
    lightY = stage.lightY();
    salt = stage.dice("collage").below(1 << 20);
    small = study.frame();
    pieces = new int[small.width() * small.height()];
    for (int i = 0; i < pieces.length; i++) {
      pieces[i] = torn(small.x(i % small.width()), small.y(i / small.width()));
    }
    tears = Plane.borders(small, pieces);
  }

  /** A scrap: one colour within one of some large overlapping sheets. */
  private int torn(double x, double y) {
    double u = x * ACROSS + 0.3 * noise.at(x * 2, y * 2) + 0.03 * noise.at(x * 30, y * 30);
    double v = y * ACROSS + 0.3 * noise.at(x * 2 + 30, y * 2) + 0.03 * noise.at(x * 30, y * 30 + 9);
    int column = Noise.floor(u);
    int row = Noise.floor(v);
    double nearest = 99;
    int cell = 0;
    for (int j = row - 1; j <= row + 1; j++) {
      for (int i = column - 1; i <= column + 1; i++) {
        double du = Math.abs(i + 0.1 + 0.8 * Noise.hash(i, j, salt) - u);
        double dv = Math.abs(j + 0.1 + 0.8 * Noise.hash(i, j, salt + 1) - v);
        double far = Math.max(du, 1.2 * dv) + 0.5 * Math.min(du, dv);
        if (far < nearest) {
          nearest = far;
          cell = (i + 64) * 256 + j + 64;
        }
      }
    }
    // A figure is torn out in one piece.
    int stands = figures.at(x, y) > 0.5 ? 1 : 0;
    return ((stands == 1 ? 0 : cell) * 2 + stands) * 16 + flats.number(x, y);
  }

  private int piece(double x, double y) {
    int column = (int) Curves.clamp(small.column(x) + 0.5, 0, small.width() - 1);
    int row = (int) Curves.clamp(small.row(y) + 0.5, 0, small.height() - 1);
    return pieces[row * small.width() + column];
  }

  /** How high in the pile a scrap lies: figures on top of grounds, dark ones on light ones. */
  private double height(int piece) {
    double lift = (piece & 16) == 0 ? 0 : 9;
    return lift + flats.count() - (piece & 15) + 2.5 * Noise.hash(piece, 7, salt);
  }

  @Override
  public void paint(Band band) throws InterruptedException {
    band.paint(this::glue);
  }

  private void glue(double x, double y, double pixel, float[] lab) {
    double ragged = 0.0022 * noise.at(x * 60, y * 60);
    double px = x + ragged;
    double py = y + 0.0022 * noise.at(x * 60 + 40, y * 60);
    int piece = piece(px, py);
    double here = height(piece);
    Oklab color = flats.color(piece & 15);
    study.around(px, py, lab);
    double own = Noise.hash(piece, 2, salt) - 0.5;
    double keep = 0.3;
    lab[0] = (float) (Curves.mix(color.l(), lab[0], keep) + 0.15 * own);
    lab[1] = (float) (1.18 * Curves.mix(color.a(), lab[1], keep));
    lab[2] = (float) (1.18 * Curves.mix(color.b(), lab[2], keep) + 0.015 * own);
    lab[0] += (float) (0.012 * Grain.CLOUD.at(x + own, y, 620, pixel));
    printed(piece, own, px, py, pixel, lab);
    double crease = Math.abs(noise.at(x * 2.5 + 9 * own, y * 2.5));
    lab[0] += (float) (0.05 * Curves.step(0.02, 0.004, crease) * own);
    // The upper paper tears white; below it lies its shadow.
    double tear = tears.at(px, py);
    double far = 0.009;
    double over = height(piece(px + far * lightX, py + far * lightY)) - here;
    double deep = height(piece(px + 0.4 * far * lightX, py + 0.4 * far * lightY)) - here;
    double dark = (over > 0 ? 0.2 : 0) + (deep > 0 ? 0.28 : 0);
    lab[0] *= (float) (1 - dark);
    if (tear < 0.012) {
      double width = 0.0032 + 0.0022 * noise.at(x * 14, y * 14);
      double h = 0.006;
      double gx = tears.at(px + h, py) - tears.at(px - h, py);
      double gy = tears.at(px, py + h) - tears.at(px, py - h);
      double length = Math.sqrt(gx * gx + gy * gy) + 1e-9;
      double other = height(piece(px - h * gx / length, py - h * gy / length));
      double fibre = here > other ? Curves.step(width + 0.0012, width, tear + 0.4 * ragged) : 0;
      new Oklab(0.95 - 0.04 * Math.abs(own), 0.001, 0.01).over(lab, 0.92 * fibre);
    }
  }

  /** Lines of type, a stave, a dot screen: every third scrap comes from a printed sheet. */
  private void printed(int piece, double own, double x, double y, double pixel, float[] lab) {
    int kind = (int) (Noise.hash(piece, 4, salt) * 9);
    if (kind > 3) {
      return;
    }
    double turn = 0.06 * own;
    double u = x * Curves.cos(turn) + y * Curves.sin(turn);
    double v = y * Curves.cos(turn) - x * Curves.sin(turn);
    double fade = Math.min(1, 0.0035 / pixel);
    double mark;
    if (kind <= 1) {
      // Newsprint: yellowed, pale, in columns.
      lab[0] = (float) Curves.mix(lab[0], 0.86, 0.4);
      lab[1] *= 0.75f;
      lab[2] = (float) (0.75 * lab[2] + 0.012);
      double line = v * 82;
      double word = u * 260 + 0.4 * Noise.hash(Noise.floor(v * 82), 1, salt);
      boolean letter = Noise.hash(Noise.floor(word), Noise.floor(line), salt) > 0.3;
      boolean gap = Noise.hash(Noise.floor(u * 44), Noise.floor(line), salt) < 0.16;
      double off = Math.abs(line - Noise.floor(line) - 0.5);
      mark = letter && !gap ? Curves.step(0.27, 0.2, off) : 0;
    } else if (kind == 2) {
      double du = (u + v) * 80;
      double dv = (u - v) * 80;
      double wave = Curves.cos(du) + Curves.cos(dv);
      mark = Curves.step(0.5, 0.9, wave);
    } else {
      double line = v * 90;
      boolean stave = Noise.floor(line) % 9 > -4 && Noise.floor(line / 9) * 9 + 5 > line;
      mark = stave ? Curves.step(0.1, 0.05, Math.abs(line - Noise.floor(line) - 0.5)) : 0;
    }
    lab[0] += (float) (0.3 * fade * mark * (lab[0] > 0.5 ? -1 : 0.8));
  }
}
