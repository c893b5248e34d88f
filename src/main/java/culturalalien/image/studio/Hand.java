package culturalalien.image.studio;

/** A way of making a picture: brush, burin, knife. Made for one picture; paints it band by band. */
interface Hand {

  void paint(Band band) throws InterruptedException;
}
