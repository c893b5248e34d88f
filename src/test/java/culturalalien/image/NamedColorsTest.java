package culturalalien.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.image.NamedColors.NamedColor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NamedColorsTest {

  private static final List<NamedColor> COLORS = NamedColors.all();

  @Test
  void theTableIsReadWithNamesAndColours() {
    assertTrue(COLORS.contains(new NamedColor("blood red", 0x8A0F12)), () -> "" + COLORS);
    assertTrue(COLORS.contains(new NamedColor("rust", 0xA23B2A)), () -> "" + COLORS);
    assertTrue(COLORS.size() >= 100, () -> COLORS.size() + " colours");
  }

  @Test
  void everyNameAndEveryColourStandsOnce() {
    Set<String> names = new HashSet<>();
    Set<Integer> colors = new HashSet<>();
    for (NamedColor color : COLORS) {
      assertTrue(names.add(color.name()), () -> color.name() + " stands twice");
      assertTrue(colors.add(color.rgb()), () -> color + " has the colour of another");
    }
  }

  @Test
  void aNameIsPlainWordsAndAColourThreeBytes() {
    for (NamedColor color : COLORS) {
      assertTrue(color.name().matches("[a-z]+([ -][a-z]+)*"), () -> "\"" + color.name() + "\"");
      assertEquals(color.rgb(), color.rgb() & 0xFFFFFF);
    }
  }
}
