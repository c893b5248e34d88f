package culturalalien.scoring.server;

import static culturalalien.scoring.server.Http.error;
import static culturalalien.scoring.server.Http.json;
import static culturalalien.scoring.server.Http.output;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import culturalalien.scoring.ModelDigest;
import culturalalien.scoring.TinyBundle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the protocol's other clients send is answered: bytes that tritonclient 2.73 and KServe 0.21
 * sent, recorded, and whatever else the protocol and its binary extension allow. {@code
 * src/test/python/serve_clients.py} asks with the clients themselves.
 */
@Timeout(120)
class OtherClientsTest {

  private static final String LENGTH = "Inference-Header-Content-Length";
  private static final String COHERENCE = "/v2/models/coherence/infer";

  private static Http http;

  @BeforeAll
  static void start() throws IOException {
    http = new Http();
  }

  @AfterAll
  static void stop() {
    assertEquals(List.of(), http.log);
    http.close();
  }

  // ---- Recorded

  /** An answer in its parts. */
  private record Answer(String head, byte[] body) {

    String header(String name) {
      return head.lines()
          .filter(line -> line.toLowerCase().startsWith(name.toLowerCase() + ": "))
          .map(line -> line.substring(name.length() + 2))
          .findFirst()
          .orElse("");
    }

    Answer unpacked() throws IOException {
      try (InputStream in =
          switch (header("Content-Encoding")) {
            case "gzip" -> new GZIPInputStream(new ByteArrayInputStream(body));
            case "deflate" -> new InflaterInputStream(new ByteArrayInputStream(body));
            default -> new ByteArrayInputStream(body);
          }) {
        return new Answer(head, in.readAllBytes());
      }
    }

    int jsonLength() {
      return header(LENGTH).isEmpty() ? body.length : Integer.parseInt(header(LENGTH));
    }

    JsonNode json() {
      return Http.json(new String(body, 0, jsonLength(), StandardCharsets.UTF_8));
    }

