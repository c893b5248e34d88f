package culturalalien.image;

import culturalalien.image.plan.Plan;
import java.util.List;

/**
 * What a picture should show: words for services that read, meanings and colours for painters that
 * do not.
 *
 * @param title of the work, for people
 * @param prompt what to paint, in sentences
 * @param subjects the concepts that the work is made of, the most important first; at least one
 * @param plan the same, for painters that build their picture; null lets the painter choose
 * @param width wanted, in pixels; services that offer only some sizes give the nearest
 * @param height wanted, in pixels
 * @param seed all chance of the picture; services that take no seed ignore it
 */
public record ImageRequest(
    String title,
    String prompt,
    List<Subject> subjects,
    Plan plan,
    int width,
    int height,
    long seed) {

  /** Of a picture that nobody planned. */
  public ImageRequest(
      String title, String prompt, List<Subject> subjects, int width, int height, long seed) {
    this(title, prompt, subjects, null, width, height, seed);
  }

  /**
   * A concept as a painter sees it.
   *
   * @param name as it stands in the vocabulary
   * @param vector what the name means: 384 numbers of length 1 (all-MiniLM-L6-v2)
   * @param colors what the name suggests, 0xRRGGBB, the nearest in meaning first, each clearly
   *     different from the others; at least one
   */
  public record Subject(String name, float[] vector, int[] colors) {}

  public ImageRequest {
    subjects = List.copyOf(subjects);
    if (subjects.isEmpty()) {
      throw new IllegalArgumentException("a picture of no concept");
    }
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("a picture of " + width + " x " + height + " pixels");
    }
  }

  /** The same at another size, so that its longer side has at most so many pixels. */
  ImageRequest fitted(int longest) {
    double scale = Math.min(1, (double) longest / Math.max(width, height));
    int wide = (int) Math.max(1, Math.round(width * scale));
    int high = (int) Math.max(1, Math.round(height * scale));
    return new ImageRequest(title, prompt, subjects, plan, wide, high, seed);
  }
}
