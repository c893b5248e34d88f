package culturalalien;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.sampling.Strategies;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The page that Processing's Help menu opens says what the classes say, no more and no less; it and
 * the other pages are whole.
 */
class ReferenceTest {
  private static final Path FOLDER = Path.of("reference");
  private static final String PAGE = "index.html";
  private static final String COURSE = "course.html";
  private static final String STUDIES = "studies.html";
  private static final String PICTURES = "pictures.html";
  private static final int LARGEST_PICTURE = 150_000; // bytes
  private static final Set<String> NOT_FOR_SKETCHES =
      Set.of("pre", "post", "equals", "hashCode", "toString");

  @ParameterizedTest
  @ValueSource(
      classes = {
        CulturalAlien.class,
        Concept.class,
        Candidate.class,
        Idea.class,
        Maker.class,
        ArtAgent.class,
        Artwork.class,
        Prompt.class,
        Plan.class,
        Period.class,
        Ranking.class
      })
  void everySignatureIsOnThePageAndNoOther(Class<?> type) throws IOException {
    assertEquals(lines(signatures(type)), lines(onPage(type.getSimpleName())));
  }

  @Test
  void strategiesAreTheOnesThatExist() throws IOException {
    String table = all("<table class=\"strategies\">(.*?)</table>", read(PAGE)).get(0);
    assertEquals(Strategies.names(), all("<td><code>(.*?)</code></td>", table));
  }

  @ParameterizedTest
  @ValueSource(strings = {PAGE, COURSE, STUDIES, PICTURES})
  void linksLeadSomewhere(String page) throws IOException {
    for (String link : all("(?:href|src)=\"(?!http)(.*?)\"", read(page))) {
      String[] parts = link.split("#");
      String target = parts[0].isEmpty() ? page : parts[0];
      assertTrue(Files.exists(FOLDER.resolve(target)), link);
      if (parts.length > 1) {
        assertTrue(read(target).contains("id=\"" + parts[1] + "\""), link);
      }
    }
  }

  @Test
  void thePagesKnowEachOther() throws IOException {
    for (String other : List.of(COURSE, STUDIES, PICTURES)) {
      assertTrue(read(PAGE).contains("href=\"" + other + "\""));
      assertTrue(read(other).contains("href=\"" + PAGE + "\""));
    }
  }

  @Test
  void theCourseNamesSketchesThatExist() throws IOException {
    List<String> named = all("<code>Teaching/(\\w+)</code>", read(COURSE));
    assertEquals(5, Set.copyOf(named).size(), named::toString);
    for (String name : named) {
      assertTrue(Files.isDirectory(Path.of("examples/Teaching", name)), name);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {PAGE, COURSE, STUDIES, PICTURES})
  void nothingIsFetchedFromElsewhere(String page) throws IOException {
    assertEquals(List.of(), all("(?:src=\"|@import|url\\()(http.*?)[\")]", read(page)));
    assertEquals(List.of("link"), all("<(script|link)\\b", read(page)));
    assertEquals(List.of("style.css"), all("<link rel=\"stylesheet\" href=\"(.*?)\">", read(page)));
  }

  @ParameterizedTest
  @ValueSource(strings = {PAGE, COURSE, STUDIES, PICTURES})
  void picturesAreSmall(String page) throws IOException {
    for (String image : all("src=\"(.*?)\"", read(page))) {
      long size = Files.size(FOLDER.resolve(image));
      assertTrue(size <= LARGEST_PICTURE, () -> image + " has " + size + " bytes");
    }
  }

  private static SortedSet<String> onPage(String type) throws IOException {
    SortedSet<String> signatures = new TreeSet<>();
    for (String list : all("<dl class=\"api\" data-of=\"" + type + "\">(.*?)</dl>", read(PAGE))) {
      signatures.addAll(all("<dt><code>(.*?)</code></dt>", list));
    }
    return signatures;
  }

  private static SortedSet<String> signatures(Class<?> type) {
    return Stream.<Executable>concat(
            Arrays.stream(type.getConstructors()), Arrays.stream(type.getDeclaredMethods()))
        .filter(e -> Modifier.isPublic(e.getModifiers()) && !e.isSynthetic())
        .filter(e -> !NOT_FOR_SKETCHES.contains(e.getName()))
        .map(ReferenceTest::signature)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** As the page has it, names of the parameters included. */
  private static String signature(Executable e) {
    String parameters =
        Arrays.stream(e.getParameters())
            .map(ReferenceTest::parameter)
            .collect(Collectors.joining(", ", "(", ")"));
    return e instanceof Constructor<?> c
        ? c.getDeclaringClass().getSimpleName() + parameters
        : simple(((Method) e).getGenericReturnType()) + " " + e.getName() + parameters;
  }

  private static String parameter(Parameter p) {
    String type = simple(p.getParameterizedType());
    return (p.isVarArgs() ? type.replace("[]", "...") : type) + " " + p.getName();
  }

  private static String simple(Type type) {
    return type.getTypeName().replaceAll("\\w+\\.", "");
  }

  private static String read(String page) throws IOException {
    return Files.readString(FOLDER.resolve(page));
  }

  /** The first group of every match, as a reader sees it. */
  private static List<String> all(String regex, String text) {
    return Pattern.compile(regex, Pattern.DOTALL)
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1).replace("&lt;", "<").replace("&gt;", ">"))
        .toList();
  }

  private static String lines(SortedSet<String> signatures) {
    return String.join("\n", signatures);
  }
}
