package culturalalien.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedServicesTest {

  private final AtomicInteger loads = new AtomicInteger();
  private final List<String> warnings = new ArrayList<>();

  private Scorer open(String name) {
    return SharedServices.open(
        name,
        () -> {
          loads.incrementAndGet();
          return TinyBundle.make();
        },
        "cpu",
        warnings::add);
  }

  @Test
  void twoUsersOfAFolderShareOneSetOfWeightsUntilTheLastLeaves() {
    Scorer first = open("shared");
    Scorer second = open("shared");
    assertEquals(16, first.prior(Expert.COHERENCE).length);
    first.close();
    first.close();
    assertEquals(1, second.nll(Expert.COHERENCE, new int[][] {{1, 2}}, 2).length);
    assertEquals(1, loads.get());
    second.close();
    assertThrows(
        CancellationException.class, () -> second.nll(Expert.COHERENCE, new int[][] {{1}}, 1));
    try (Scorer third = open("shared")) {
      third.loaded().join();
    }
    assertEquals(2, loads.get());
  }

  @Test
  void foldersHaveServicesOfTheirOwn() {
    try (Scorer first = open("one");
        Scorer second = open("two")) {
      first.loaded().join();
      second.loaded().join();
    }
    assertEquals(2, loads.get());
  }
}
