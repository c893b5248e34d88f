package culturalalien.io;

/**
 * What is to be done if the JVM ends before something is over, such as to take a job back from a
 * service that would go on with it. A JVM that is killed does nothing any more.
 */
public final class OnExit implements AutoCloseable {

  private final Thread hook;

  /**
   * @param work done on a thread of its own; the JVM waits for its end
   */
  public OnExit(Runnable work) {
    hook = new Thread(work, "cultural-alien-exit");
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      // It ends already: whoever begins something now is not waited for.
    }
  }

  /** It is over; nothing is left to be done. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM ends, and the work is being done.
    }
  }
}
