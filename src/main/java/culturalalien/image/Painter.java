package culturalalien.image;

import culturalalien.image.ImageRequest.Subject;
import culturalalien.image.figure.Figures;
import culturalalien.image.studio.Painting;
import culturalalien.io.ServiceException;
import culturalalien.io.ServiceException.Remedy;
import java.util.function.DoubleConsumer;

/**
 * Paints by itself, offline: the subjects' meanings decide what is seen (land, figures, vessels,
 * marbling…) and by which hand it is made (oil, engraving, watercolour…), their colours become the
 * palette, and the seed arranges the details. Near concepts get related pictures.
 *
 * <p>One request always gives the same pixels, on every machine; the same request at another size
 * gives the same picture. Shapes longer than 4 to 1 show the picture of 4 to 1, stretched.
 * Stateless: safe from any thread.
 */
public final class Painter implements ImageGenerator {

  /** The largest array that every JVM allows, less what it may keep for itself. */
  private static final int MOST_PIXELS = Integer.MAX_VALUE - 16;

  private final Figures figures;

  /** With the shipped silhouettes. */
  public Painter() {
    this(Figures.shipped());
  }

  /**
   * @param figures the silhouettes that plans may name
   */
  public Painter(Figures figures) {
    this.figures = figures;
  }

  @Override
  public String name() {
    return "painter";
  }

  @Override
  public Pixels generate(ImageRequest request, DoubleConsumer progress)
      throws ServiceException, InterruptedException {
    if ((long) request.width() * request.height() > MOST_PIXELS) {
      throw new ServiceException(
          Remedy.OTHER_REQUEST,
          "a picture of "
              + request.width()
              + " x "
              + request.height()
              + " pixels is too large for one array; ask for at most 46340 x 46340");
    }
    check(request);
    return new Painting(request, figures).paint(progress);
  }

  /**
   * A picture painted small to see what it would be.
   *
   * @param shows the share of its plan's figures that can be made out, 0 to 1; 1 if it has none
   */
  public record Draft(Pixels picture, double shows) {}

  /** The longer side of a draft, in pixels. */
  private static final int DRAFT = 64;

  /** Paints a request small, in some milliseconds. */
  public Draft draft(ImageRequest request) throws ServiceException, InterruptedException {
    ImageRequest small = request.fitted(DRAFT);
    check(small);
    Painting painting = new Painting(small, figures);
    Pixels picture = painting.paint(done -> {});
    int all = painting.figures();
    return new Draft(picture, all == 0 ? 1 : (double) painting.legible(picture) / all);
  }

  private static void check(ImageRequest request) throws ServiceException {
    for (Subject subject : request.subjects()) {
      check(subject);
    }
  }

  private static void check(Subject subject) throws ServiceException {
    if (subject.colors().length == 0) {
      throw new ServiceException(
          Remedy.OTHER_REQUEST,
          "the concept \""
              + subject.name()
              + "\" has no colour to paint with; give it at least one");
    }
    for (float number : subject.vector()) {
      if (!Float.isFinite(number)) {
        throw new ServiceException(
            Remedy.OTHER_REQUEST,
            "the vector of the concept \""
                + subject.name()
                + "\" holds "
                + number
                + "; every number of it must be finite");
      }
    }
  }
}
