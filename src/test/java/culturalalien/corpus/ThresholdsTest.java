package culturalalien.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdsTest {
  @Test
  void aConceptNeedsEnoughWorksAndEnoughArtists() {
    var works =
        List.of(
            work("1", "Ann", "sea", "boat", "gull"),
            work("2", "Ann", "sea", "boat"),
            work("3", "Ben", "sea", "storm"),
            work("4", "Ben", "sea", "gull"));
    // "boat" has two works of one artist, "storm" one work.
    assertEquals(
        List.of(work("1", "Ann", "sea", "gull"), work("4", "Ben", "sea", "gull")),
        new Thresholds(2, 2).apply(works));
  }

  @Test
  void aWorkThatDropsOutNoLongerCounts() {
    var works =
        List.of(
            work("1", "Ann", "sea", "boat"),
            work("2", "Ben", "sea", "boat"),
            work("3", "Cid", "boat", "kite"),
            work("4", "Dan", "sea", "fog"));
    // Works 3 and 4 lose a rare concept, then themselves, and with them a use of boat and of sea.
    assertEquals(List.of(), new Thresholds(3, 1).apply(works));
    assertEquals(works.subList(0, 2), new Thresholds(2, 1).apply(works));
  }

  @Test
  void aWorkWithoutAnArtistCountsAsAWork() {
    var works =
        List.of(
            new CorpusRecord("1", List.of(), List.of("sea", "boat")),
            work("2", "Ann", "sea", "boat"));
    assertEquals(works, new Thresholds(2, 1).apply(works));
    assertEquals(List.of(), new Thresholds(2, 2).apply(works));
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    var e = assertThrows(IllegalArgumentException.class, () -> new Thresholds(0, 1));
    assertEquals("min-works is 0; give 1 or more.", e.getMessage());
    e = assertThrows(IllegalArgumentException.class, () -> new Thresholds(1, -1));
    assertEquals("min-artists is -1; give 0 or more.", e.getMessage());
  }

  private static CorpusRecord work(String artwork, String artist, String... concepts) {
    return new CorpusRecord(artwork, List.of(artist), List.of(concepts));
  }
}
