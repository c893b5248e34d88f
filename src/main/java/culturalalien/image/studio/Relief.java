package culturalalien.image.studio;

/** White plaster, modelled as high as the scene is light, with light falling along it. */
final class Relief implements Hand {

  private final Plane height;
  private final Plane broad;
  private final Contours contours;
  private final Noise noise;
  private final Frame frame;
  private final double lightX;
  private final double lightY;

  Relief(Stage stage, Study study) {
    frame = stage.frame();
    contours = new Contours(study);
    noise = stage.noise("relief");
    lightX = stage.lightX();
    lightY = stage.lightY();
    Frame small = study.frame();
    Flats flats = new Flats(study, 6, 0.006);
    Plane figures = Standing.of(flats).blurred(Math.max(1, small.width() / 200));
    float[] heights = new float[small.width() * small.height()];
    for (int i = 0; i < heights.length; i++) {
      double x = small.x(i % small.width());
      double y = small.y(i / small.width());
      // Figures stand out; within them, and on the ground, it turns with the scene.
      double step = flats.number(x, y) / (flats.count() - 1.0);
      double edge = Curves.step(0, 0.014, contours.distance(x, y));
      double stands = figures.values()[i];
      double form = 0.14 * step + 0.16 * study.tone(x, y) + 0.1 * edge;
      heights[i] = (float) (0.5 * stands + form * (0.6 + 0.6 * stands));
    }
    height = new Plane(small, heights).blurred(Math.max(1, small.width() / 360));
    broad = height.blurred(Math.max(1, small.width() / 40));
  }

  @Override
  public void paint(Band band) throws InterruptedException {
    band.paint(this::model);
  }

  private void model(double x, double y, double pixel, float[] lab) {
    double h = Math.max(0.0016, 0.6 * pixel);
    double fine = h * 1.2;
    double slope =
        height.at(x + fine * lightX, y + fine * lightY)
            - height.at(x - fine * lightX, y - fine * lightY);
    double wide = 0.008;
    double mass =
        height.at(x + wide * lightX, y + wide * lightY)
            - height.at(x - wide * lightX, y - wide * lightY);
    double grit = Grain.TOOTH.at(x, y, 760, pixel);
    double tool = Grain.CLOUD.at(x, y, 260, pixel);
    double hand = noise.at(x * 5, y * 5);
    // What lies higher towards the light throws a shadow.
    double here = height.at(x, y);
    double shadow = 0;
    for (int i = 1; i <= 4; i++) {
      double far = 0.005 * i;
      double over = height.at(x + far * lightX, y + far * lightY) - here - 0.05 * i;
      shadow = Math.max(shadow, over);
    }
    double hollow = Curves.clamp(broad.at(x, y) - here, -0.3, 0.4);
    double lit = -0.8 * slope * 0.0016 / h - 0.55 * mass;
    double l = 0.8 + Curves.clamp(lit, -0.27, 0.17) - 0.2 * Curves.step(0.02, 0.3, shadow);
    l += -0.22 * hollow + 0.009 * grit + 0.011 * tool + 0.02 * hand;
    double inside = frame.inside(x, y) - 0.028;
    double rim = inside / 0.006;
    double facing =
        frame.right() - Math.abs(x) < frame.bottom() - Math.abs(y)
            ? (x > 0 ? -lightX : lightX)
            : (y > 0 ? -lightY : lightY);
    l += 0.2 * Curves.exp(-rim * rim) * facing * -1;
    if (inside < 0) {
      l += (0.86 - l) * 0.85 * Curves.step(0, -0.006, inside);
    }
    lab[0] = (float) Curves.clamp(l, 0.2, 0.985);
    lab[1] = (float) (0.004 + 0.01 * (0.8 - l));
    lab[2] = (float) (0.02 + 0.03 * (0.8 - l));
  }
}
