package culturalalien;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the source folders themselves must hold. */
class PackagesTest {

  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path ROOT = SOURCES.resolve("culturalalien");
  private static final Pattern LINK = Pattern.compile("\\{@link\\s+(?:\\*\\s+)?([\\w.]+)");

  /** The folders that hold classes. */
  private static Set<Path> folders() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(Path::getParent)
          .collect(Collectors.toSet());
    }
  }

  @Test
  void everyPackageIsInTheTableOfTheArchitecture() throws IOException {
    for (Path folder : folders()) {
      String name = folder.equals(ROOT) ? "" : ROOT.relativize(folder).getName(0).toString();
      assertTrue(ArchitectureTest.MAY_USE.containsKey(name), () -> folder + " is not in the table");
    }
  }

  @Test
  void everyPackageSaysWhatItIsForAndWhatToReadFirst() throws IOException {
    assertTrue(folders().contains(ROOT.resolve("sampling")), () -> "found no packages");
    for (Path folder : folders()) {
      Path info = folder.resolve("package-info.java");
      assertTrue(Files.exists(info), () -> folder + " has no package-info.java");
      String text = Files.readString(info);
      assertTrue(
          text.matches("(?s)/\\*\\*.*\\bRead\\b.*\\bfirst\\b.*"), () -> info + " names no order");
    }
  }

  @Test
  void theReadingOrderNamesClassesThatExist() throws IOException {
    int links = 0;
    for (Path folder : folders()) {
      Path info = folder.resolve("package-info.java");
      for (var link = LINK.matcher(Files.readString(info)); link.find(); links++) {
        Path source = SOURCES.resolve(link.group(1).replace('.', '/') + ".java");
        assertTrue(Files.exists(source), () -> info + " points at " + link.group(1));
      }
    }
    assertTrue(links >= folders().size(), "only " + links + " links found");
  }

  @Test
  void theTableNamesOnlyPackagesOfItsOwn() {
    Set<String> named =
        ArchitectureTest.MAY_USE.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    named.removeAll(ArchitectureTest.MAY_USE.keySet());
    assertEquals(Set.of(), named);
  }
}
