package culturalalien.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.agent.Journal;
import culturalalien.gpt2.Safetensors.Precision;
import culturalalien.scoring.TinyBundle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as it is typed, on tiny models. */
class StudyExploreCommandTest {

  @TempDir static Path models;
  @TempDir Path out;

  private String said;

  @BeforeAll
  static void writeModels() throws IOException {
    TinyBundle.make().write(models, Precision.F32);
  }

  private int run(String... more) {
    List<String> args = new ArrayList<>(List.of("study", "explore"));
    args.addAll(List.of("--models", models.toString(), "--out", out.toString()));
    args.addAll(List.of("--generations", "6", "--seeds", "2"));
    args.addAll(List.of(more));
    PrintStream before = System.err;
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      return Main.run(args.toArray(String[]::new));
    } finally {
      System.setErr(before);
      said = err.toString(StandardCharsets.UTF_8);
    }
  }

  @Test
  void theReportComparesAllOfflineSamplersAndSaysWhatWasLeftOut() throws IOException {
    assertEquals(0, run("--works", "2", "--jury", models.toString(), "--starts", "2"), () -> said);
    String page = Files.readString(out.resolve("index.html"));
    for (String sampler :
        List.of("cas", "cas-orders", "temperature 2.5", "top-k", "nucleus", "random")) {
      assertTrue(page.contains(sampler), sampler);
      assertTrue(Journal.works(onlyRun(sampler)).size() >= 2, sampler);
    }
    assertTrue(page.contains("no --language-model was given"));
    assertFalse(said.contains("no contact sheet"), said);
    assertTrue(Files.size(out.resolve("works.csv")) > 8 * 4 * 6 * 20);
    assertTrue(Files.size(out.resolve("runs.csv")) > 8 * 4 * 20);
  }

  private Path onlyRun(String sampler) throws IOException {
    Path runs = out.resolve("runs").resolve(models.getFileName());
    try (Stream<Path> all = Files.list(runs.resolve(sampler.replace(' ', '-')))) {
      return all.findFirst().orElseThrow();
    }
  }

  @Test
  void withThePainterEveryRunIsOneOfTheRealAgent() throws IOException {
    assertEquals(
        0,
        run("--painter", "--works", "0", "--starts", "1", "--jury", models.toString()),
        () -> said);
    Path cas = out.resolve("runs").resolve(models.getFileName()).resolve("cas");
    try (Stream<Path> runs = Files.list(cas)) {
      for (Path run : runs.toList()) {
        assertTrue(Journal.works(run).size() >= 6);
      }
    }
    long works = Files.readString(out.resolve("works.csv")).lines().skip(1).count();
    assertEquals(10 * 2 * 6, works);
  }

  @Test
  void aLanguageModelTakesPartInBothForms() throws IOException {
    try (MockWebServer server = new MockWebServer()) {
      server.setDispatcher(
          new mockwebserver3.Dispatcher() {
            private final AtomicInteger asked = new AtomicInteger();

            @Override
            public MockResponse dispatch(mockwebserver3.RecordedRequest request) {
              String name = TinyBundle.NAMES.get(asked.getAndIncrement() % TinyBundle.NAMES.size());
              return new MockResponse.Builder()
                  .addHeader("Content-Type", "application/json")
                  .body(
                      "{\"choices\":[{\"message\":{\"content\":\"{\\\"concept\\\": \\\""
                          + name
                          + "\\\"}\"}}]}")
                  .build();
            }
          });
      server.start();
      assertEquals(
          0,
          run(
              "--works",
              "0",
              "--classroom",
              "--starts",
              "2",
              "--jury",
              models.toString(),
              "--language-model",
              "parrot",
              "--chat-url",
              "http://127.0.0.1:" + server.getPort() + "/v1"),
          () -> said);
    }
    String works = Files.readString(out.resolve("works.csv"));
    assertTrue(works.contains("\"language model, restricted\""), said);
    assertTrue(works.contains("\"language model, free\""), said);
    assertFalse(works.contains("nude"), "--classroom holds for language models, too");
  }

  @Test
  void aNumberOutOfRangeIsNamed() {
    assertEquals(1, run("--starts", "0"));
    assertTrue(said.contains("starts is 0, must be from 1 to 1000"), said);
  }
}
