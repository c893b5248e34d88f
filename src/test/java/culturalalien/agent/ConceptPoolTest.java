package culturalalien.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.agent.Event.Left;
import culturalalien.agent.Event.Named;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConceptPoolTest {

  private final ConceptPool pool = new ConceptPool();

  private void add(String... names) {
    for (String name : names) {
      pool.add(new Named(name, name.length()));
    }
  }

  private List<String> leaving(int patience, int most, String newest) {
    return pool.leaving(patience, most, newest).stream().map(Left::name).toList();
  }

  @Test
  void patienceIsCountedInUsesInARow() {
    add("sea", "boat", "hat");
    pool.used(List.of("sea", "boat"), false);
    pool.used(List.of("sea"), true);
    pool.used(List.of("sea", "boat"), false);
    pool.used(List.of("boat"), false);
    assertEquals(List.of("boat"), leaving(3, 10, null));
    assertEquals(
        "3 uses in a row brought nothing newer", pool.leaving(3, 10, null).get(0).reason());
    assertEquals(List.of("sea", "boat"), leaving(1, 10, null));
  }

  @Test
  void theArtistsOwnNeverLeave() {
    pool.own(List.of(new Named("sea", 1), new Named("glass bead", -1)));
    add("boat");
    for (int i = 0; i < 9; i++) {
      pool.used(List.of("sea", "glass bead", "boat"), false);
    }
    assertEquals(List.of("boat"), leaving(3, 1, null));
    pool.own(List.of(new Named("boat", 4)));
    assertEquals(List.of("sea", "glass bead"), leaving(3, 10, null));
  }

  @Test
  void theLastOneStays() {
    add("sea", "boat");
    pool.used(List.of("sea", "boat"), false);
    assertEquals(List.of("sea"), leaving(1, 10, null));
  }

  @Test
  void ofTooManyTheWeakestLeaveButNotTheNewest() {
    add("sea", "boat", "hat", "dog");
    pool.used(List.of("boat", "sea"), true);
    pool.used(List.of("boat"), true);
    pool.used(List.of("hat"), false);
    // The most misses first, then the most uses.
    assertEquals(List.of("hat", "boat"), leaving(5, 2, "dog"));
    assertTrue(pool.leaving(5, 2, "dog").get(0).reason().contains("at most 2"));
  }

  @Test
  void aCopyFaresOnItsOwn() {
    add("sea", "boat");
    ConceptPool copy = pool.copy();
    copy.used(List.of("boat"), false);
    copy.remove("Sea");
    assertEquals(0, pool.member("boat").orElseThrow().misses());
    assertEquals(2, pool.members().size());
    assertEquals(1, copy.member("BOAT").orElseThrow().misses());
  }
}
