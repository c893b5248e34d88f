package culturalalien.gpt2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HalfTest {

  /** The value of a binary16 by the standard's own words, slowly. */
  private static double value(int half) {
    int exponent = half >> 10 & 31;
    double fraction = (half & 1023) / 1024.0;
    double magnitude =
        exponent == 0 ? Math.scalb(fraction, -14) : Math.scalb(1 + fraction, exponent - 15);
    if (exponent == 31) {
      magnitude = (half & 1023) == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    }
    return half >> 15 == 0 ? magnitude : -magnitude;
  }

  @Test
  void everyBinary16IsReadAsTheStandardSays() {
    for (int half = 0; half < 1 << 16; half++) {
      float expected = (float) value(half);
      float actual = Half.toFloat((short) half);
      int bits = half;
      if (Float.isNaN(expected)) {
        assertTrue(Float.isNaN(actual), () -> Integer.toHexString(bits) + " is not a number");
      } else {
        // By bits, so that −0 is not 0.
        assertEquals(
            Float.floatToIntBits(expected),
            Float.floatToIntBits(actual),
            () -> Integer.toHexString(bits));
      }
    }
  }

  @Test
  void everyBinary16ComesBackAsItself() {
    for (int half = 0; half < 1 << 16; half++) {
      float value = Half.toFloat((short) half);
      short back = Half.fromFloat(value);
      if (Float.isNaN(value)) {
        assertTrue(Float.isNaN(Half.toFloat(back)));
      } else {
        assertEquals((short) half, back, Integer.toHexString(half));
      }
    }
  }

  @Test
  void theNearestBinary16IsTaken() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 200_000; i++) {
      float value = (float) Math.scalb(random.nextDouble(-1, 1), random.nextInt(-26, 16));
      int half = Half.fromFloat(value) & 0xFFFF;
      double error = Math.abs(value(half) - value);
      for (int neighbour : new int[] {half - 1, half + 1}) {
        double other = Math.abs(value(neighbour & 0xFFFF) - value);
        assertTrue(!(other < error), () -> value + " is nearer to another than " + half);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0x1.002p0, 3C00", // halfway between 1 and the next: down to the even one
    "0x1.006p0, 3C02", // halfway between the next and the one after: up to the even one
    "0x1.002002p0, 3C01", // just above halfway
    "0x1.ffcp-1, 3BFF", // exact
    "0x1.ffep-1, 3C00", // halfway, carries into the exponent
    "0x1p-25, 0000", // half the smallest subnormal: to zero
    "0x1.000002p-25, 0001",
    "0x1.8p-24, 0002", // halfway between two subnormals
    "0x1.ff8p-15, 03FF", // the largest subnormal
    "0x1.ffcp-15, 0400", // halfway to the smallest normal
    "-0x1.002p0, BC00",
    "-0x1p-25, 8000",
  })
  void tiesGoToTheEvenNeighbour(String value, String half) {
    assertEquals(half, String.format("%04X", Half.fromFloat(Float.parseFloat(value)) & 0xFFFF));
  }

  @ParameterizedTest
  @CsvSource({
    "65504, 7BFF",
    "65519.996, 7BFF",
    "65520, 7C00",
    "-65520, FC00",
    "1e10, 7C00",
    "-3.4028235e38, FC00",
    "Infinity, 7C00",
    "-Infinity, FC00",
    "0, 0000",
    "-0, 8000",
    "1e-40, 0000",
  })
  void whatIsTooLargeIsInfiniteAndWhatIsTooSmallIsZero(float value, String half) {
    assertEquals(half, String.format("%04X", Half.fromFloat(value) & 0xFFFF));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x7FC00000, 0x7F800001, 0xFFFFFFFF})
  void notANumberStaysNotANumber(int bits) {
    assertTrue(Float.isNaN(Half.toFloat(Half.fromFloat(Float.intBitsToFloat(bits)))));
  }

  @ParameterizedTest
  @CsvSource({"3F80, 1", "C000, -2", "3EAB, 0.333984375", "7F80, Infinity", "0001, 0x1p-133"})
  void aBfloat16IsTheUpperHalfOfAFloat(String bits, String value) {
    assertEquals(Float.parseFloat(value), Half.bfloatToFloat((short) Integer.parseInt(bits, 16)));
  }
}
