package culturalalien.sampling;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdeaRequestTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | 10   | 100    | 0.5  | size is 1, must be from 2 to 6
          7 | 10   | 100    | 0.5  | size is 7, must be from 2 to 6
          3 | 0    | 100    | 0.5  | count is 0, must be from 1 to 1000
          3 | 1001 | 10000  | 0.5  | count is 1001, must be from 1 to 1000
          3 | 10   | 9      | 0.5  | sets is 9, must be from 10 to 100000
          3 | 10   | 100001 | 0.5  | sets is 100001, must be from 10 to 100000
          3 | 10   | 100    | -0.1 | beta is -0.1, must be from 0 to 1
          3 | 10   | 100    | 1.1  | beta is 1.1, must be from 0 to 1
          3 | 10   | 100    | NaN  | beta is NaN, must be from 0 to 1
          """)
  void aNumberOutOfRangeIsNamedWithItsValueAndRange(
      int size, int count, int sets, double beta, String message) {
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> new IdeaRequest(size, count, sets, beta, new BitSet(), 1));
    assertEquals(message, refused.getMessage());
  }

  @Test
  void theEndsOfTheRangesAreLegal() {
    assertDoesNotThrow(() -> new IdeaRequest(2, 1, 1, 0, new BitSet(), Long.MIN_VALUE));
    assertDoesNotThrow(() -> new IdeaRequest(6, 1000, 100_000, 1, new BitSet(), Long.MAX_VALUE));
  }

  @Test
  void theSameQuestionIsTheSameRequest() {
    BitSet two = new BitSet();
    two.set(2);
    IdeaRequest request = new IdeaRequest(3, 10, 100, 0.5, (BitSet) two.clone(), 1);
    assertEquals(request, new IdeaRequest(3, 10, 100, 0.5, two, 1));
    assertNotEquals(request, new IdeaRequest(3, 10, 100, 0.5, new BitSet(), 1));
  }
}
