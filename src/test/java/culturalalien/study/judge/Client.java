package culturalalien.study.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Asks a judging server as the page does. */
record Client(OkHttpClient http, String base) {

  static final ObjectMapper JSON = new ObjectMapper();
  private static final MediaType TYPE = MediaType.get("application/json");

  /** An answer, read as a whole. */
  record Reply(int status, Headers headers, byte[] bytes) {

    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    JsonNode json() throws IOException {
      return JSON.readTree(bytes);
    }
  }

  Client(String base) {
    this(new OkHttpClient(), base);
  }

  Request.Builder to(String path) {
    return new Request.Builder().url(base + path);
  }

  Reply send(Request.Builder request) throws IOException {
    try (Response response = http.newCall(request.build()).execute()) {
      return new Reply(response.code(), response.headers(), response.body().bytes());
    }
  }

  Reply get(String path) throws IOException {
    return send(to(path));
  }

  Reply post(String path, String json) throws IOException {
    return send(to(path).post(RequestBody.create(json, TYPE)));
  }

  /** The next pair, as the page is told; a JSON null when there is none. */
  JsonNode pair(String judge) throws IOException {
    return post("/pair", "{\"judge\":\"" + judge + "\",\"hand\":[]}").json().get("pair");
  }

  static String answer(String id, String judge, JsonNode pair, String answer) {
    try {
      return JSON.writeValueAsString(
          Map.of(
              "id",
              id,
              "judge",
              judge,
              "question",
              pair.get("question").asText(),
              "left",
              pair.get("left").get("key").asText(),
              "right",
              pair.get("right").get("key").asText(),
              "answer",
              answer,
              "seconds",
              1.5));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
