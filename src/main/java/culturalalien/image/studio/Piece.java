package culturalalien.image.studio;

/** A motif that is seen in one place only. */
interface Piece extends Motif {

  /** Nothing of it can be seen further than this from its middle. */
  double reach();

  double middleX();

  double middleY();
}
