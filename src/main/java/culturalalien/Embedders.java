package culturalalien;

import culturalalien.image.MiniLm;
import culturalalien.image.TextEmbedder;

/** Embedders that all agents of a JVM share; loaded by the first that asks. */
final class Embedders {

  private Embedders() {}

  private static final class Texts {
    static final TextEmbedder SHARED = new MiniLm();
  }

  static TextEmbedder texts() {
    return Texts.SHARED;
  }
}
