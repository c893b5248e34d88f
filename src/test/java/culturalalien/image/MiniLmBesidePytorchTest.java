package culturalalien.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import culturalalien.CulturalAlien;
import org.junit.jupiter.api.Test;
import processing.core.PApplet;

/** Two native libraries in one JVM: ONNX Runtime for texts, PyTorch for concepts. */
class MiniLmBesidePytorchTest {

  @Test
  void neitherChangesWhatTheOtherAnswers() {
    CulturalAlien cas = new CulturalAlien(new PApplet());
    try {
      cas.seed(1);
      String concept = cas.nextConcept().name();
      TextEmbedder embedder = new MiniLm();
      float[] moon = embedder.embed("moon");
      for (int i = 0; i < 5; i++) {
        cas.clear();
        cas.seed(1);
        assertEquals(concept, cas.nextConcept().name());
        assertArrayEquals(moon, embedder.embed("moon"));
      }
    } finally {
      cas.dispose();
    }
  }
}
