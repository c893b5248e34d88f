package culturalalien.corpus;

import culturalalien.sampling.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Made-up works in few words: {@code work("Ann", "sea", "boat")}. */
final class SmallCorpus {

  private final List<CorpusRecord> records = new ArrayList<>();

  /** A work of one artist; of nobody known if the name is empty. */
  SmallCorpus work(String artist, String... concepts) {
    return work(artist.isEmpty() ? List.of() : List.of(artist), concepts);
  }

  SmallCorpus work(List<String> artists, String... concepts) {
    records.add(new CorpusRecord("A" + records.size(), artists, List.of(concepts)));
    return this;
  }

  SmallCorpus works(int count, String artist, String... concepts) {
    for (int i = 0; i < count; i++) {
      work(artist, concepts);
    }
    return this;
  }

  List<CorpusRecord> records() {
    return List.copyOf(records);
  }

  /** A vocabulary in the order given. */
  static Vocabulary vocabulary(String... names) {
    return new Vocabulary(List.of(names), Arrays.stream(names).map(n -> Set.<String>of()).toList());
  }

  /** The concepts c0, c1, … c(count − 1). */
  static String[] concepts(int count) {
    return IntStream.range(0, count).mapToObj(i -> "c" + i).toArray(String[]::new);
  }
}
