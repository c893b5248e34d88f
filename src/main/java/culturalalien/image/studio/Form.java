package culturalalien.image.studio;

/**
 * A shape with its colours, in the light of the picture.
 *
 * @param hollow if above 0, only a line of this half width along the outline is painted
 */
record Form(Shape shape, Fill fill, double lightX, double lightY, double hollow) implements Piece {

  static Form of(Shape shape, Fill fill, Stage stage) {
    return new Form(shape, fill, stage.lightX(), stage.lightY(), 0);
  }

  static Form line(Shape shape, Fill fill, double halfWidth, Stage stage) {
    return new Form(shape, fill, stage.lightX(), stage.lightY(), halfWidth);
  }

  @Override
  public double middleX() {
    return shape.middleX();
  }

  @Override
  public double middleY() {
    return shape.middleY();
  }

  @Override
  public double reach() {
    return shape.reach() + hollow + 2.4 * fill.lift() + fill.glow() * 2.6;
  }

  private double distance(double x, double y) {
    double distance = shape.distance(x, y);
    return hollow > 0 ? Math.abs(distance) - hollow : distance;
  }

  @Override
  public void paint(double x, double y, double pixel, float[] lab) {
    if (fill.shadow() > 0) {
      double lift = fill.lift();
      double away = distance(x + lightX * lift, y + lightY * lift);
      double dark = fill.shadow() * Curves.step(lift + pixel, -lift * 0.6 - pixel, away);
      lab[0] *= (float) (1 - 0.62 * dark);
      lab[1] *= (float) (1 - 0.3 * dark);
      lab[2] = (float) (lab[2] * (1 - 0.35 * dark) - 0.012 * dark);
    }
    double distance = distance(x, y);
    if (fill.glow() > 0 && distance > 0) {
      double far = distance / fill.glow();
      fill.lit().over(lab, 0.55 * Curves.exp(-far * far - far * 0.4));
    }
    double cover = Curves.cover(distance, pixel) * fill.opacity();
    if (cover > 0) {
      double facing = shape.facing(x, y, lightX, lightY);
      double soft = fill.blend() + pixel;
      double lit = Curves.step(-soft, soft, facing);
      Oklab shade = fill.shade();
      Oklab light = fill.lit();
      lab[0] += (float) ((Curves.mix(shade.l(), light.l(), lit) - lab[0]) * cover);
      lab[1] += (float) ((Curves.mix(shade.a(), light.a(), lit) - lab[1]) * cover);
      lab[2] += (float) ((Curves.mix(shade.b(), light.b(), lit) - lab[2]) * cover);
    }
  }
}
