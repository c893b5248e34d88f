package culturalalien.scoring.server;

import culturalalien.io.ProtocolException;
import culturalalien.scoring.ScoringService.Pass;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets in no more than the models can answer in time. Work is counted in places: a model reads a
 * sequence's beginning and each of its concepts, whatever it is asked about them, and that is what
 * its time goes into. Large and small requests have a share each, so that a step of a sketch comes
 * in while ideas are looked for. Safe from any thread.
 */
final class Admission {

  /** Until it is measured, places a second: two cores of a server's processor read as many. */
  private static final double USUAL_RATE = 12_288;

  /** Of what the models read within the time-out, one request may need so much. */
  private static final double MOST = 2.0 / 3;

  /** What every server takes, so that a client need not know its time-out and its speed. */
  private static final long EVERYWHERE = 40_960;

  /** Of what the models read within the time-out, so much is promised to each of the shares. */
  private static final double SHARE = 0.4;

  /** A request of more is large: a usual step of a sketch needs two dozen. */
  private static final long SMALL = 512;

  /** So many small ones come in however slow the models are. */
  private static final long LEAST_SMALL = 8 * SMALL;

  /** Fewer places in a pass say little of what many would take. */
  private static final long TELLING = 96;

  /** So long after a small request others may be expected, and a large one is not alone. */
  private static final long QUIET_NANOS = 1_000_000_000L;

  /** How much the latest pass counts for the rate. */
  private static final double LATEST = 0.1;

  private final double seconds;
  private final AtomicLong large = new AtomicLong();
  private final AtomicLong small = new AtomicLong();
  private volatile double rate = USUAL_RATE;
  private volatile long lastSmall = System.nanoTime() - QUIET_NANOS;

  /**
   * @param timeout of a request
   */
  Admission(Duration timeout) {
    seconds = timeout.toMillis() / 1000.0;
  }

  /** Most places of one request, as fast as the models are now. */
  long most() {
    return Math.max(EVERYWHERE, (long) (MOST * seconds * rate));
  }

  /** Learns how fast the models are; from one thread. */
  void passed(Pass pass) {
    if (pass.places() >= TELLING && pass.nanos() > 0) {
      rate += LATEST * (pass.places() * 1e9 / pass.nanos() - rate);
    }
  }

  /** Places in work. */
  long inWork() {
    return large.get() + small.get();
  }

  /**
   * Takes work in, to be given back by {@link #done}. Whoever comes while there is none, nor was a
   * moment ago, is never refused.
   *
   * @param places at most {@link #most}
   * @throws ProtocolException 429, if there is too much already
   */
  void enter(long places) throws ProtocolException {
    AtomicLong share = share(places);
    boolean alone = inWork() == 0 && System.nanoTime() - lastSmall >= QUIET_NANOS;
    long limit = (long) (SHARE * seconds * rate);
    if (share == small) {
      limit = Math.max(limit, LEAST_SMALL);
    }
    if (share.addAndGet(places) > limit && !alone) {
      share.addAndGet(-places);
      throw new ProtocolException(
          429, "the models have as much to do as they can in time; come back later");
    }
    if (share == small) {
      lastSmall = System.nanoTime();
    }
  }

  void done(long places) {
    share(places).addAndGet(-places);
  }

  private AtomicLong share(long places) {
    return places <= SMALL ? small : large;
  }
}
