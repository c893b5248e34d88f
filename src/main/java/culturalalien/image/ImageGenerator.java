package culturalalien.image;

import culturalalien.io.ServiceException;
import java.util.function.DoubleConsumer;

/**
 * Turns a request into a picture. One method, so that a plug-in is one class: give it a constructor
 * without arguments, name it in {@code META-INF/services/culturalalien.image.ImageGenerator}, and
 * sketches choose it by its name.
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
