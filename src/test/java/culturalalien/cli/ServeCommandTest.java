package culturalalien.cli;

import static culturalalien.cli.Refusals.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.gpt2.Safetensors.Precision;
import culturalalien.scoring.TinyBundle;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server as it is started and stopped on a command line. */
@Timeout(120)
class ServeCommandTest {

  private static final String SECRET = "planted-secret-0123456789";

  @TempDir static Path folder;

  @BeforeAll
  static void writeModels() throws IOException {
    TinyBundle.make().write(folder, Precision.F32);
    Files.writeString(folder.resolve("token"), SECRET);
  }

  private static Process serve(String... options) throws IOException {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes,
                "culturalalien.cli.Main",
                "serve",
                "--models",
                folder.toString(),
                "--device",
                "cpu"));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("CULTURALALIEN"));
    return builder.start();
  }

  @Test
  void itSaysWhereItIsAnswersAndEndsWhenTold() throws Exception {
    Process process =
        serve("--port", "0", "--token-file", folder.resolve("token").toString(), "--queue", "8");
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      List<String> lines = new ArrayList<>();
      while (lines.stream().noneMatch(line -> line.startsWith("and on its machine"))) {
        String line = out.readLine();
        assertTrue(line != null, () -> "it ended: " + lines);
        lines.add(line);
      }
      assertTrue(lines.get(0).startsWith("listening on http://127.0.0.1:"), lines.toString());
      assertEquals("ready on the device \"cpu\"", lines.get(1));
      String address = lines.get(0).substring("listening on ".length()).split(";")[0];
      assertEquals("in a sketch: new CulturalAlien(this, \"" + address + "\")", lines.get(2));
      assertEquals(4, lines.size());
      assertFalse(lines.toString().contains(SECRET));
      HttpClient http = HttpClient.newHttpClient();
      HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "/v2"));
      assertEquals(
          401, http.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode());
      request.header("Authorization", "Bearer " + SECRET);
      assertEquals(
          200, http.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode());
      // Its own method would close the stream that shows how it ends.
      assertTrue(process.toHandle().destroy());
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
      assertEquals(null, out.readLine());
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void wrongOptionsAreOneSentence() throws Exception {
    assertTrue(
        refusal("serve", "--port", "70000").contains("port is 70000, must be from 0 to 65535"));
    assertTrue(refusal("serve", "--queue", "0").contains("queue is 0, must be from 1 to 1000"));
    assertTrue(refusal("serve", "--timeout", "0").contains("timeout is PT0S, must be from 1 ms"));
    assertTrue(refusal("serve", "--max-body", "10").contains("max-body is 10, must be from 1000"));
    assertTrue(refusal("serve", "--device", "tpu").contains("device is \"tpu\", must be \"auto\""));
    assertTrue(
        refusal("serve", "--token-file", folder.resolve("x").toString())
            .contains("cannot be read"));
    String models = folder.toString();
    if (System.getenv("CULTURALALIEN_TOKEN") == null) {
      String open = refusal("serve", "--host", "0.0.0.0", "--models", models, "--device", "cpu");
      assertTrue(open.contains("which others can reach, so a token is needed"), open);
    }
    try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      String port = "" + taken.getLocalPort();
      String inUse = refusal("serve", "--port", port, "--models", models, "--device", "cpu");
      assertTrue(inUse.contains("in use"), inUse);
    }
    assertTrue(
        refusal("serve", "--port", "0", "--models", folder.resolve("none").toString())
            .contains("there is no model folder"));
  }
}
