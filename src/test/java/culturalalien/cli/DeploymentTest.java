package culturalalien.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import picocli.CommandLine;

/** The recipes are proper YAML and name only what there is. */
class DeploymentTest {

  private static final Path FOLDER = Path.of("src/deploy");

  /** Answered by the server without a token; its own tests ask them. */
  private static final Set<String> PROBES = Set.of("/v2/health/live", "/v2/health/ready");

  private static List<JsonNode> documents(String file) throws IOException {
    List<JsonNode> documents = new ArrayList<>();
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    for (Object document : yaml.loadAll(Files.readString(FOLDER.resolve(file)))) {
      documents.add(new ObjectMapper().valueToTree(document));
    }
    return documents;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /** Options that the command has, with values that it takes, on the port that is told outside. */
  private static void assertServes(List<String> arguments) {
    CommandLine serve = new CommandLine(new ServeCommand());
    CommandLine.ParseResult parsed = serve.parseArgs(arguments.toArray(String[]::new));
    assertEquals("0.0.0.0", parsed.matchedOptionValue("--host", ""));
    assertEquals(8080, parsed.matchedOptionValue("--port", 0));
    assertFalse(arguments.stream().anyMatch(argument -> argument.contains("token")));
  }

  private static void assertProbe(JsonNode probe, Set<String> ports) {
    assertTrue(PROBES.contains(probe.path("httpGet").path("path").asText()), probe.toString());
    assertTrue(ports.contains(probe.path("httpGet").path("port").asText()), probe.toString());
  }

  private static void assertContainer(JsonNode container) {
    assertFalse(container.path("image").asText().isEmpty());
    assertServes(texts(container.path("args")));
    JsonNode port = container.path("ports").path(0);
    assertEquals(8080, port.path("containerPort").asInt());
    Set<String> ports = Set.of("8080", port.path("name").asText());
    assertProbe(container.path("readinessProbe"), ports);
    assertProbe(container.path("livenessProbe"), ports);
    JsonNode token = container.path("env").path(0);
    assertEquals("CULTURALALIEN_TOKEN", token.path("name").asText());
    assertTrue(token.path("value").isMissingNode());
    assertEquals("token", token.path("valueFrom").path("secretKeyRef").path("key").asText());
  }

  @Test
  void kubernetesRunsTheServerBehindAService() throws IOException {
    List<JsonNode> documents = documents("kubernetes.yaml");
    assertEquals(
        List.of("Deployment", "Service", "HorizontalPodAutoscaler"),
        documents.stream().map(d -> d.path("kind").asText()).toList());
    JsonNode spec = documents.get(0).path("spec");
    JsonNode pod = spec.path("template");
    assertEquals(spec.path("selector").path("matchLabels"), pod.path("metadata").path("labels"));
    assertEquals(
        documents.get(1).path("spec").path("selector"), pod.path("metadata").path("labels"));
    assertEquals(
        documents.get(0).path("metadata").path("name"),
        documents.get(2).path("spec").path("scaleTargetRef").path("name"));
    assertTrue(pod.path("spec").path("terminationGracePeriodSeconds").asInt() > 10);
    JsonNode container = pod.path("spec").path("containers").path(0);
    assertContainer(container);
    assertProbe(container.path("startupProbe"), Set.of("http"));
  }

  @Test
  void kserveRunsTheSameContainer() throws IOException {
    List<JsonNode> documents = documents("kserve.yaml");
    assertEquals(1, documents.size());
    assertEquals("serving.kserve.io/v1beta1", documents.get(0).path("apiVersion").asText());
    assertEquals("InferenceService", documents.get(0).path("kind").asText());
    JsonNode predictor = documents.get(0).path("spec").path("predictor");
    assertTrue(predictor.path("containerConcurrency").asInt() <= 256);
    assertContainer(predictor.path("containers").path(0));
  }

  @Test
  void composeHasTheTokenAsASecretAndAsksForReadiness() throws IOException {
    JsonNode root = documents("compose.yaml").get(0);
    assertEquals(2, root.path("services").size());
    for (JsonNode service : root.path("services")) {
      assertEquals(1, service.path("profiles").size());
      assertServes(texts(service.path("command")));
      assertEquals(List.of("8080:8080"), texts(service.path("ports")));
      assertFalse(service.path("image").asText().isEmpty());
      String secret = service.path("secrets").path(0).asText();
      assertEquals(
          "/run/secrets/" + secret,
          service.path("environment").path("CULTURALALIEN_TOKEN_FILE").asText());
      assertTrue(root.path("secrets").path(secret).has("file"));
      assertAsks(service.path("healthcheck").path("test").path(3).asText());
      Path dockerfile =
          FOLDER
              .resolve(service.path("build").path("context").asText())
              .resolve(service.path("build").path("dockerfile").asText());
      assertTrue(Files.exists(dockerfile), dockerfile.toString());
    }
    assertEquals(
        "nvidia",
        root.at("/services/scoring-gpu/deploy/resources/reservations/devices/0/driver").asText());
  }

  private static void assertAsks(String command) {
    Matcher get = Pattern.compile("GET (\\S+) HTTP").matcher(command);
    assertTrue(get.find() && PROBES.contains(get.group(1)), command);
    assertTrue(command.contains("/dev/tcp/127.0.0.1/8080"), command);
  }

  @Test
  void theImageRunsTheCommandAsNobodySpecial() throws IOException {
    String text = Files.readString(FOLDER.resolve("Dockerfile"));
    assertTrue(text.contains("FROM eclipse-temurin:17-jre\n"));
    assertTrue(text.contains("\nUSER 10001\n") && text.contains("\nEXPOSE 8080\n"));
    assertAsks(text.substring(text.indexOf("HEALTHCHECK")));
    Matcher arguments = Pattern.compile("\nCMD (\\[.*\\])").matcher(text);
    assertTrue(arguments.find());
    assertServes(texts(new ObjectMapper().readTree(arguments.group(1))));
    Matcher entry = Pattern.compile("\nENTRYPOINT (\\[.*\\])").matcher(text);
    assertTrue(entry.find());
    List<String> command = texts(new ObjectMapper().readTree(entry.group(1)));
    assertTrue(command.contains(Main.class.getName()));
    CommandLine.Command main = Main.class.getAnnotation(CommandLine.Command.class);
    assertTrue(List.of(main.subcommands()).contains(ServeCommand.class));
    assertEquals(
        ServeCommand.class.getAnnotation(CommandLine.Command.class).name(),
        command.get(command.size() - 1));
  }
}
