package culturalalien.scoring;

import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.sampling.ConceptMap;
import culturalalien.sampling.ConceptVectors;
import culturalalien.sampling.Trustworthiness;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The map that sketches see is in the file, and better than what would stand in for it. */
class ShippedMapTest {

  @Test
  void theShippedMapKeepsNeighboursTogether() throws IOException {
    ConceptVectors shipped = ModelBundle.read(Path.of("models/tate")).vectors();
    double map = Trustworthiness.of(shipped.vectors(), shipped.places(), 12, 10);
    double plane =
        Trustworthiness.of(shipped.vectors(), ConceptMap.plane(shipped.vectors()), 12, 10);
    assertTrue(map > 0.84, () -> "map " + map);
    assertTrue(map > plane + 0.15, () -> "map " + map + ", plane " + plane);
  }
}
