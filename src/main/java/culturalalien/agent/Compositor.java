package culturalalien.agent;

import culturalalien.io.ServiceException;

/**
 * Chooses concepts of the pool and writes the prompt of the next work. One method, so that a
 * plug-in is one class: give it a constructor without arguments, name it in {@code
 * META-INF/services/culturalalien.agent.Compositor}, and sketches choose it by its name.
 *
 * <p>Called from one background thread, one brief at a time; interrupting that thread cancels.
 */
public interface Compositor {

  /** By which it is chosen and named in journals: lower case, no spaces, such as "grammar". */
  String name();

  /**
   * Composes one work.
   *
   * @return only concepts of the brief, and every one of the artist's own words in the prompt as
   *     the artist wrote it
   * @throws ServiceException with one sentence, and whether trying again may help
   * @throws InterruptedException if the thread was interrupted
   */
  Prompt compose(Brief brief) throws ServiceException, InterruptedException;
}
