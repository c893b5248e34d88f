package culturalalien.image.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.image.ImageRequest.Subject;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaletteTest {

  private static final ConceptSets SETS = ConceptSets.SHIPPED;

  private static Palette palette(List<Subject> subjects) {
    return new Palette(subjects, new Meaning(subjects), 0.5, null);
  }

  @Test
  void tonesRiseFromDarkToLight() {
    Random random = new Random(1);
    for (int i = 0; i < 30; i++) {
      Palette palette = palette(SETS.far(random));
      for (double t = 0.1; t <= 1; t += 0.1) {
        assertTrue(palette.tone(t).l() > palette.tone(t - 0.1).l());
      }
      assertTrue(palette.tone(1).l() - palette.tone(0).l() > 0.4);
    }
  }

  @Test
  void theSubjectsHueIsTheTonesHue() {
    float[] meaning = SETS.subject(0).vector();
    Palette blue = palette(List.of(new Subject("a", meaning, new int[] {0x2040C0})));
    Palette red = palette(List.of(new Subject("a", meaning, new int[] {0xC03020})));
    assertTrue(blue.tone(0.4).b() < -0.02, () -> "" + blue.tone(0.4));
    assertTrue(red.tone(0.5).a() > 0.02, () -> "" + red.tone(0.5));
  }

  @Test
  void theAccentIsVividAndUnlikeTheDominantHue() {
    Random random = new Random(2);
    for (int i = 0; i < 30; i++) {
      Palette palette = palette(SETS.near(random));
      assertTrue(palette.accent.chroma() > 0.09, () -> "" + palette.accent);
    }
    float[] meaning = SETS.subject(0).vector();
    Palette blue = palette(List.of(new Subject("a", meaning, new int[] {0x2040C0, 0x3060D0})));
    double apart = blue.accent.hue() - blue.tone(0.4).hue();
    assertTrue(Curves.cos(apart) < 0.2, () -> blue.accent + " beside " + blue.tone(0.4));
  }

  @Test
  void greysMakeAPaletteToo() {
    Palette grey = palette(List.of(new Subject("a", new float[384], new int[] {0x808080})));
    assertTrue(grey.tone(0.5).chroma() < 0.06);
    assertEquals(0.5, grey.key, 0.45);
  }
}
