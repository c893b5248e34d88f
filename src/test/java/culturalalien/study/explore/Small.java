package culturalalien.study.explore;

import culturalalien.agent.Event.Named;
import culturalalien.agent.Rehearsal.Turn;
import culturalalien.sampling.FakeModel;
import culturalalien.sampling.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A vocabulary of a few dozen words, models whose answers are known, and runs. */
final class Small {

  static final int SIZE = 60;
  static final BitSet NONE = new BitSet();
  static final Vocabulary WORDS =
      Vocabulary.parse(IntStream.range(0, SIZE).mapToObj(i -> "word " + i).toList());

  private Small() {}

  static Named word(int number) {
    return new Named("word " + number, number);
  }

  /** The name decides: the same word, the same vector of length 1. */
  static float[] vector(String name) {
    Random random = new Random(name.hashCode());
    float[] vector = new float[384];
    double squares = 0;
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) random.nextGaussian();
      squares += vector[i] * vector[i];
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= (float) Math.sqrt(squares);
    }
    return vector;
  }

  static float[][] vectors() {
    return WORDS.names().stream().map(Small::vector).toArray(float[][]::new);
  }

  /** The first words are the likeliest, whatever stands before them. */
  static FakeModel zipf() {
    double[] p = IntStream.range(0, SIZE).mapToDouble(i -> 1.0 / (i + 1)).toArray();
    double sum = Arrays.stream(p).sum();
    return FakeModel.unigram(12, Arrays.stream(p).map(x -> x / sum).toArray());
  }

  /** What stands before decides a little: each word likes its successor. */
  static FakeModel chain() {
    float[] first = new float[SIZE];
    float[][] after = new float[SIZE][SIZE];
    Arrays.fill(first, 4);
    for (int i = 0; i < SIZE; i++) {
      Arrays.fill(after[i], 4.5f);
      after[i][(i + 1) % SIZE] = 1;
    }
    return FakeModel.bigram(12, first, after);
  }

  /** A run of single-word works. */
  static Trajectory run(String sampler, int start, int seed, int... words) {
    List<Turn> turns = new ArrayList<>();
    for (int word : words) {
      turns.add(new Turn(word(word), List.of("word " + start, "word " + word), 0.5));
    }
    return new Trajectory(sampler, start, word(start), seed, turns);
  }

  static Surveyor surveyor() {
    return new Surveyor(new Jury(chain(), zipf(), WORDS), Small::vector, vectors());
  }

  static Contestant contestant(String name) {
    return new Contestant(name, "for tests", runs -> List.of(), null, null, false);
  }
}
