package culturalalien.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import culturalalien.gpt2.Safetensors.Precision;
import culturalalien.sampling.ConceptMap;
import culturalalien.sampling.ConceptVectors;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Makes the map of the shipped models' concepts anew, and leaves all else in their folder as it is:
 * {@code mvn test -Dtest=ConceptMapMaker}. Not part of the normal run. New models get their map
 * when they are trained.
 */
class ConceptMapMaker {

  private static final Path FOLDER = Path.of("models/tate");

  @Test
  void makeMap() throws IOException {
    ConceptVectors old = ModelBundle.read(FOLDER).vectors();
    ModelBundle.writeVectors(
        FOLDER,
        new ConceptVectors(
            old.vectors(), ConceptMap.of(old.vectors()), old.colorVectors(), old.colors()),
        Precision.F16);
    assertArrayEquals(old.vectors(), ModelBundle.read(FOLDER).vectors().vectors());
  }
}
