package culturalalien.io;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.function.Executable;

/** A call on a thread of its own, to be interrupted once it is under way. */
public final class Interrupted {

  private final FutureTask<Void> call;
  private final Thread thread;

  public Interrupted(Executable work) {
    call =
        new FutureTask<>(
            () -> {
              assertThrows(InterruptedException.class, work);
              return null;
            });
    thread = new Thread(call, "interrupted");
    thread.setDaemon(true);
    thread.start();
  }

  /** Fails unless the call ends with an InterruptedException. */
  public void interruptAndExpectIt() throws InterruptedException {
    thread.interrupt();
    try {
      call.get();
    } catch (ExecutionException e) {
      Assertions.fail(e.getCause());
    }
  }
}