    ByteBuffer binary() {
      return ByteBuffer.wrap(body, jsonLength(), body.length - jsonLength())
          .slice()
          .order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  private static Answer recorded(String name) throws IOException {
    try (InputStream in = OtherClientsTest.class.getResourceAsStream("/clients/" + name + ".http");
        Socket socket = RawHttp.connect(http.server.address())) {
      socket.getOutputStream().write(in.readAllBytes());
      socket.shutdownOutput();
      byte[] all = socket.getInputStream().readAllBytes();
      String text = new String(all, StandardCharsets.ISO_8859_1);
      int end = text.indexOf("\r\n\r\n");
      assertTrue(text.startsWith("HTTP/1.1 200 "), text);
      return new Answer(text.substring(0, end), Arrays.copyOfRange(all, end + 4, all.length));
    }
  }

  private static List<String> texts(ByteBuffer binary) {
    List<String> texts = new ArrayList<>();
    while (binary.hasRemaining()) {
      byte[] text = new byte[binary.getInt()];
      binary.get(text);
      texts.add(new String(text, StandardCharsets.UTF_8));
    }
    return texts;
  }

  private static final String SETS =
      "{\"inputs\":[{\"name\":\"concepts\",\"shape\":[2,2],\"datatype\":\"BYTES\",\"data\":"
          + "[\"sea\",\"horse\",\"castle\",\"\"]}],\"parameters\":{\"orders\":4}}";

  @ParameterizedTest
  @ValueSource(strings = {"triton-json", "kserve-json"})
  void recordedRequestsForJsonAreAnsweredInJson(String name) throws IOException {
    Answer answer = recorded(name);
    assertEquals("application/json", answer.header("Content-Type"));
    assertEquals(name.startsWith("t") ? "t1" : "k1", answer.json().path("id").asText());
    assertEquals(
        output(http.infer("coherence", SETS), "nll"),
        answer.json().path("outputs").get(0).path("data"));
  }

  @Test
  void aRecordedRequestOfBytesIsAnsweredInBytes() throws IOException {
    Answer answer = recorded("triton-binary");
    assertEquals("application/octet-stream", answer.header("Content-Type"));
    ByteBuffer binary = answer.binary();
    for (String output : List.of("nll", "lift")) {
      for (JsonNode number : output(http.infer("coherence", SETS), output)) {
        assertEquals(number.floatValue(), binary.getFloat());
      }
    }
    assertEquals(0, binary.remaining());
    assertEquals(
        8,
        answer.json().path("outputs").get(0).path("parameters").path("binary_data_size").asInt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"triton-binary-gzip", "triton-binary-deflate", "kserve-binary"})
  void recordedRequestsForSomeOutputsInBytesAreAnsweredSo(String name) throws IOException {
    Answer answer = recorded(name).unpacked();
    JsonNode outputs = answer.json().path("outputs");
    HttpResponse<String> same =
        http.infer(
            "next-concepts",
            "{\"inputs\":[{\"name\":\"pool\",\"shape\":[2],\"datatype\":\"BYTES\",\"data\":"
                + "[\"sea\",\"castle\"]},{\"name\":\"excluded\",\"shape\":[0],\"datatype\":"
                + "\"INT32\",\"data\":[]}],\"parameters\":{\"limit\":3,\"seed\":7}}");
    List<String> expected = new ArrayList<>();
    output(same, "concept").forEach(concept -> expected.add(concept.asText()));
    assertEquals(expected, texts(answer.binary()));
    assertEquals(output(same, "score"), outputs.get(1).path("data"));
    assertEquals(2, outputs.size());
    assertTrue(answer.json().path("parameters").isMissingNode(), answer.json().toString());
  }

  @Test
  void theRepositorysIndexNamesEveryModel() throws IOException {
    JsonNode index = recorded("triton-index").json();
    assertEquals(ServedModel.NAMES.size(), index.size());
    index.forEach(
        model -> {
          assertTrue(ServedModel.NAMES.contains(model.path("name").asText()), index.toString());
          assertEquals("READY", model.path("state").asText());
        });
  }

  // ---- What the protocol allows

  private static HttpResponse<byte[]> binary(String json, byte[] data, String... headers) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(json.getBytes(StandardCharsets.UTF_8));
    int length = body.size();
    body.writeBytes(data);
    var request = http.to(COHERENCE).header("inference-HEADER-content-length", "" + length);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      return HttpClient.newHttpClient()
          .send(
              request.POST(BodyPublishers.ofByteArray(body.toByteArray())).build(),
              BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String sets(String shape, String datatype, int bytes) {
    return String.format(
        "{\"inputs\":[{\"name\":\"concepts\",\"shape\":%s,\"datatype\":\"%s\",\"parameters\":"
            + "{\"binary_data_size\":%d}}]}",
        shape, datatype, bytes);
  }

  private static byte[] little(int... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    Arrays.stream(numbers).forEach(bytes::putInt);
    return bytes.array();
  }

  @Test
  void numbersComeLittleEndian() {
    HttpResponse<byte[]> response = binary(sets("[1,3]", "INT32", 12), little(0, 4, -1));
    String said = new String(response.body(), StandardCharsets.UTF_8);
    assertEquals(200, response.statusCode(), said);
    String same =
        "{\"inputs\":[{\"name\":\"concepts\",\"shape\":[1,2],\"datatype\":\"INT32\",\"data\":[0,4]}]}";
    assertEquals(http.infer("coherence", same).body(), said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1,3]|INT32|8|asks for 3",
        "[1,3]|INT32|11|an element of INT32 has 4",
        "[1,3]|INT32|16|and 12 are left after the JSON",
        "[1,1]|INT32|4|8 bytes after the JSON belong to no tensor",
        "[1,3]|INT32|-1|no number of bytes from 0",
        "[1,3]|BYTES|12|ends within text 1",
        "[1,3]|FP32|12|must be BYTES (names), INT32 or INT64",
        "[1,3]|FP16|12|must be one of [BYTES, BOOL",
      })
  void wrongBinaryDataAreToldWhatIsWrong(String shape, String datatype, int bytes, String part) {
    HttpResponse<byte[]> response = binary(sets(shape, datatype, bytes), little(0x7fffffff, 4, 5));
    String said = new String(response.body(), StandardCharsets.UTF_8);
    assertEquals(400, response.statusCode(), said);
    assertTrue(said.contains(part), said);
  }

  @Test
  void aTextThatIsNoUtf8AndAHeaderThatIsNoLengthAreRefused() {
    byte[] text = {1, 0, 0, 0, (byte) 0xff};
    HttpResponse<byte[]> response = binary(sets("[1,1]", "BYTES", 5), text);
    assertEquals(400, response.statusCode());
    assertTrue(new String(response.body(), StandardCharsets.UTF_8).contains("text 1 is not UTF-8"));
    for (String length : List.of("x", "-1", "100000", "99999999999", "")) {
      HttpResponse<String> wrong =
          http.send(http.to(COHERENCE).header(LENGTH, length).POST(BodyPublishers.ofString(SETS)));
      assertEquals(400, wrong.statusCode(), length);
      assertTrue(error(wrong).contains(LENGTH), wrong.body());
    }
  }

  @Test
  void parametersMayStandAnywhereAndUnknownOnesAreNamedInTheAnswer() {
    HttpResponse<String> response =
        http.infer(
            "coherence",
            "{\"id\":null,\"model_name\":\"coherence\",\"model_version\":\""
                + ModelDigest.of(TinyBundle.make())
                + "\",\"parameters\":{\"colour\":[1],\"binary_data_output\":false,\"priority\":0,"
                + "\"content_type\":\"x\"},\"inputs\":[{\"name\":\"concepts\",\"shape\":[1,1],"
                + "\"datatype\":\"INT32\",\"data\":[3],\"parameters\":{\"content_type\":\"np\","
                + "\"x\":{}}}],\"outputs\":[{\"name\":\"lift\",\"parameters\":{\"y\":1}}]}");
    assertEquals(200, response.statusCode(), response.body());
    assertEquals("colour", json(response).path("parameters").path("ignored").asText());
    assertEquals(1, json(response).path("outputs").size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "\"model_name\":\"context\"|and the path asks for coherence",
        "\"model_version\":\"1\"|1 is not served",
        "\"outputs\":[{\"name\":\"nll\",\"parameters\":{\"classification\":2}}]|classification",
        "\"outputs\":[{\"name\":\"nll\",\"parameters\":{\"shared_memory_region\":\"r\"}}]|shared",
        "\"outputs\":[{\"name\":\"nll\",\"parameters\":[]}]|no object",
      })
  void whatWouldMeanSomethingElseIsRefused(String part, String said) {
    HttpResponse<String> response =
        http.infer("coherence", SETS.replaceFirst("\\{", "{" + part + ","));
    assertTrue(response.statusCode() == 400 || response.statusCode() == 404, response.body());
    assertTrue(error(response).contains(said), response.body());
  }

  @Test
  void slashesAtAPathsEndAndEveryPlaceOfTheProtocolAreUnderstood() {
    String version = "/versions/" + ModelDigest.of(TinyBundle.make());
    for (String path : List.of("/v2/", "/v2/health/live/", "/v2/health/ready/", "/metrics/")) {
      assertEquals(200, http.get(path).statusCode(), path);
    }
    for (String model : ServedModel.NAMES) {
      for (String rest : List.of("/", "/ready/", "/config", version + "/config", version + "/")) {
        assertEquals(200, http.get("/v2/models/" + model + rest).statusCode(), model + rest);
      }
      JsonNode config = json(http.get("/v2/models/" + model + "/config"));
      JsonNode metadata = json(http.get("/v2/models/" + model));
      assertEquals(metadata.path("outputs").size(), config.path("output").size());
    }
    assertEquals(200, http.post(COHERENCE + "/", SETS).statusCode());
    for (String path :
        List.of(
            "/v2/models/coherence/stats", "/v2/models/stats", "/v2/systemsharedmemory/status")) {
      assertEquals(404, http.get(path).statusCode());
    }
    assertTrue(error(http.get("/v2/models/stats")).contains("/metrics"));
    assertTrue(error(http.post("/v2/repository/models/x/load", "")).contains("started with"));
  }

  // ---- Compression

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] deflate(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static HttpResponse<String> packed(String encoding, byte[] body) {
    return http.send(
        http.to(COHERENCE)
            .header("Content-Encoding", encoding)
            .POST(BodyPublishers.ofByteArray(body)));
  }

  @Test
  void aBodyMayBeCompressedAndIsNotLongerForThat() throws IOException {
    byte[] good = SETS.getBytes(StandardCharsets.UTF_8);
    assertEquals(200, packed("gzip", gzip(good)).statusCode());
    assertEquals(200, packed("Deflate", deflate(good)).statusCode());
    byte[] bomb = (SETS + " ".repeat(100_000_000)).getBytes(StandardCharsets.UTF_8);
    for (HttpResponse<String> refused :
        List.of(packed("gzip", gzip(bomb)), packed("deflate", deflate(bomb)))) {
      assertEquals(413, refused.statusCode());
      assertTrue(error(refused).contains("longer than 1048576 bytes"), refused.body());
    }
    byte[] whole = gzip(good);
    for (byte[] damaged : List.of(good, Arrays.copyOf(whole, 40), new byte[0])) {
      assertEquals(400, packed("gzip", damaged).statusCode());
    }
    assertEquals(400, packed("deflate", whole).statusCode());
  }

  @ParameterizedTest
  @CsvSource({"gzip, true", "deflate, true", "gzip, false", "deflate, false"})
  void aCompressedVocabularyIsTheSameWhateverElseIsInTheAnswer(String encoding, boolean binary)
      throws Exception {
    for (String outputs : List.of("", "[{\"name\":\"longest\"},{\"name\":\"vector\"}]")) {
      String body =
          "{\"id\":\"é%s\",\"inputs\":[],\"parameters\":{\"binary_data_output\":%s}%s}"
              .formatted(encoding, binary, outputs.isEmpty() ? "" : ",\"outputs\":" + outputs);
      List<byte[]> answers = new ArrayList<>();
      for (String accepted : List.of("identity", "br, " + encoding + ";q=0.5")) {
        HttpResponse<byte[]> response =
            HttpClient.newHttpClient()
                .send(
                    http.to("/v2/models/vocabulary/infer")
                        .header("Accept-Encoding", accepted)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                    BodyHandlers.ofByteArray());
        assertEquals(200, response.statusCode());
        String used = response.headers().firstValue("Content-Encoding").orElse("");
        answers.add(new Answer("content-encoding: " + used, response.body()).unpacked().body());
        assertEquals(answers.size() == 1 ? "" : encoding, used);
      }
      assertArrayEquals(answers.get(0), answers.get(1));
    }
  }
}
