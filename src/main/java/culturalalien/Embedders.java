package culturalalien;

import culturalalien.image.MiniLm;
import culturalalien.image.TextEmbedder;

/** Embedders that all agents of a JVM share; loaded by the first that asks. */
final class Embedders {

  private static TextEmbedder texts;

  private Embedders() {}

  /**
   * The one for texts.
   *
   * @throws IllegalStateException with one sentence, each time, if it does not load here
   */
  static synchronized TextEmbedder texts() {
    if (texts == null) {
      texts = new MiniLm();
    }
    return texts;
  }
}
