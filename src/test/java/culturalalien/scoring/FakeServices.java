package culturalalien.scoring;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** A scoring service whose models know their answers, and fail or wait when told. */
public final class FakeServices implements AutoCloseable {

  private final FakeDevice device = new FakeDevice();
  public final ScoringService service =
      new ScoringService(
          TinyBundle::make, "cpu", device, new Restarts(1, Duration.ofHours(1), System::nanoTime));
  private CountDownLatch hold = new CountDownLatch(0);

  /** Lets whatever is asked from now on wait for {@link #release}. */
  public void hold() throws Exception {
    service.loaded().get();
    hold = new CountDownLatch(1);
    device.begun = new CountDownLatch(1);
    device.hold = hold;
    CompletableFuture<?> unused = service.next(Expert.COHERENCE, new int[0]);
    device.begun.await();
  }

  public void release() {
    hold.countDown();
  }

  /** Has every pass from now on throw. */
  public void fail(Supplier<Throwable> failure) {
    device.failure = failure;
  }

  @Override
  public void close() {
    release();
    service.close();
  }
}
