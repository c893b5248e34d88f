package culturalalien.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypicalityTest {

  @ParameterizedTest
  @EnumSource(Typicality.class)
  void eachIsFoundByItsName(Typicality typicality) {
    assertSame(typicality, Typicality.named(typicality.toString()));
  }

  @Test
  void bothNamesAreAsPeopleWriteThem() {
    assertEquals(java.util.List.of("context", "artists"), Typicality.names());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "Artists", "ARTISTS", "critics"})
  void anythingElseIsRefusedWithBothNames(String name) {
    var refused = assertThrows(IllegalArgumentException.class, () -> Typicality.named(name));
    assertEquals(
        "typicality is by \"" + name + "\", must be by context or artists", refused.getMessage());
  }
}
