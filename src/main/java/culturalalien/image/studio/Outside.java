package culturalalien.image.studio;

/**
 * All that lies outside of a shape: a wall with an opening in it.
 *
 * @param hole the opening
 */
record Outside(Shape hole) implements Shape {

  @Override
  public double distance(double x, double y) {
    return -hole.distance(x, y);
  }

  @Override
  public double facing(double x, double y, double towardsX, double towardsY) {
    return 0;
  }

  @Override
  public double reach() {
    return 99;
  }

  @Override
  public double middleX() {
    return hole.middleX();
  }

  @Override
  public double middleY() {
    return hole.middleY();
  }
}
