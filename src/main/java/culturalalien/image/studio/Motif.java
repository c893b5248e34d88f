package culturalalien.image.studio;

/** Something that can be seen in a picture. Immutable after it is made. */
interface Motif {

  /**
   * Lays what is seen at a point over what is behind it.
   *
   * @param pixel the width over which edges are softened
   * @param lab L, a and b there so far, changed in place
   */
  void paint(double x, double y, double pixel, float[] lab);
}
