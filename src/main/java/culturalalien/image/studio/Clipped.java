package culturalalien.image.studio;

/**
 * Something that is seen only inside a shape.
 *
 * @param motif what is seen
 * @param shape where
 */
record Clipped(Motif motif, Shape shape) implements Piece {

  @Override
  public void paint(double x, double y, double pixel, float[] lab) {
    double cover = Curves.cover(shape.distance(x, y), pixel);
    if (cover <= 0) {
      return;
    }
    float l = lab[0];
    float a = lab[1];
    float b = lab[2];
    motif.paint(x, y, pixel, lab);
    lab[0] = (float) Curves.mix(l, lab[0], cover);
    lab[1] = (float) Curves.mix(a, lab[1], cover);
    lab[2] = (float) Curves.mix(b, lab[2], cover);
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
