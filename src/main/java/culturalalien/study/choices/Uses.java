package culturalalien.study.choices;

import culturalalien.corpus.CorpusRecord;
import culturalalien.corpus.TrainingSequences;
import culturalalien.sampling.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who used what, counted: no model.
 *
 * @param artists of each concept, those who used it
 * @param companions of each concept, those that stood with it in a work
 */
public record Uses(List<BitSet> artists, List<BitSet> companions) {

  /** Counts some records. */
  public static Uses of(List<CorpusRecord> records, Vocabulary vocabulary) {
    List<BitSet> artists = empty(vocabulary.size());
    List<BitSet> companions = empty(vocabulary.size());
    Map<String, Integer> places = new HashMap<>();
    for (CorpusRecord record : records) {
      int[] set = TrainingSequences.numbers(record, vocabulary);
      for (int concept : set) {
        Arrays.stream(set).forEach(companions.get(concept)::set);
        for (String artist : record.artists()) {
          artists.get(concept).set(places.computeIfAbsent(artist, name -> places.size()));
        }
      }
    }
    return new Uses(artists, companions);
  }

  private static List<BitSet> empty(int size) {
    List<BitSet> sets = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      sets.add(new BitSet());
    }
    return sets;
  }

  /** The largest share, over the pool, of the artists who used its concept that used another. */
  double share(int[] pool, int concept) {
    double share = 0;
    for (int p : pool) {
      BitSet both = (BitSet) artists.get(p).clone();
      both.and(artists.get(concept));
      share =
          Math.max(share, (double) both.cardinality() / Math.max(1, artists.get(p).cardinality()));
    }
    return share;
  }

  /** Whether no work shows a concept with one of the pool. */
  boolean isUnseen(int[] pool, int concept) {
    return Arrays.stream(pool).noneMatch(companions.get(concept)::get);
  }

  /** Whether no artist used all concepts of a set, in whichever works. */
  public boolean isUncombined(int[] set) {
    BitSet all = (BitSet) artists.get(set[0]).clone();
    Arrays.stream(set).forEach(concept -> all.and(artists.get(concept)));
    return all.isEmpty();
  }
}
