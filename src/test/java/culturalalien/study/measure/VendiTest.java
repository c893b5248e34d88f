package culturalalien.study.measure;

import static culturalalien.study.measure.Vectors.apart;
import static culturalalien.study.measure.Vectors.at;
import static culturalalien.study.measure.Vectors.same;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class VendiTest {

  @Test
  void twoConceptsAtHalfCosineAreLessThanTwo() {
    // K / 2 has the eigenvalues (1 + 0.5) / 2 and (1 − 0.5) / 2.
    double entropy = -0.75 * Math.log(0.75) - 0.25 * Math.log(0.25);
    assertEquals(Math.exp(entropy), Vendi.score(at(0, 60)), 1e-6);
  }

  @Test
  void allTheSameIsOneAndAllApartIsTheirNumber() {
    assertEquals(1, Vendi.score(same(30)), 1e-6);
    assertEquals(7, Vendi.score(apart(7, 9)), 1e-9);
  }

  @Test
  void neitherOrderNorDoublesMatter() {
    double once = Vendi.score(at(0, 50, 70, 100));
    assertEquals(once, Vendi.score(at(70, 0, 100, 50)), 1e-6);
    assertEquals(once, Vendi.score(at(0, 0, 50, 50, 70, 70, 100, 100)), 1e-6);
  }

  @Test
  void moreConceptsThanDimensionsScoreTheSameByEitherTable() {
    // In three dimensions the larger table, in nine the smaller one is decomposed.
    float[][] flat = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {0.6f, 0.8f, 0}, {0, 0.6f, 0.8f}};
    float[][] wide = new float[flat.length][];
    for (int i = 0; i < flat.length; i++) {
      wide[i] = Arrays.copyOf(flat[i], 9);
    }
    assertEquals(Vendi.score(wide), Vendi.score(flat), 1e-9);
  }
}
