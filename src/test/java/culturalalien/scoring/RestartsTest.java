package culturalalien.scoring;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RestartsTest {

  @Test
  void aFewAreAllowedInASpanAndLaterAgain() {
    AtomicLong now = new AtomicLong();
    Restarts restarts = new Restarts(2, Duration.ofSeconds(10), now::get);
    assertTrue(restarts.allow());
    now.addAndGet(Duration.ofSeconds(6).toNanos());
    assertTrue(restarts.allow());
    assertFalse(restarts.allow());
    now.addAndGet(Duration.ofSeconds(5).toNanos());
    assertTrue(restarts.allow());
    assertFalse(restarts.allow());
  }
}
