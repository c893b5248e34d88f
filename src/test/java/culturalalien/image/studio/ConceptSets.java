package culturalalien.image.studio;

import culturalalien.image.ImageRequest;
import culturalalien.image.ImageRequest.Subject;
import culturalalien.sampling.ConceptVectors;
import culturalalien.scoring.ModelBundle;
import culturalalien.scoring.ShippedModels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Sets of real concepts, with their vectors and colours, for pictures to be made of. */
final class ConceptSets {

  private static final int NEIGHBOURS = 30;

  private final ModelBundle bundle;

  /** Read once for all tests. */
  static final ConceptSets SHIPPED = new ConceptSets();

  private ConceptSets() {
    try {
      bundle = ShippedModels.read(ShippedModels.TATE, ModelBundle::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int size() {
    return bundle.vocabulary().size();
  }

  float[] vector(int concept) {
    return bundle.vectors().vectors()[concept];
  }

  Subject subject(int concept) {
    return new Subject(
        bundle.vocabulary().names().get(concept),
        vector(concept),
        bundle.vectors().palette(concept, 4));
  }

  Subject subject(String name) {
    int concept = bundle.vocabulary().names().indexOf(name);
    if (concept < 0) {
      throw new IllegalArgumentException("no concept \"" + name + "\"");
    }
    return subject(concept);
  }

  /** The concepts nearest in meaning, without the concept itself. */
  List<Integer> neighbours(int concept) {
    float[][] vectors = bundle.vectors().vectors();
    return IntStream.range(0, vectors.length)
        .filter(i -> i != concept)
        .boxed()
        .sorted(
            Comparator.comparingDouble(
                (Integer i) -> -ConceptVectors.cosine(vectors[i], vectors[concept])))
        .limit(NEIGHBOURS)
        .toList();
  }

  /** A concept and two of its neighbours. */
  List<Subject> near(Random random) {
    int first = random.nextInt(size());
    List<Integer> neighbours = neighbours(first);
    List<Subject> subjects = new ArrayList<>(List.of(subject(first)));
    subjects.add(subject(neighbours.get(random.nextInt(NEIGHBOURS))));
    subjects.add(subject(neighbours.get(random.nextInt(NEIGHBOURS))));
    return subjects;
  }

  /** Three concepts that happened to meet. */
  List<Subject> far(Random random) {
    return List.of(
        subject(random.nextInt(size())),
        subject(random.nextInt(size())),
        subject(random.nextInt(size())));
  }

  static ImageRequest request(List<Subject> subjects, int width, int height, long seed) {
    return new ImageRequest("", "", subjects, width, height, seed);
  }
}
