package culturalalien.image.studio;

import java.util.ArrayList;
import java.util.List;

/**
 * Touches of a brush one over the other: each is a bent streak with bristles, ragged ends and a
 * crest of paint that catches the light.
 */
final class Strokes {

  /** How far outside its length a streak may reach, in lengths. */
  private static final double BEND = 0.45;

  private record Stroke(
      double x,
      double y,
      double c,
      double s,
      double length,
      double width,
      double bend,
      float l,
      float a,
      float b,
      double salt,
      double reach) {}

  private final List<Stroke> strokes = new ArrayList<>();
  private final Noise noise;
  private final double lightX;
  private final double lightY;
  private final double relief;
  private final double dry;

  /**
   * @param relief how thick the paint stands
   * @param dry how much of the ground the bristles leave bare, 0 to 1
   */
  Strokes(Stage stage, double relief, double dry) {
    noise = stage.noise("strokes");
    lightX = stage.lightX();
    lightY = stage.lightY();
    this.relief = relief;
    this.dry = dry;
  }

  /**
   * Adds a touch over all earlier ones.
   *
   * @param turn its direction, in turns
   * @param length half of it
   * @param width half of it
   * @param bend sideways at the ends, in lengths, −0.45 to 0.45
   */
  void add(
      double x,
      double y,
      double turn,
      double length,
      double width,
      double bend,
      float[] lab,
      double salt) {
    double curve = Curves.clamp(bend, -BEND, BEND);
    double reach = Math.sqrt(length * length * (1 + curve * curve)) + width;
    strokes.add(
        new Stroke(
            x,
            y,
            Curves.cos(turn),
            Curves.sin(turn),
            length,
            width,
            curve,
            lab[0],
            lab[1],
            lab[2],
            salt,
            reach));
  }

  int count() {
    return strokes.size();
  }

  void paint(Band band) throws InterruptedException {
    Frame frame = band.frame;
    double top = frame.y(band.top - 1);
    double bottom = frame.y(band.top + band.rows);
    int done = 0;
    for (Stroke stroke : strokes) {
      if ((done++ & 255) == 0) {
        Band.heedInterrupts();
      }
      if (stroke.y + stroke.reach > top && stroke.y - stroke.reach < bottom) {
        paint(stroke, band);
      }
    }
  }

  private void paint(Stroke stroke, Band band) {
    Frame frame = band.frame;
    double pixel = frame.pixel();
    // The box of the bent streak, tighter than a circle's.
    double across = stroke.width + Math.abs(stroke.bend) * stroke.length;
    double boxX = Math.abs(stroke.c) * stroke.length + Math.abs(stroke.s) * across + pixel;
    double boxY = Math.abs(stroke.s) * stroke.length + Math.abs(stroke.c) * across + pixel;
    int first = (int) Math.max(band.top, Math.ceil(frame.row(stroke.y - boxY)));
    int last = (int) Math.min(band.top + band.rows - 1, Math.floor(frame.row(stroke.y + boxY)));
    int left = (int) Math.max(0, Math.ceil(frame.column(stroke.x - boxX)));
    int right = (int) Math.min(frame.width() - 1, Math.floor(frame.column(stroke.x + boxX)));
    double edge = Math.max(pixel, stroke.width * 0.16);
    for (int row = first; row <= last; row++) {
      double dy = frame.y(row) - stroke.y;
      for (int column = left; column <= right; column++) {
        double dx = frame.x(column) - stroke.x;
        double u = (dx * stroke.c + dy * stroke.s) / stroke.length;
        double v = dy * stroke.c - dx * stroke.s - stroke.bend * stroke.length * (u * u - 0.3);
        double side = stroke.width * (1 - 0.25 * u) - Math.abs(v);
        if (side > -edge && u > -1 && u < 1) {
          touch(stroke, band, 3 * ((row - band.top) * frame.width() + column), u, v, side, edge);
        }
      }
    }
  }

  private void touch(
      Stroke stroke, Band band, int at, double u, double v, double side, double edge) {
    double across = v / stroke.width;
    double bristle = noise.at(across * 4.5 + stroke.salt, u * 1.3 + stroke.salt);
    double end = 1 - Math.abs(u) + 0.22 * bristle;
    double cover =
        Curves.clamp(0.5 + side / edge, 0, 1)
            * Curves.step(0, 0.16, end)
            * (1 - dry * Curves.step(-0.1, 0.75, u + bristle * 0.9));
    if (cover <= 0.003) {
      return;
    }
    // The crest: lit on the side that faces the light, furrowed by the bristles.
    double slope = across * (lightY * stroke.c - lightX * stroke.s);
    float l = (float) (stroke.l + relief * (0.9 * slope * Math.abs(across) + 0.7 * bristle));
    float[] lab = band.lab;
    lab[at] += (float) ((l - lab[at]) * cover);
    lab[at + 1] += (float) ((stroke.a - lab[at + 1]) * cover);
    lab[at + 2] += (float) ((stroke.b - lab[at + 2]) * cover);
  }
}
