package culturalalien.scoring;

import culturalalien.gpt2.Checkpoint;
import culturalalien.gpt2.Gpt2Config;
import culturalalien.sampling.Artists;
import culturalalien.sampling.ConceptVectors;
import culturalalien.sampling.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** A bundle of a few concepts with random models, which load in no time. */
public final class TinyBundle {

  /**
   * The concepts; "nude" is marked as explicit and "war", all of its kind, as violent; "tower" as a
   * faith's.
   */
  public static final List<String> NAMES =
      List.of(
          "sea",
          "sailing boat",
          "boat",
          "mountain",
          "castle",
          "nude",
          "war",
          "horse",
          "dog",
          "cloud",
          "tower",
          "river",
          "face",
          "hat",
          "mirror",
          "dream");

  private TinyBundle() {}

  public static ModelBundle make() {
    Vocabulary vocabulary =
        new Vocabulary(
            NAMES,
            NAMES.stream()
                .map(
                    name ->
                        switch (name) {
                          case "nude" -> Set.of("explicit");
                          case "war" -> Set.of("violent");
                          case "tower" -> Set.of("faith");
                          default -> Set.<String>of();
                        })
                .toList(),
            NAMES.stream().map(TinyBundle::kind).toList());
    List<String> tokens = new ArrayList<>(NAMES);
    tokens.add(Checkpoint.END);
    int end = NAMES.size();
    Gpt2Config config = new Gpt2Config(end + 1, 10, 16, 2, 2, 1e-5f, 0.1f, end);
    return new ModelBundle(
        vocabulary,
        Checkpoint.random(config, tokens, 1),
        Checkpoint.random(config, tokens, 2),
        new ConceptVectors(
            vectors(NAMES.size(), 3),
            places(NAMES.size()),
            vectors(4, 4),
            new int[] {0xFF0000, 0xFF00, 0xFF, 0x808080}));
  }

  /** As many concepts, named by their numbers. */
  public static ModelBundle large(int concepts) {
    List<String> names = IntStream.range(0, concepts).mapToObj(i -> "concept " + i).toList();
    List<String> tokens = new ArrayList<>(names);
    tokens.add(Checkpoint.END);
    Gpt2Config config = new Gpt2Config(concepts + 1, 10, 16, 1, 1, 1e-5f, 0.1f, concepts);
    return new ModelBundle(
        new Vocabulary(names, Collections.nCopies(concepts, Set.<String>of())),
        Checkpoint.random(config, tokens, 1),
        Checkpoint.random(config, tokens, 2),
        new ConceptVectors(
            vectors(concepts, 3), places(concepts), vectors(1, 4), new int[] {0x808080}));
  }

  /** The same, of a culture of which three artists are known. */
  public static ModelBundle withArtists() {
    ModelBundle bundle = make();
    return new ModelBundle(
        bundle.vocabulary(),
        bundle.coherence(),
        bundle.context(),
        bundle.vectors(),
        artists(NAMES.size()));
  }

  /** Ann Author, Bea Bäcker and Cid Carver; the numbers are exact in 16 bits. */
  private static Artists artists(int concepts) {
    float[][] directions = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
    float[][] of = new float[concepts][];
    float[][] habits = new float[concepts][];
    float[] makers = new float[concepts];
    for (int i = 0; i < concepts; i++) {
      of[i] = directions[i % 4];
      habits[i] = new float[] {i % 3, i % 5 / 4f, 0.5f};
      makers[i] = 4 + i % 3;
    }
    return new Artists(
        List.of("Ann Author", "Bea Bäcker", "Cid Carver"),
        new float[][] {{1, 0}, {0, 1}, {-1, 0}},
        of,
        habits,
        makers);
  }

  private static String kind(String name) {
    return switch (name) {
      case "castle", "tower" -> "architecture";
      case "nude", "face" -> "people";
      case "war" -> "society";
      case "hat", "mirror" -> "objects";
      case "boat", "sailing boat" -> "transport";
      case "dream" -> "emotions and ideas";
      default -> "nature";
    };
  }

  /** Of its own, as a map made from the vectors takes its time. */
  private static float[][] places(int count) {
    float[][] places = new float[count][];
    Arrays.setAll(places, i -> new float[] {i / (float) count, i * 7 % count / (float) count});
    return places;
  }

  private static float[][] vectors(int count, long seed) {
    Random random = new Random(seed);
    float[][] vectors = new float[count][384];
    for (float[] vector : vectors) {
      for (int i = 0; i < vector.length; i++) {
        vector[i] = (float) (random.nextGaussian() / Math.sqrt(vector.length));
      }
    }
    return vectors;
  }

  /** The names that are not among the given ones. */
  public static List<String> without(String... names) {
    return NAMES.stream().filter(name -> !Arrays.asList(names).contains(name)).toList();
  }
}
