package culturalalien.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {

  private static final List<CorpusRecord> CORPUS =
      IntStream.range(0, 2000)
          .mapToObj(i -> new CorpusRecord("A" + i, List.of("Ann"), List.of("sea")))
          .toList();

  @Test
  void everyArtworkIsInOnePartInTheCorpusOrder() {
    Split split = Split.of(CORPUS, 0.3, 1);
    assertTrue(Collections.disjoint(split.training(), split.heldOut()));
    List<CorpusRecord> both = new ArrayList<>(CORPUS);
    both.removeAll(split.training());
    assertEquals(split.heldOut(), both);
    both = new ArrayList<>(CORPUS);
    both.removeAll(split.heldOut());
    assertEquals(split.training(), both);
  }

  @Test
  void theSameSeedGivesTheSamePartsAndAnotherOthers() {
    assertEquals(Split.of(CORPUS, 0.1, 7), Split.of(CORPUS, 0.1, 7));
    assertNotEquals(Split.of(CORPUS, 0.1, 7), Split.of(CORPUS, 0.1, 8));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.5, 0.9})
  void theShareIsHeldOut(double share) {
    double deviation = Math.sqrt(2000 * share * (1 - share));
    assertEquals(2000 * share, Split.of(CORPUS, share, 3).heldOut().size(), 3 * deviation);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, Double.NaN})
  void aShareOutOfRangeIsNamed(double share) {
    var refused = assertThrows(IllegalArgumentException.class, () -> Split.of(CORPUS, share, 1));
    assertEquals(
        "the held-out share is " + share + ", must be above 0 and below 1", refused.getMessage());
  }

  @Test
  void artistsAreDealtOutInTurnAndWorksOfBothHalvesBelongToNeither() {
    List<CorpusRecord> corpus =
        List.of(
            work("1", "Ann"),
            work("2", "Ann"),
            work("3", "Ann"),
            work("4", "Bob"),
            work("5", "Bob"),
            work("6", "Cy"),
            work("7", "Dee"),
            work("8", "Ann", "Cy"),
            work("9", "Ann", "Dee"),
            work("10"));
    assertEquals(List.of("1", "2", "3", "6", "8"), names(Split.ofArtists(corpus, 1)));
    assertEquals(List.of("4", "5", "7"), names(Split.ofArtists(corpus, 2)));
  }

  @Test
  void aHalfThatThereIsNotIsNamed() {
    var refused = assertThrows(IllegalArgumentException.class, () -> Split.ofArtists(CORPUS, 3));
    assertEquals("the half is 3, must be 1 or 2", refused.getMessage());
  }

  private static CorpusRecord work(String name, String... artists) {
    return new CorpusRecord(name, List.of(artists), List.of("sea"));
  }

  private static List<String> names(List<CorpusRecord> works) {
    return works.stream().map(CorpusRecord::artwork).toList();
  }
}
