package culturalalien.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import culturalalien.sampling.Frequencies;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArtistWeightsTest {

  private static final List<CorpusRecord> RECORDS =
      new SmallCorpus()
          .works(16, "Ann", "sea")
          .works(4, "Bea", "boat")
          .work("Cid", "sky")
          .works(2, "", "tree")
          .records();

  @ParameterizedTest
  @CsvSource({"0, 1, 1, 1", "0.5, 4, 2, 1", "1, 16, 4, 1"})
  void anArtistIsDrawnByTheirWorksToTheExponent(double exponent, double a, double b, double c) {
    ArtistWeights artists = new ArtistWeights(RECORDS, exponent);
    SplittableRandom random = new SplittableRandom(1);
    // The two works of nobody known stand for an artist each.
    double[] weights = {a, b, c, 1, 1};
    assertEquals(weights.length, artists.size());
    Frequencies.assertFit(weights, 20_000, () -> artists.draw(random));
  }

  @Test
  void aWorkOfTwoArtistsCountsForBoth() {
    ArtistWeights artists =
        new ArtistWeights(
            new SmallCorpus()
                .work(List.of("Ann", "Bea"), "sea")
                .work("Bea", "boat")
                .work("Bea", "sky")
                .records(),
            1);
    assertEquals(1, artists.works(0).size());
    assertEquals(3, artists.works(1).size());
    SplittableRandom random = new SplittableRandom(2);
    Frequencies.assertFit(new double[] {1, 3}, 10_000, () -> artists.draw(random));
  }

  @Test
  void ofAnArtistEveryWorkHasTheSameChance() {
    List<CorpusRecord> records =
        new SmallCorpus().works(3, "Ann", "sea").works(1, "Bea", "boat").records();
    ArtistWeights artists = new ArtistWeights(records, 0);
    SplittableRandom random = new SplittableRandom(3);
    Frequencies.assertFit(
        new double[] {1, 1, 1, 3}, 20_000, () -> records.indexOf(artists.drawWork(random)));
  }

  @Test
  void aCorpusWithoutArtworksIsRefused() {
    var refused =
        assertThrows(IllegalArgumentException.class, () -> new ArtistWeights(List.of(), 1));
    assertEquals(
        "there are no artworks with concepts to choose from; the corpus is too small, or its"
            + " held-out part is",
        refused.getMessage());
  }
}
