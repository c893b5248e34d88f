package culturalalien.scoring.server;

import static culturalalien.scoring.server.Http.error;
import static culturalalien.scoring.server.Http.json;
import static culturalalien.scoring.server.Http.output;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import culturalalien.sampling.Choice;
import culturalalien.sampling.SamplerSettings;
import culturalalien.sampling.StepRequest;
import culturalalien.scoring.Expert;
import culturalalien.scoring.FakeServices;
import culturalalien.scoring.LocalScorer;
import culturalalien.scoring.ModelDigest;
import culturalalien.scoring.ScoringService;
import culturalalien.scoring.TinyBundle;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server answers to good requests, and to bad ones from whoever has found it. */
class ScoringServerTest {

  private static final String POOL =
      "{\"name\":\"pool\",\"shape\":[2],\"datatype\":\"BYTES\",\"data\":[\"sea\",\"castle\"]}";

  private static Http http;
  private static ScoringService local;
  private static LocalScorer scorer;

  @BeforeAll
  static void start() throws Exception {
    http = new Http();
    local = new ScoringService(TinyBundle::make, "cpu");
    scorer = new LocalScorer(local, () -> {}, warning -> {});
  }

  @AfterAll
  static void stop() {
    http.close();
    local.close();
  }

  private static String request(String inputs, String parameters) {
    return "{\"id\":\"a\",\"inputs\":[" + inputs + "],\"parameters\":{" + parameters + "}}";
  }

  private static String tensor(String name, String shape, String datatype, String data) {
    return String.format(
        "{\"name\":\"%s\",\"shape\":%s,\"datatype\":\"%s\",\"data\":%s}",
        name, shape, datatype, data);
  }

  // ---- Good requests

  @Test
  void healthAndMetadataTellWhatIsServed() {
    assertEquals("{\"live\":true}", http.get("/v2/health/live").body());
    assertEquals("{\"ready\":true}", http.get("/v2/health/ready").body());
    assertEquals("culturalalien", json(http.get("/v2")).path("name").asText());
    String version = ModelDigest.of(TinyBundle.make());
    assertEquals(12, version.length());
    for (String model : ServedModel.NAMES) {
      JsonNode metadata = json(http.get("/v2/models/" + model));
      assertEquals(model, metadata.path("name").asText());
      assertEquals("[\"" + version + "\"]", metadata.path("versions").toString());
      assertTrue(metadata.path("outputs").size() > 0);
      assertEquals(200, http.get("/v2/models/" + model + "/versions/" + version).statusCode());
      assertEquals(200, http.get("/v2/models/" + model + "/ready").statusCode());
    }
  }

  @Test
  void otherModelsHaveAnotherVersion() {
    var bundle = TinyBundle.make();
    var changed =
        new culturalalien.scoring.ModelBundle(
            bundle.vocabulary(), bundle.coherence(), bundle.coherence(), bundle.vectors());
    assertNotEquals(ModelDigest.of(bundle), ModelDigest.of(changed));
  }

  @ParameterizedTest
  @CsvSource({"coherence, COHERENCE", "context, CONTEXT"})
  void setsAreJudgedByNameOrNumberNestedOrFlat(String model, Expert expert) {
    float[] expected = scorer.nll(expert, new int[][] {{0, 4, 3}, {7}}, 24);
    for (String concepts :
        List.of(
            tensor(
                "concepts",
                "[2,3]",
                "BYTES",
                "[\"Sea\",\"castle\",\"mountain\",\"horse\",\"\",\"\"]"),
            tensor(
                "concepts",
                "[2,3]",
                "BYTES",
                "[[\"castle\",\"mountain\",\"sea\"],[\"horse\",\"\",\"\"]]"),
            tensor("concepts", "[2,3]", "INT32", "[[0,4,3],[7,-1,-1]]"),
            tensor("concepts", "[2,3]", "INT64", "[3,4,0,7,-1,-1]"))) {
      HttpResponse<String> response = http.infer(model, request(concepts, ""));
      assertEquals(200, response.statusCode(), response.body());
      assertEquals("a", json(response).path("id").asText());
      JsonNode nll = output(response, "nll");
      assertEquals(2, nll.size());
      for (int i = 0; i < expected.length; i++) {
        assertEquals(expected[i], nll.get(i).floatValue(), 1e-5f);
      }
    }
  }

