package culturalalien.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class PlugInsTest {

  @Test
  void bothCompositorsArePlugIns() {
    List<String> names = new ArrayList<>();
    ServiceLoader.load(Compositor.class).forEach(compositor -> names.add(compositor.name()));
    assertEquals(List.of("grammar", "language-model"), names);
  }
}
