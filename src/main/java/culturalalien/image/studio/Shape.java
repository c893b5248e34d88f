package culturalalien.image.studio;

/** An outline, drawn by how far away it is. */
interface Shape {

  /** To the outline, negative inside; exact near it, roughly right elsewhere. */
  double distance(double x, double y);

  /** How a rounded body of this outline faces a direction at a point: −1 away, 1 towards it. */
  double facing(double x, double y, double towardsX, double towardsY);

  /** No point further than this from the middle is inside. */
  double reach();

  double middleX();

  double middleY();
}
