package culturalalien.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.sampling.Artists;
import culturalalien.sampling.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ArtistFactorsTest {

  private static final Vocabulary WORDS =
      SmallCorpus.vocabulary("sea", "boat", "horse", "dog", "tower", "castle", "dream");

  private static final List<CorpusRecord> RECORDS =
      new SmallCorpus()
          .works(5, "Ann", "sea", "boat")
          .works(4, "Bea", "horse", "dog", "sea")
          .works(3, "Cid", "tower", "castle")
          .work("Dot", "tower", "boat")
          .records();

  private static Artists learnt(List<CorpusRecord> records) {
    return ArtistFactors.learn(records, WORDS, 1);
  }

  private static int[] numbers(String... names) {
    return Arrays.stream(names).mapToInt(WORDS::number).toArray();
  }

  private static String nearest(Artists artists, String... names) {
    return artists.nearest(numbers(names), 1).get(0).name();
  }

  private static float share(Artists artists, String of, String also) {
    return artists.share(numbers(of), WORDS.number(also));
  }

  @Test
  void anArtistsOwnConceptsFindTheArtist() {
    Artists artists = learnt(RECORDS);
    assertEquals(List.of("Ann", "Bea", "Cid", "Dot"), artists.names());
    assertEquals("Ann", nearest(artists, "sea", "boat"));
    assertEquals("Bea", nearest(artists, "dog", "horse"));
    assertEquals("Cid", nearest(artists, "castle"));
    assertEquals("Dot", nearest(artists, "tower", "boat"));
  }

  @Test
  void ofManyArtistsEachIsFoundByTheirOwnWorks() {
    String[] names = SmallCorpus.concepts(60);
    Vocabulary words = SmallCorpus.vocabulary(names);
    SmallCorpus corpus = new SmallCorpus();
    Random random = new Random(2);
    List<String[]> works = new ArrayList<>();
    for (int artist = 0; artist < 30; artist++) {
      String[] own =
          random.ints(0, 60).distinct().limit(6).mapToObj(i -> names[i]).toArray(String[]::new);
      works.add(own);
      corpus.works(1 + artist % 4, "artist " + artist, own);
    }
    Artists artists = ArtistFactors.learn(corpus.records(), words, 1);
    int found = 0;
    for (int artist = 0; artist < 30; artist++) {
      int[] set = Arrays.stream(works.get(artist)).mapToInt(words::number).toArray();
      found += artists.nearest(set, 1).get(0).name().equals("artist " + artist) ? 1 : 0;
    }
    assertTrue(found >= 27, found + " of 30");
  }

  @Test
  void itIsCountedHowManyArtistsUseAConceptAndTwo() {
    Artists artists = learnt(RECORDS);
    assertArrayEquals(new float[] {2, 2, 1, 1, 2, 1, 0}, artists.makers());
    // A few artists are described to the last: nothing is lost.
    assertEquals(1, artists.together(WORDS.number("sea"), WORDS.number("boat")), 1e-4);
    assertEquals(2, artists.together(WORDS.number("sea"), WORDS.number("sea")), 1e-4);
    assertEquals(0, artists.together(WORDS.number("sea"), WORDS.number("castle")), 1e-4);
    assertEquals(0.5, share(artists, "sea", "dog"), 1e-4);
    assertEquals(1, share(artists, "dog", "sea"), 1e-4);
    assertEquals(1, share(artists, "castle", "tower"), 1e-4);
    assertEquals(0, share(artists, "castle", "dog"), 1e-4);
  }

  @Test
  void howOftenAnArtistUsesAConceptDoesNotChangeTheShare() {
    Artists once = learnt(new SmallCorpus().work("Ann", "sea", "dog").work("Bea", "sea").records());
    Artists often =
        learnt(new SmallCorpus().works(50, "Ann", "sea", "dog").work("Bea", "sea").records());
    assertEquals(share(once, "sea", "dog"), share(often, "sea", "dog"), 1e-5);
    assertEquals(0.5, share(often, "sea", "dog"), 1e-4);
  }

  @Test
  void onAMadeUpCorpusOfManyArtistsTheSharesAreAboutRight() {
    // Two schools of 150 artists, each with 40 concepts of its own.
    int concepts = 80;
    Vocabulary words = SmallCorpus.vocabulary(SmallCorpus.concepts(concepts));
    SmallCorpus corpus = new SmallCorpus();
    List<BitSet> users = new ArrayList<>();
    for (int c = 0; c < concepts; c++) {
      users.add(new BitSet());
    }
    Random random = new Random(4);
    for (int artist = 0; artist < 300; artist++) {
      List<String> own = new ArrayList<>();
      for (int c = 0; c < concepts; c++) {
        boolean school = c / 40 == artist % 2;
        if (random.nextDouble() < (school ? 0.3 : 0.02)) {
          own.add("c" + c);
          users.get(c).set(artist);
        }
      }
      if (!own.isEmpty()) {
        corpus.work("artist " + artist, own.toArray(String[]::new));
      }
    }
    Artists artists = ArtistFactors.learn(corpus.records(), words, 1);
    double error = 0;
    double spread = 0;
    int pairs = 0;
    for (int a = 0; a < concepts; a++) {
      for (int b = 0; b < concepts; b++) {
        if (a != b) {
          BitSet both = (BitSet) users.get(a).clone();
          both.and(users.get(b));
          double exact = (double) both.cardinality() / users.get(a).cardinality();
          double found = artists.share(new int[] {a}, b);
          assertTrue(found >= 0 && found <= 1, () -> found + "");
          error += Math.abs(found - exact);
          spread += Math.abs(0.16 - exact);
          pairs++;
        }
      }
    }
    // 64 of 80 directions are kept.
    assertTrue(error / pairs < 0.02, "mean error " + error / pairs);
    assertTrue(error < spread / 5, error + " beside " + spread);
  }

  @Test
  void vectorsAreOfLengthOneAndAConceptThatNobodyUsesHasNone() {
    Artists artists = learnt(RECORDS);
    for (float[] vector : artists.vectors()) {
      assertEquals(1, length(vector), 1e-5);
    }
    for (int c = 0; c < WORDS.size(); c++) {
      assertEquals(WORDS.name(c).equals("dream") ? 0 : 1, length(artists.concepts()[c]), 1e-5);
    }
    assertEquals(0, artists.share(numbers("dream"), 0));
    assertEquals(0, artists.share(numbers("sea"), WORDS.number("dream")), 1e-6);
  }

  private static double length(float[] vector) {
    double sum = 0;
    for (float x : vector) {
      sum += (double) x * x;
    }
    return Math.sqrt(sum);
  }

  @Test
  void worksWithoutAKnownArtistOrAKnownConceptTeachNothing() {
    Artists artists =
        learnt(
            new SmallCorpus()
                .work("Ann", "sea", "boat")
                .work("Bea", "dog")
                .works(9, "", "sea", "castle")
                .work("Eve", "submarine")
                .records());
    assertEquals(List.of("Ann", "Bea"), artists.names());
    assertEquals(1, artists.makers()[WORDS.number("sea")]);
    assertEquals(0, artists.makers()[WORDS.number("castle")]);
  }

  @Test
  void aWorkOfTwoArtistsCountsForBoth() {
    Artists artists =
        learnt(
            new SmallCorpus()
                .work(List.of("Ann", "Bea"), "sea", "boat")
                .work("Cid", "dog")
                .records());
    assertEquals(List.of("Ann", "Bea", "Cid"), artists.names());
    assertEquals(2, artists.makers()[WORDS.number("sea")]);
  }

  @Test
  void withoutAnyArtistNobodyIsKnown() {
    assertSame(Artists.UNKNOWN, learnt(new SmallCorpus().works(3, "", "sea").records()));
    assertSame(Artists.UNKNOWN, learnt(List.of()));
  }

  @Test
  void ofASingleArtistEverythingIsUsualAndNothingIsNaN() {
    Artists artists = learnt(new SmallCorpus().work("Ann", "sea", "boat").records());
    assertEquals(List.of("Ann"), artists.names());
    assertEquals(1, share(artists, "sea", "boat"), 1e-5);
    assertEquals(0, share(artists, "sea", "dog"), 1e-5);
    // What everybody uses tells nobody apart.
    assertEquals(0, artists.nearest(numbers("sea"), 1).get(0).similarity());
  }

  @Test
  void theSameSeedGivesTheSameNumbers() {
    assertArrayEquals(learnt(RECORDS).vectors(), learnt(RECORDS).vectors());
    assertArrayEquals(learnt(RECORDS).habits(), learnt(RECORDS).habits());
  }
}