  @Test
  void theNextConceptsAreThoseOfTheSameStepHere() {
    BitSet excluded = new BitSet();
    excluded.set(7);
    for (long seed : new long[] {0, 5, Long.MIN_VALUE, (1L << 53) + 1}) {
      List<Choice> expected =
          scorer.step(
              new StepRequest(
                  new int[] {0, 4},
                  excluded,
                  SamplerSettings.USUAL.withCandidates(6),
                  "cas",
                  seed,
                  3));
      for (String text : List.of("" + seed, "\"" + seed + "\"")) {
        HttpResponse<String> response =
            http.infer(
                "next-concepts",
                request(
                    POOL + "," + tensor("excluded", "[1,1]", "BYTES", "[\"horse\"]"),
                    "\"candidates\":6,\"step\":3,\"seed\":" + text));
        assertEquals(200, response.statusCode(), response.body());
        for (int i = 0; i < 6; i++) {
          assertEquals(expected.get(i).concept(), output(response, "number").get(i).intValue());
          assertEquals(
              TinyBundle.NAMES.get(expected.get(i).concept()),
              output(response, "concept").get(i).asText());
          assertEquals(expected.get(i).score(), output(response, "score").get(i).doubleValue());
          assertEquals(
              expected.get(i).coherenceRank(),
              output(response, "coherence_rank").get(i).intValue());
        }
      }
    }
  }

  @Test
  void everyStrategyAnswersAndTheClientMayTakeLess() {
    for (String strategy : culturalalien.sampling.Strategies.names()) {
      String body =
          "{\"inputs\":["
              + tensor("pool", "[0]", "INT32", "[]")
              + "],\"parameters\":{\"strategy\":\""
              + strategy
              + "\",\"limit\":2,\"orders\":2},\"outputs\":[{\"name\":\"number\"}]}";
      HttpResponse<String> response = http.infer("next-concepts", body);
      assertEquals(200, response.statusCode(), response.body());
      assertEquals(1, json(response).path("outputs").size());
      assertEquals(2, output(response, "number").size());
      assertTrue(json(response).path("id").isMissingNode());
    }
  }

