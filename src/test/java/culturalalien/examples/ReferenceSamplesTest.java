package culturalalien.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The reference's samples go through the preprocessor and the compiler, as if they were typed. */
class ReferenceSamplesTest {
  private static final Pattern SAMPLE =
      Pattern.compile("<pre(?: class=\"(sketch|text)\")?>(.*?)</pre>", Pattern.DOTALL);

  /** One sketch for each whole one, and one for all the lines that stand by themselves. */
  @TestFactory
  Stream<DynamicTest> samplesCompile(@TempDir Path build) throws IOException {
    StringBuilder lines =
        new StringBuilder("CulturalAlien cas;\nArtAgent agent;\nPrompt next;\nRanking ranking;\n");
    Stream.Builder<DynamicTest> tests = Stream.builder();
    Matcher sample = SAMPLE.matcher(Files.readString(Path.of("reference/index.html")));
    for (int i = 0; sample.find(); i++) {
      String code = sample.group(2).replace("&lt;", "<").replace("&gt;", ">");
      if ("sketch".equals(sample.group(1))) {
        tests.add(test("Sketch" + i, code, build));
      } else if (sample.group(1) == null) {
        lines.append("void sample").append(i).append("() {\n").append(code).append("\n}\n");
      }
    }
    return tests.add(test("Lines", lines.toString(), build)).build();
  }

  private static DynamicTest test(String name, String code, Path build) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          Path folder = Files.createDirectories(build.resolve(name));
          Files.writeString(folder.resolve(name + ".pde"), "import culturalalien.*;\n" + code);
          new PdeSketch(folder).load(folder.resolve("classes"));
        });
  }
}
