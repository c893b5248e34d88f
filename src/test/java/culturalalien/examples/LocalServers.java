package culturalalien.examples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A chat server and a Stable Diffusion server in one, which answer as the real ones do. */
final class LocalServers implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final MockWebServer server = new MockWebServer();
  private final AtomicInteger answers = new AtomicInteger();

  LocalServers() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            try {
              return new MockResponse.Builder()
                  .setHeader("Content-Type", "application/json")
                  .body(JSON.writeValueAsString(answer(request)))
                  .build();
            } catch (IOException e) {
              return new MockResponse.Builder().code(500).build();
            }
          }
        });
    server.start();
  }

  /** The address of the chat, and, without the path, of the painter. */
  String address(String path) {
    return server.url(path).toString();
  }

  private Object answer(RecordedRequest request) throws IOException {
    String path = request.getUrl().encodedPath();
    if (path.endsWith("/chat/completions")) return chat(request.getBody().utf8());
    if (path.endsWith("/txt2img")) return Map.of("images", List.of(picture()));
    return Map.of("progress", 0.5);
  }

  /** Takes the artist's words and the first concept on offer, as the instructions say. */
  private Map<String, Object> chat(String body) throws JsonProcessingException {
    JsonNode messages = JSON.readTree(body).path("messages");
    JsonNode brief = JSON.readTree(messages.get(messages.size() - 1).path("content").asText());
    String concept = brief.path("pool").path(0).path("concept").asText();
    StringBuilder words = new StringBuilder("A " + concept);
    for (JsonNode own : brief.path("own_words")) words.append(" and a ").append(own.asText());
    String content =
        JSON.writeValueAsString(
            Map.of(
                "title",
                "Answer " + answers.incrementAndGet(),
                "concepts_used",
                List.of(concept),
                "prompt",
                words + " in the rain.",
                "rationale",
                "It was the first."));
    Map<String, Object> message = Map.of("role", "assistant", "content", content);
    return Map.of(
        "id",
        "1",
        "object",
        "chat.completion",
        "created",
        1,
        "model",
        "any",
        "choices",
        List.of(Map.of("index", 0, "finish_reason", "stop", "message", message)));
  }

  private static String picture() throws IOException {
    BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 64 * 64; i++) image.setRGB(i % 64, i / 64, 0x102040 + 3 * i);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return Base64.getEncoder().encodeToString(png.toByteArray());
  }

  @Override
  public void close() {
    server.close();
  }
}
