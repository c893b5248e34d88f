package processing.utils;

/**
 * The one class that Processing's published preprocessor expects from its unpublished {@code utils}
 * artifact. Problems in a sketch are reported as issues, so nothing here is ever thrown.
 */
public class SketchException extends Exception {
  public SketchException(String message) {
    super(message);
  }
}
