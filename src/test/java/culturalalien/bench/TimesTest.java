package culturalalien.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimesTest {

  @Test
  void percentilesAreThoseOfTheSortedTimes() {
    Times times =
        Times.ofNanos(LongStream.rangeClosed(1, 101).map(i -> (102 - i) * 1_000_000).toArray());
    assertEquals(51, times.median(), 1e-9);
    assertEquals(100, times.p99(), 0.7);
    assertEquals(101, times.max());
    assertEquals(1, times.slowerThan(100));
    assertEquals(0, times.slowerThan(101));
  }

  @Test
  void histogramsShareTheirLinesAndTheSlowOnesTheLast() {
    Times left = Times.ofNanos(new long[] {16_100_000, 16_900_000, 17_000_000, 900_000_000});
    Times right = Times.ofNanos(new long[] {16_500_000, 70_000_000});
    String[] lines = Times.sideBySide("idle", left, "busy", right).split("\n");
    assertEquals(4, lines.length);
    assertEquals("     ms      idle                                     busy", lines[0]);
    assertEquals(
        "  16-17         2 ###############                        1 ###############", lines[1]);
    assertEquals("  17-18         1 ########                               0", lines[2]);
    assertEquals(
        "    50+         1 ########                               1 ###############", lines[3]);
  }

  @Test
  void nothingTimedHasNoMedian() {
    assertThrows(IllegalArgumentException.class, () -> Times.ofNanos(new long[0]));
  }
}
