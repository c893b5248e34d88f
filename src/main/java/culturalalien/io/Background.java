package culturalalien.io;

import com.sun.jna.Library;
import com.sun.jna.Native;

/**
 * Threads that work behind a sketch: daemons, which the end of the sketch ends, and less urgent
 * than the thread that draws, so that a busy machine drops none of its frames.
 */
public final class Background {

  /** As the command nice does by default. */
  private static final int NICENESS = 19;

  private Background() {}

  /** A thread that is not started yet; its name begins with "cultural-alien-". */
  public static Thread thread(Runnable work, String name) {
    Thread thread =
        new Thread(
            () -> {
              giveWay();
              work.run();
            },
            "cultural-alien-" + name);
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    return thread;
  }

  /** Java's priorities mean nothing on Linux, where each thread has a niceness of its own. */
  private static void giveWay() {
    if (System.getProperty("os.name").equals("Linux")) {
      try {
        int unused = LibC.LOADED.setpriority(LibC.PRIO_PROCESS, 0, NICENESS);
      } catch (LinkageError | RuntimeException e) {
        // Another library may have brought a JNA that does not fit; then it is as urgent as all.
      }
    }
  }

  /** The C library; threads that these threads start are as nice. */
  private interface LibC extends Library {
    LibC LOADED = Native.load("c", LibC.class);

    /** With 0 as "who" it means the calling thread. */
    int PRIO_PROCESS = 0;

    int setpriority(int which, int who, int niceness);
  }
}
