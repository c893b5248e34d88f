package culturalalien.examples;

import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;

/** What every thread is doing, for the failure message of a sketch that stands still. */
final class Stacks {
  private Stacks() {}

  /**
   * All threads with their stacks, what each waits for and who holds it, and the processor time
   * each has had: a thread that is runnable in every dump but got no time was starved by the
   * machine, one that waits for another is a mistake of ours.
   */
  static String now() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long[] locked = threads.findDeadlockedThreads();
    return Arrays.stream(threads.dumpAllThreads(true, true))
        .sorted(Comparator.comparing(ThreadInfo::getThreadName))
        .map(thread -> text(thread, threads.getThreadCpuTime(thread.getThreadId())))
        .collect(
            Collectors.joining(
                "\n\n", locked == null ? "" : "DEADLOCK of " + locked.length + " threads\n", ""));
  }

  private static String text(ThreadInfo thread, long cpuNanos) {
    LockInfo lock = thread.getLockInfo();
    String waiting = lock == null ? "" : ", waits for " + lock;
    String owner = thread.getLockOwnerName();
    String head =
        String.format(
            "\"%s\" %s, %d ms of processor time%s%s",
            thread.getThreadName(),
            thread.getThreadState(),
            cpuNanos / 1_000_000,
            waiting,
            owner == null ? "" : ", which \"" + owner + "\" holds");
    return Arrays.stream(thread.getStackTrace())
        .map(frame -> "\n    at " + frame)
        .collect(Collectors.joining("", head, ""));
  }
}
