package culturalalien.image;

import culturalalien.io.ServiceException;
import java.util.function.DoubleConsumer;

/**
 * Turns a request into a picture. One method, so that a plug-in is one class: make it public, give
 * it a constructor without arguments, write its full name in a line of the file {@code
 * META-INF/services/culturalalien.image.ImageGenerator} of its jar, put that among the sketch's
 * code, and sketches choose it by its name, as {@link ImageGenerators} finds it.
 *
 * <pre>{@code
 * public final class Plain implements ImageGenerator {
 *   public String name() {
 *     return "plain";
 *   }
 *
 *   public Pixels generate(ImageRequest request, DoubleConsumer progress) {
 *     int[] argb = new int[request.width() * request.height()];
 *     Arrays.fill(argb, 0xFF000000 | request.subjects().get(0).colors()[0]);
 *     return new Pixels(request.width(), request.height(), argb);
 *   }
 * }
 * }</pre>
 *
 * <p>One that asks a service finds {@link culturalalien.io.Http} and {@link Pictures#decode} of
 * use.
 *
 * <p>Called from one background thread, one request at a time; interrupting that thread cancels.
 */
public interface ImageGenerator {

  /** By which it is chosen and named in journals: lower case, no spaces, such as "painter". */
  String name();

  /**
   * Paints.
   *
   * @param progress hears how much is done, 0 to 1, from any thread; ignore it if nobody knows
   * @throws ServiceException with one sentence, and whether trying again may help
   * @throws InterruptedException if the thread was interrupted
   */
  Pixels generate(ImageRequest request, DoubleConsumer progress)
      throws ServiceException, InterruptedException;
}
