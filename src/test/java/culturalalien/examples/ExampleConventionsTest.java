package culturalalien.examples;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people expect of a library's examples before they have run one. */
class ExampleConventionsTest {
  private static final Path EXAMPLES = Path.of("examples");
  private static final int MAX_LINES_OF_CODE = 60;
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
  private static final List<String> NEEDS_A_NETWORK =
      List.of("http", "openai", "server", "api_key");

  static List<Path> examples() throws IOException {
    return PdeSketch.under(EXAMPLES);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void folderAndMainTabShareOnePascalCaseName(Path folder) {
    for (Path part : EXAMPLES.relativize(folder)) {
      assertTrue(part.toString().matches("([A-Z][a-z0-9]*)+"), () -> part + " is not PascalCase");
    }
    assertTrue(Files.exists(folder.resolve(folder.getFileName() + ".pde")), "no main tab");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void headerSaysWhatItShowsAndWhatToDo(Path folder) throws IOException {
    String source = new PdeSketch(folder).source();
    Matcher header = Pattern.compile("\\A/\\*\\*(.*?)\\*/", Pattern.DOTALL).matcher(source);
    assertTrue(header.find(), "begins with a /** comment */");
    assertTrue(header.group(1).lines().filter(l -> l.length() > 3).count() >= 3, "says enough");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void sixtyLinesOfCodeAtMost(Path folder) throws IOException {
    String source = new PdeSketch(folder).source();
    String code = COMMENT.matcher(source).replaceAll("");
    long lines = code.lines().filter(line -> !line.isBlank()).count();
    assertTrue(lines <= MAX_LINES_OF_CODE, () -> lines + " lines");
    assertTrue(source.lines().allMatch(line -> line.length() <= 100), "fits the PDE's window");
    assertFalse(source.contains("\t"), "indents with spaces");
  }

  @Test
  void firstExampleListedAndAllBasicsWorkOffline() throws IOException {
    List<Path> all = examples();
    Path basics = EXAMPLES.resolve("Basics");
    Stream<Path> first = all.stream().limit(1);
    for (Path folder :
        Stream.concat(first, all.stream().filter(folder -> folder.startsWith(basics))).toList()) {
      String source = new PdeSketch(folder).source().toLowerCase(Locale.ROOT);
      for (String word : NEEDS_A_NETWORK) {
        assertFalse(source.contains(word), () -> folder + " mentions " + word);
      }
    }
  }
}
