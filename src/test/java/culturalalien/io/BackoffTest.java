package culturalalien.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration CAP = Duration.ofSeconds(5);

  @Test
  void theLimitDoublesUpToTheCapAndBeginsAnewAfterAnAnswer() {
    Backoff backoff = new Backoff(FIRST, CAP, () -> 0.5);
    for (long millis : new long[] {500, 1000, 2000, 2500, 2500}) {
      assertEquals(Duration.ofMillis(millis), backoff.next(Optional.empty()));
    }
    backoff.reset();
    assertEquals(Duration.ofMillis(500), backoff.next(Optional.empty()));
  }

  @Test
  void noSketchComesBackBeforeTheTimeThatTheServiceNames() {
    Backoff early = new Backoff(FIRST, CAP, () -> 0);
    assertEquals(Duration.ofSeconds(17), early.next(Optional.of(Duration.ofSeconds(17))));
    Backoff late = new Backoff(FIRST, CAP, () -> 0.75);
    assertEquals(Duration.ofMillis(17_750), late.next(Optional.of(Duration.ofSeconds(17))));
  }

  /** Thirty laptops that lost their server at once: not more than a few in the same tenth. */
  @Test
  void thirtySketchesDoNotComeBackInTheSameMoment() {
    for (Optional<Duration> asked :
        java.util.List.of(Optional.<Duration>empty(), Optional.of(Duration.ofSeconds(3)))) {
      int[] arrivals = new int[100];
      SplittableRandom seeds = new SplittableRandom(1);
      for (int laptop = 0; laptop < 30; laptop++) {
        Backoff backoff = new Backoff(FIRST, CAP, seeds.split()::nextDouble);
        for (int failure = 0; failure < 3; failure++) {
          backoff.next(asked);
        }
        arrivals[(int) (backoff.next(asked).toMillis() / 100)]++;
      }
      int most = IntStream.of(arrivals).max().orElseThrow();
      assertTrue(most <= 4, "arrivals in one tenth of a second: " + most);
    }
  }
}
