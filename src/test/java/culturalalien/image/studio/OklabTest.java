package culturalalien.image.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OklabTest {

  @ParameterizedTest
  @ValueSource(ints = {0x000000, 0xFFFFFF, 0x8A0F12, 0x2040C0, 0x00FF00, 0xFFE066, 0x7F7F7F})
  void aColourComesBackAsItWas(int rgb) {
    Oklab color = Oklab.ofRgb(rgb);
    int back = Oklab.argb(color.l(), color.a(), color.b(), 0);
    for (int shift = 0; shift <= 16; shift += 8) {
      assertEquals(rgb >> shift & 255, back >> shift & 255, 1, () -> Integer.toHexString(back));
    }
  }

  /** Ottosson's own example: the lightness and axes of pure red. */
  @Test
  void redHasThePublishedCoordinates() {
    Oklab red = Oklab.ofRgb(0xFF0000);
    assertEquals(0.6279, red.l(), 1e-3);
    assertEquals(0.2249, red.a(), 1e-3);
    assertEquals(0.1258, red.b(), 1e-3);
  }

  @Test
  void whatNoScreenCanShowKeepsItsLightness() {
    int argb = Oklab.argb(0.6, 0.5, -0.5, 0);
    Oklab shown = Oklab.ofRgb(argb & 0xFFFFFF);
    assertEquals(0.6, shown.l(), 0.02);
    assertTrue(shown.a() > 0.05 && shown.b() < -0.05, () -> "" + shown);
  }
}