  @Test
  void theVocabularyComesWholeAndCompressedIfWanted() throws Exception {
    String body = "{\"inputs\":[]}";
    HttpResponse<String> plain = http.infer("vocabulary", body);
    assertEquals(TinyBundle.NAMES.size(), output(plain, "name").size());
    assertEquals("explicit", output(plain, "marks").get(5).asText());
    assertEquals(16 * 384, output(plain, "vector").size());
    assertEquals(
        TinyBundle.make().vectors().vectors()[1][2], output(plain, "vector").get(386).floatValue());
    var request =
        http.to("/v2/models/vocabulary/infer")
            .header("Accept-Encoding", "gzip")
            .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body));
    HttpResponse<byte[]> gzip =
        java.net.http.HttpClient.newHttpClient()
            .send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    assertEquals("gzip", gzip.headers().firstValue("Content-Encoding").orElseThrow());
    byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes();
    assertArrayEquals(plain.body().getBytes(java.nio.charset.StandardCharsets.UTF_8), unpacked);
  }

  // ---- Bad requests

  private static void assertRefused(int status, String part, HttpResponse<String> response) {
    assertEquals(status, response.statusCode(), response.body());
    assertEquals(Set.of("error"), fields(json(response)));
    assertTrue(error(response).contains(part), response.body());
    assertEquals("application/json", response.headers().firstValue("Content-Type").orElse("none"));
    assertTrue(response.headers().firstValue("Server").isEmpty());
  }

  private static Set<String> fields(JsonNode node) {
    Set<String> names = new java.util.HashSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "3",
        "{} {}",
        "{\"inputs\":[],\"inputs\":[]}",
        "{\"inputs\":[NaN]}",
        "{\"inputs\":[0x1]}",
        "{\"inputs\":[\"\u0000\"]}"
      })
  void whatIsNotAJsonObjectIsRefused(String body) {
    HttpResponse<String> response = http.infer("coherence", body);
    assertEquals(400, response.statusCode());
    assertTrue(error(response).startsWith("the body "), response.body());
  }

  @Test
  void nestingNumbersAndTextsHaveLimits() {
    String prefix =
        "{\"inputs\":[{\"name\":\"concepts\",\"shape\":[1,1],\"datatype\":\"INT32\",\"data\":";
    assertRefused(400, "16 levels", http.infer("coherence", prefix + "[".repeat(1000)));
    assertRefused(
        400, "40 digits", http.infer("coherence", prefix + "[" + "9".repeat(1000) + "]}]}"));
    assertRefused(
        400,
        "1000 characters",
        http.infer("coherence", prefix + "[\"" + "x".repeat(2000) + "\"]}]}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "[2,2]|BYTES|[\"sea\"]|has 1 elements, its shape [2, 2] asks for 4",
        "[1]|BYTES|[\"sea\"]|must be [sets, longest]",
        "[1,2]|BYTES|[[\"sea\"],[\"hat\"]]|do not fit its shape",
        "[2147483647,2147483647]|BYTES|[]|asks for more than there can be",
        "[-1,1]|BYTES|[\"sea\"]|whole numbers from 0",
        "[1.5,1]|BYTES|[\"sea\"]|whole numbers from 0",
        "7|BYTES|[\"sea\"]|needs a \"shape\"",
        "[1,1]|FP16|[1]|must be one of [BYTES, BOOL",
        "[1,1]|FP32|[1]|must be BYTES (names), INT32 or INT64",
        "[1,1]|BOOL|[true]|must be BYTES (names), INT32 or INT64",
        "[1,1]|INT32|[\"sea\"]|INT32 data holds whole numbers of 32 bits, not \"sea\"",
        "[1,1]|INT32|[1.5]|not 1.5",
        "[1,1]|INT32|[99999999999]|not 99999999999",
        "[1,1]|INT64|[99999999999]|they go from 0 to 15",
        "[1,1]|INT32|[16]|they go from 0 to 15",
        "[1,1]|INT32|[-2]|they go from 0 to 15",
        "[1,1]|BYTES|[7]|BYTES data holds texts, not 7",
        "[1,1]|BYTES|[\"\"]|set 1 is empty",
        "[1,0]|BYTES|[]|a set is empty",
        "[1,3]|BYTES|[\"sea\",\"\",\"hat\"]|has a gap",
        "[1,2]|BYTES|[\"sea\",\"SEA\"]|holds a concept twice",
        "[1,1]|BYTES|[\"montain\"]|\"montain\" is not in the vocabulary; the nearest are mountain"
      })
  void wrongTensorsAreToldWhatIsWrong(String shape, String datatype, String data, String part) {
    String concepts = tensor("concepts", shape, datatype, data);
    assertRefused(400, part, http.infer("coherence", request(concepts, "")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "\"strategy\":\"magic\"|must be one of cas, published, cas-z",
        "\"strategy\":3|strategy is 3, must be a text",
        "\"beta\":2|beta is 2.0, must be from 0 to 1",
        "\"temperature\":\"hot\"|temperature is hot, must be a number",
        "\"candidates\":0|candidates is 0, must be at least 1",
        "\"candidates\":99999999999|must be a whole number of 32 bits",
        "\"top_k\":1.5|top_k is 1.5, must be a whole number",
        "\"nucleus\":0|nucleus is 0.0",
        "\"orders\":-1|orders is -1",
        "\"seed\":18446744073709551616|must be a whole number of 64 bits",
        "\"seed\":\"1e3\"|must be a whole number of 64 bits",
        "\"seed\":[1]|must be a whole number of 64 bits",
        "\"limit\":0|limit is 0, must be at least 1",
      })
  void wrongParametersAreToldTheirRange(String parameters, String part) {
    assertRefused(400, part, http.infer("next-concepts", request(POOL, parameters)));
  }

  @Test
  void wrongNamesAreToldTheRightOnes() {
    assertRefused(400, "\"pool\" is missing", http.infer("next-concepts", request("", "")));
    assertRefused(400, "\"concepts\" is missing", http.infer("context", request("", "")));
    assertRefused(400, "there is no input \"pool\"", http.infer("context", request(POOL, "")));
    assertRefused(
        400, "holds \"pool\" twice", http.infer("next-concepts", request(POOL + "," + POOL, "")));
    assertRefused(
        400,
        "there is no output \"x\"; there are nll",
        http.infer("context", "{\"inputs\":[],\"outputs\":[{\"name\":\"x\"}]}"));
    assertRefused(400, "has no \"Inputs\"", http.infer("context", "{\"Inputs\":[]}"));
    assertRefused(400, "lacks its list \"inputs\"", http.infer("context", "{}"));
    assertRefused(400, "\"id\" must be", http.infer("context", "{\"id\":1,\"inputs\":[]}"));
  }

  @Test
  void aRequestForTooMuchIsToldHowMuchIsLegalBeforeTheModelsAreAsked() {
    String rows = "[0,1,2,3,4,5,7,8,9],".repeat(100);
    String concepts =
        tensor("concepts", "[100,9]", "INT32", "[" + rows.substring(0, rows.length() - 1) + "]");
    assertRefused(
        400,
        "100 sets in up to 720 orders are 720000 places for the model to read, must be at most",
        http.infer("coherence", request(concepts, "\"orders\":720")));
    assertEquals(200, http.infer("coherence", request(concepts, "\"orders\":1")).statusCode());
  }

  @Test
  void aStepForTooMuchIsToldHowManyOrdersWouldDo() throws Exception {
    String strategy = "cas-z";
    // Nothing is asked of the models before, so that the limit is the usual one.
    try (Http fresh = new Http()) {
      String pool = tensor("pool", "[9]", "INT32", "[0,1,2,3,4,5,7,8,9]");
      String said = error(fresh.infer("next-concepts", request(pool, orders(strategy, 720))));
      assertTrue(said.contains("must be at most 81920 to be read in time"), said);
      int legal = Integer.parseInt(said.replaceFirst(".* from 1 to (\\d+) orders.*", "$1"));
      assertTrue(legal > 50, said);
      assertRefused(
          400, "81920", fresh.infer("next-concepts", request(pool, orders(strategy, legal + 1))));
      HttpResponse<String> most =
          fresh.infer("next-concepts", request(pool, orders(strategy, legal)));
      assertEquals(200, most.statusCode(), most.body());
    }
  }

  private static String orders(String strategy, int orders) {
    return "\"strategy\":\"" + strategy + "\",\"orders\":" + orders;
  }

  @Test
  void whereNobodySaysHowManyTheAnswerSaysHowManyThereWasTimeFor() throws Exception {
    try (ScoringService wordy = new ScoringService(() -> TinyBundle.large(400), "cpu");
        Http server = new Http(wordy, ServerSettings.local(0))) {
      server.server.ready().join();
      String pool = tensor("pool", "[9]", "INT32", "[0,1,2,3,4,5,7,8,9]");
      String strategy = "\"limit\":1,\"strategy\":\"cas-z\"";
      HttpResponse<String> step = server.infer("next-concepts", request(pool, strategy));
      // 256 candidates, two models, sets of 10 and their beginning.
      assertEquals(
          81_920 / (256 * 2 * 11),
          json(step).path("parameters").path("orders").asInt(),
          step.body());
    }
    try (FakeServices fake = new FakeServices();
        Http server = new Http(fake.service, ServerSettings.local(0))) {
      server.server.ready().join();
      HttpResponse<String> ideas = server.infer("ideas", request("", "\"size\":5"));
      assertTrue(json(ideas).path("parameters").path("sets").asInt() > 1000, ideas.body());
    }
    HttpResponse<String> usual = http.infer("next-concepts", request(POOL, ""));
    assertTrue(json(usual).path("parameters").isMissingNode(), usual.body());
  }

  @Test
  void ofAPoolThatTheModelsDoNotReadToItsBeginningTheAnswerSaysSo() {
    String longest = tensor("pool", "[9]", "INT32", "[0,1,2,3,4,5,7,8,9]");
    String longer = tensor("pool", "[10]", "INT32", "[0,1,2,3,4,5,7,8,9,10]");
    for (String strategy : culturalalien.sampling.Strategies.names()) {
      String parameters = "\"orders\":2,\"strategy\":\"" + strategy + "\"";
      HttpResponse<String> whole = http.infer("next-concepts", request(longest, parameters));
      assertEquals(200, whole.statusCode());
      assertTrue(json(whole).path("parameters").isMissingNode(), whole.body());
      HttpResponse<String> cut = http.infer("next-concepts", request(longer, parameters));
      assertEquals(
          "the models read the latest 9 of the pool's 10 concepts",
          json(cut).path("parameters").path("note").asText());
    }
  }

  @Test
  void unknownPlacesAreNotFoundAndWrongMethodsAreToldTheRightOnes() {
    for (String path :
        List.of(
            "/",
            "/v1",
            "/v2/models",
            "/v2/models/gpt-4",
            "/v2/models/coherence/versions/",
            "/v2/models/coherence/x",
            "/v2/models/coherence/infer/x",
            "/v2/models/Coherence",
            "/v2/models/coherence;x=1",
            "/v2//models/coherence")) {
      HttpResponse<String> response = http.get(path);
      assertTrue(Set.of(400, 404).contains(response.statusCode()), path + response.statusCode());
      assertFalse(error(response).isEmpty());
    }
    assertRefused(404, "00 is not served", http.get("/v2/models/coherence/versions/00"));
    assertRefused(404, "is not served", http.post("/v2/models/coherence/versions/00/infer", "{}"));
    HttpResponse<String> get = http.get("/v2/models/coherence/infer");
    assertRefused(405, "POST alone", get);
    assertEquals("POST", get.headers().firstValue("Allow").orElseThrow());
    HttpResponse<String> post = http.post("/v2/health/live", "");
    assertRefused(405, "GET, HEAD alone", post);
    assertEquals("GET, HEAD", post.headers().firstValue("Allow").orElseThrow());
  }

  @Test
  void onlyJsonIsReadAndTheDoorSaysSo() {
    String body = request(POOL, "");
    var publisher = java.net.http.HttpRequest.BodyPublishers.ofString(body);
    String path = "/v2/models/next-concepts/infer";
    for (String type : List.of("text/plain", "application/jsonx", ";")) {
      assertRefused(
          415,
          "application/json",
          http.send(http.to(path).header("Content-Type", type).POST(publisher)));
    }
    assertRefused(
        415,
        "must be gzip, deflate or identity",
        http.send(http.to(path).header("Content-Encoding", "br").POST(publisher)));
    for (String type :
        List.of(
            "application/json", "application/json; charset=utf-8", "application/octet-stream")) {
      var response = http.send(http.to(path).header("Content-Type", type).POST(publisher));
      assertEquals(200, response.statusCode(), response.body());
    }
  }
}
