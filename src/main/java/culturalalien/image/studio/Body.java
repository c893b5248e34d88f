package culturalalien.image.studio;

/**
 * A silhouette as a painter makes it: lit from one side, paling upwards, its inside left plain or
 * filled in one of several ways, so that it is never a flat sign.
 *
 * @param shape its outline
 * @param look how its inside is filled
 * @param lit its colour in the light
 * @param shade its colour away from it
 * @param other the second colour of what fills it
 * @param grain how wide a stripe, dot or contour is
 * @param opacity 0 to 1
 * @param lightX towards the light
 * @param lightY towards the light
 */
record Body(
    Shape shape,
    Look look,
    Oklab lit,
    Oklab shade,
    Oklab other,
    double grain,
    double opacity,
    double lightX,
    double lightY)
    implements Piece {

  /** How a figure's inside is filled. */
  enum Look {
    PLAIN,
    CONTOURS,
    STRIPES,
    DOTS,
    HALVES,
    OUTLINE
  }

  /** How much of the second colour the fillings show: the outline must stay what is read first. */
  private static final double SHOWN = 0.55;

  static Body of(Shape shape, Look look, Oklab color, Oklab other, double grain, Stage stage) {
    Palette palette = stage.palette();
    Oklab lit = color.mix(palette.tone(1), 0.12).lighter(0.03);
    Oklab shade = color.mix(palette.tone(0), 0.3);
    return new Body(shape, look, lit, shade, other, grain, 1, stage.lightX(), stage.lightY());
  }

  /** The same, sheer. */
  Body sheer(double opaque) {
    return new Body(shape, look, lit, shade, other, grain, opaque, lightX, lightY);
  }

  @Override
  public void paint(double x, double y, double pixel, float[] lab) {
    double distance = shape.distance(x, y);
    double cover = Curves.cover(distance, pixel) * opacity;
    if (cover <= 0) {
      return;
    }
    double high = (shape.middleY() - y) / Math.max(1e-9, shape.reach());
    double facing = shape.facing(x, y, lightX, lightY);
    double light = Curves.clamp(0.5 + 0.36 * high + 0.3 * facing, 0, 1);
    double second = SHOWN * filling(x, y, distance, pixel);
    double l = Curves.mix(shade.l(), lit.l(), light);
    double a = Curves.mix(shade.a(), lit.a(), light);
    double b = Curves.mix(shade.b(), lit.b(), light);
    lab[0] += (float) ((Curves.mix(l, other.l(), second) - lab[0]) * cover);
    lab[1] += (float) ((Curves.mix(a, other.a(), second) - lab[1]) * cover);
    lab[2] += (float) ((Curves.mix(b, other.b(), second) - lab[2]) * cover);
  }

  /** How much of the second colour there is at a point, 0 to 1. */
  private double filling(double x, double y, double distance, double pixel) {
    double soft = Math.max(0.12, pixel / grain);
    return switch (look) {
      case PLAIN -> 0;
      case CONTOURS -> wave(-distance / grain + 0.25, soft) * inside(distance, pixel);
      case STRIPES -> wave((x * 0.5 + y * 0.87) / grain, soft) * inside(distance, pixel);
      case DOTS -> {
        double u = x / grain;
        double v = y / grain * 1.1547;
        u += ((int) Math.floor(v) & 1) * 0.5;
        double du = u - Math.floor(u) - 0.5;
        double dv = v - Math.floor(v) - 0.5;
        double r = Math.sqrt(du * du + dv * dv);
        yield Curves.step(0.32 + soft, 0.32 - soft, r) * inside(distance, pixel);
      }
      case HALVES -> Curves.step(-pixel, pixel, x - shape.middleX());
      case OUTLINE -> 1.5 * Curves.step(-grain * 0.5 + pixel, -grain * 0.5 - pixel, distance);
    };
  }

  private double inside(double distance, double pixel) {
    return Curves.step(-0.25 * grain + pixel, -0.25 * grain - pixel, distance);
  }

  /** Bands of equal width, 0 and 1. */
  private static double wave(double t, double soft) {
    double away = Math.abs(t - Math.floor(t) - 0.5);
    return Curves.step(0.25 - soft, 0.25 + soft, away);
  }

  @Override
  public double reach() {
    return shape.reach();
  }

  @Override
  public double middleX() {
    return shape.middleX();
  }

  @Override
  public double middleY() {
    return shape.middleY();
  }
}
