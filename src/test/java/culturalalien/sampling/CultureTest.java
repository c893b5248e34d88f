package culturalalien.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class CultureTest {

  private static final float[][] MEANINGS = {{1, 0}, {0.6f, 0.8f}, {0, 1}, {-1, 0}};

  private static final Vocabulary WORDS =
      Vocabulary.parse(
          List.of(
              "tree\tkind:nature",
              "altar\tkind:objects\tfaith",
              "massacre\tkind:society\tviolent",
              "gulag\tkind:society\ttraumatic",
              "hope\tkind:emotions and ideas",
              "train\tkind:transport"));

  private static Culture culture(float[][] meanings) {
    return new Culture(
        meanings,
        Artists.UNKNOWN,
        new BitSet(),
        WORDS.marked(java.util.Set.of(Marks.FAITH)),
        WORDS.marked(Marks.ATROCITIES));
  }

  private static boolean mayMeet(Culture culture, double cosine, int... set) {
    return culture.mayMeet(set, cosine);
  }

  @Test
  void whatIsNearerInMeaningThanAllowedMayNotMeet() {
    Culture culture =
        new Culture(MEANINGS, Artists.UNKNOWN, new BitSet(), new BitSet(), new BitSet());
    assertTrue(mayMeet(culture, 0.7, 0, 1));
    assertFalse(mayMeet(culture, 0.5, 0, 1));
    assertTrue(mayMeet(culture, 0.5, 0, 2, 3));
    // Any two of them decide: here the last ones.
    assertFalse(mayMeet(culture, 0.7, 3, 0, 1, 2));
  }

  @Test
  void aFaithMayNotMeetAnAtrocityHoweverFarApartTheyAre() {
    for (int atrocity : new int[] {2, 3}) {
      assertFalse(mayMeet(culture(new float[0][]), 1, 1, atrocity));
      assertFalse(mayMeet(culture(new float[0][]), 1, atrocity, 0, 1));
    }
    assertTrue(mayMeet(culture(new float[0][]), 1, 0, 1, 4));
    assertTrue(mayMeet(culture(new float[0][]), 1, 0, 2, 3));
  }

  @Test
  void whereNamesMeanNothingNothingIsTooNear() {
    assertTrue(mayMeet(Culture.UNKNOWN, -1, 0, 1, 2));
    assertEquals(0, Culture.UNKNOWN.nearness(new int[] {0}, 1));
  }

  @Test
  void aVocabularyTellsWhatIsConcreteAFaithAndAnAtrocity() {
    Culture culture =
        Culture.of(
            WORDS,
            new ConceptVectors(new float[6][2], new float[6][2], new float[1][2], new int[] {0}),
            Artists.UNKNOWN);
    assertEquals("{0, 1, 5}", culture.concrete().toString());
    assertEquals("{1}", culture.faiths().toString());
    assertEquals("{2, 3}", culture.atrocities().toString());
  }
}
