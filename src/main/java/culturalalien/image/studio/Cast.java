package culturalalien.image.studio;

import culturalalien.image.figure.Outline;
import culturalalien.image.studio.Layout.Place;

/**
 * The shadow of an upright silhouette on the ground: leaning away from the light and low.
 *
 * @param x where its foot is
 * @param foot where its foot is
 * @param size of the silhouette's longer side
 * @param lean how far it goes sideways for each step up
 * @param low its height against the silhouette's
 * @param place of the silhouette
 */
record Cast(
    Outline outline, double x, double foot, double size, double lean, double low, Place place)
    implements Shape {

  @Override
  public double distance(double px, double py) {
    // Towards the viewer: the light comes from behind or above.
    double up = (py - foot) / low;
    double u = (px - x - lean * up) / (place.mirrored() ? -size : size);
    return outline.field().at(u, -up / size) * size * low;
  }

  @Override
  public double facing(double px, double py, double towardsX, double towardsY) {
    return 0;
  }

  @Override
  public double reach() {
    return size * (0.6 + Math.abs(lean) * 0.6);
  }

  @Override
  public double middleX() {
    return x + lean * size * 0.5;
  }

  @Override
  public double middleY() {
    return foot + size * low * 0.5;
  }
}
