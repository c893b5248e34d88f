package culturalalien.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.io.ServiceException.Remedy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTest {

  @TempDir private Path folder;

  private static String secret(String file, Map<String, String> environment)
      throws ServiceException {
    return Key.find("A_KEY", file, environment::get).map(Key::secret).orElse("none");
  }

  @Test
  void theFileComesBeforeTheEnvironmentAndThatBeforeItsFile() throws Exception {
    String named = file("\uFEFF\n  sk-named \r\nmore\n");
    Map<String, String> both = Map.of("A_KEY", " sk-plain ", "A_KEY_FILE", named);
    assertEquals("sk-named", secret(named, Map.of("A_KEY", "sk-plain")));
    assertEquals("sk-plain", secret(null, both));
    assertEquals("sk-named", secret(null, Map.of("A_KEY_FILE", named)));
    assertEquals(Optional.empty(), Key.find("A_KEY", null, name -> null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n ", "sk-two words", "sk-\u00e9"})
  void aKeyThatNoneCanBeIsNamedByItsFileOnly(String content) throws Exception {
    String file = file(content);
    var problem = assertThrows(ServiceException.class, () -> secret(file, Map.of()));
    assertEquals(Remedy.OTHER_SETTINGS, problem.remedy());
    assertTrue(problem.getMessage().contains(file), problem::getMessage);
    assertFalse(problem.getMessage().contains("sk-"), problem::getMessage);
  }

  @Test
  void aKeyFileThatIsMissingIsSaidToBe() {
    String missing = folder.resolve("missing").toString();
    var problem = assertThrows(ServiceException.class, () -> secret(missing, Map.of()));
    assertTrue(problem.getMessage().contains("does not exist"), problem::getMessage);
  }

  @Test
  void aKeyDoesNotPrintItself() throws Exception {
    Key key = Key.find("A_KEY", null, name -> "sk-secret").orElseThrow();
    assertFalse(key.toString().contains("secret"));
  }

  private String file(String content) throws Exception {
    return Files.writeString(folder.resolve("key.txt"), content).toString();
  }
}
