package culturalalien.image.studio;

/** Currents folded into each other: noise that moves the places at which noise is read. */
final class Marbling implements Motif {

  private final Stage stage;
  private final Noise noise;
  private final double scale;
  private final double fold;
  private final double stretch;
  private final double c;
  private final double s;
  private final double veins;
  private final double twist;
  private final Oklab first;
  private final Oklab second;

  Marbling(Stage stage) {
    this.stage = stage;
    noise = stage.noise("marbling");
    Dice dice = stage.dice("marbling");
    scale = stage.trait(20, 1.1, 2.6);
    fold = stage.trait(21, 0.9, 2.1);
    stretch = stage.trait(22, 0.28, 1);
    double turn = stage.trait(23, -0.25, 0.25) + dice.around(0, 0.04);
    c = Curves.cos(turn);
    s = Curves.sin(turn);
    twist = stage.meaning().trait(25) < 0.6 ? 0 : dice.sign() * stage.trait(26, 0.05, 0.4);
    veins = stage.trait(24, -0.35, 1.1);
    first = stage.palette().form(dice.between(0.3, 1));
    second = stage.palette().form(dice.between(0, 0.7));
  }

  @Override
  public void paint(double x, double y, double pixel, float[] lab) {
    // A whirl around the focus gives the currents a centre.
    double dx = x - stage.focusX();
    double dy = y - stage.focusY();
    double whirl = twist * stage.attention(x, y);
    double wc = Curves.cos(whirl);
    double ws = Curves.sin(whirl);
    double tx = stage.focusX() + dx * wc - dy * ws;
    double ty = stage.focusY() + dx * ws + dy * wc;
    double px = (tx * c + ty * s) * scale * stretch;
    double py = (ty * c - tx * s) * scale;
    double qx = noise.clouds(px + 1.7, py + 9.2, 2);
    double qy = noise.clouds(px + 8.3, py + 2.8, 2);
    double rx = noise.clouds(px + fold * qx + 4.1, py + fold * qy + 1.3, 3);
    double ry = noise.clouds(px + fold * qx + 6.5, py + fold * qy + 7.7, 3);
    double v = noise.clouds(px + fold * 1.2 * rx, py + fold * 1.2 * ry, 4);
    Palette palette = stage.palette();
    double tone = 0.5 + 0.95 * v + 0.25 * rx + (palette.key - 0.5) * 0.25;
    palette.tone(Curves.step(-0.05, 1.05, tone)).over(lab, 1);
    first.over(lab, 0.75 * Curves.step(0.1, 0.42, qx + 0.3 * v));
    second.over(lab, 0.7 * Curves.step(0.12, 0.4, ry - 0.2 * v));
    double spark = Curves.step(0.2, 0.34, rx * ry * 3 + v * 0.4) * stage.attention(x, y);
    palette.accent.over(lab, 0.85 * spark);
    if (veins > 0) {
      double bands = v * 9;
      double near = Math.abs(bands - Math.floor(bands + 0.5));
      double line = Curves.step(0.1, 0.02, near) * veins;
      (tone > 0.5 ? palette.tone(0.1) : palette.tone(0.95)).over(lab, 0.3 * line);
    }
  }
}
