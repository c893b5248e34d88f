package culturalalien.study.judge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import culturalalien.io.server.HttpServer;
import culturalalien.io.server.OwnName;
import culturalalien.study.judge.Client.Reply;
import culturalalien.study.judge.Judgement.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as a browser, or somebody worse, sees it. */
class JudgeServerTest {

  private static final String JUDGE = "judge-0001";

  @TempDir Path folder;

  private final List<String> log = new CopyOnWriteArrayList<>();
  private JudgingSession session;
  private JudgeServer server;
  private Client client;

  @BeforeEach
  void start() throws IOException {
    Exhibition exhibition =
        Exhibition.read(Exhibited.runs(folder, 2, "alien", "plain"), Optional.empty());
    session = JudgingSession.open(exhibition, List.of(Question.values()), folder.resolve("out"), 1);
    server = new JudgeServer(session, JudgeServer.LOOPBACK, 0, log::add);
    client = new Client(server.address().toString());
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    session.close();
    assertEquals(List.of(), log);
  }

  private List<Judgement> kept() throws IOException {
    return JudgementFile.read(folder.resolve("out"));
  }

  @Test
  void thePageNeedsNothingElseAndMayDoLittle() throws IOException {
    Reply page = client.get("/");
    assertEquals(200, page.status());
    assertFalse(page.text().contains("http"), "an address in the page");
    assertFalse(page.text().contains("{style}") || page.text().contains("{script}"));
    String policy = page.headers().get("Content-Security-Policy");
    assertTrue(policy.startsWith("default-src 'none';"), policy);
    assertFalse(policy.contains("unsafe"), policy);
    assertEquals("nosniff", page.headers().get("X-Content-Type-Options"));
    assertEquals("no-store", page.headers().get("Cache-Control"));
  }

  @Test
  void nothingThatIsShownTellsTheConditions() throws IOException {
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < 8; i++) {
      Reply reply = client.post("/pair", "{\"judge\":\"" + JUDGE + i + "\"}");
      for (String secret : List.of("alien", "plain", "run-", "secret", "0001.png", "sea")) {
        assertFalse(reply.text().contains(secret), reply.text());
      }
      JsonNode pair = reply.json().get("pair");
      keys.add(pair.get("left").get("key").asText());
      keys.add(pair.get("right").get("key").asText());
    }
    assertEquals(4, keys.size());
    for (String key : keys) {
      Reply picture = client.get("/works/" + key);
      assertEquals("image/png", picture.headers().get("Content-Type"));
      // Another study may show another work under this key.
      assertEquals("no-store", picture.headers().get("Cache-Control"));
      assertTrue(picture.headers().names().stream().noneMatch("Content-Disposition"::equals));
      Path file = session.exhibition().of(key).orElseThrow().picture().orElseThrow();
      assertArrayEquals(Files.readAllBytes(file), picture.bytes());
    }
  }

  @Test
  void anAnswerIsOnTheDiskOnceWhenItIsAcknowledged() throws IOException {
    JsonNode pair = client.pair(JUDGE);
    String answer = Client.answer("answer-0001", JUDGE, pair, "TIE");
    for (int i = 0; i < 3; i++) {
      Reply reply = client.post("/answer", answer);
      assertEquals(200, reply.status(), reply.text());
      assertEquals(1, reply.json().get("judged").asInt());
      assertEquals(1, kept().size());
    }
    Judgement judgement = kept().get(0);
    assertEquals(Answer.TIE, judgement.answer());
    assertEquals(1.5, judgement.seconds());
    assertEquals(pair.get("left").get("key").asText(), Exhibited.key(judgement.left()));
    assertEquals(pair.get("right").get("key").asText(), Exhibited.key(judgement.right()));
    assertNotEquals(judgement.left().condition(), judgement.right().condition());
    String undo = "{\"withdrawn\":\"answer-0001\",\"judge\":\"" + JUDGE + "\"}";
    assertEquals(0, client.post("/answer", undo).json().get("judged").asInt());
    assertEquals(0, client.post("/answer", answer).json().get("judged").asInt());
    assertEquals(List.of(), kept());
    assertEquals(0, session.judges());
  }

  @Test
  void eachPairAndQuestionComesOnceThenNone() throws IOException {
    for (int n = 0; n < 8; n++) {
      JsonNode pair = client.pair(JUDGE);
      assertEquals(
          200, client.post("/answer", Client.answer("id-00000" + n, JUDGE, pair, "LEFT")).status());
    }
    assertTrue(client.pair(JUDGE).isNull());
    assertFalse(client.pair("another-judge").isNull());
    assertEquals(8, session.judged());
  }

  private JsonNode pair(String tab) throws IOException {
    String ask = "{\"judge\":\"" + JUDGE + "\",\"tab\":\"" + tab + "\",\"hand\":[]}";
    return client.post("/pair", ask).json().get("pair");
  }

  private static Set<JsonNode> keys(JsonNode pair) {
    return Set.of(pair.get("question"), pair.at("/left/key"), pair.at("/right/key"));
  }

  @Test
  void twoTabsOfOneJudgeGetDifferentPairs() throws IOException {
    Set<Set<JsonNode>> pairs = new HashSet<>();
    for (int tab = 0; tab < 8; tab++) {
      pairs.add(keys(pair("tab-0000" + tab)));
    }
    assertEquals(8, pairs.size());
    // What only closed pages hold is shown again in the end.
    assertTrue(pairs.contains(keys(pair("tab-00008"))));
  }

  @Test
  void aPageThatAsksAgainHoldsNoMoreThanItSays() throws IOException {
    JsonNode first = pair("tab-00000");
    assertEquals(first, pair("tab-00000"));
    assertNotEquals(keys(first), keys(pair("tab-00001")));
    String odd = "{\"judge\":\"" + JUDGE + "\",\"tab\":\"?\"}";
    assertEquals(400, client.post("/pair", odd).status());
  }

  @Test
  void aSecondAnswerToTheSamePairTakesThePlaceOfTheFirst() throws IOException {
    JsonNode pair = client.pair(JUDGE);
    for (String[] each : new String[][] {{"answer-0001", "LEFT"}, {"answer-0002", "RIGHT"}}) {
      Reply reply = client.post("/answer", Client.answer(each[0], JUDGE, pair, each[1]));
      assertEquals(1, reply.json().get("judged").asInt(), reply.text());
    }
    assertEquals(1, kept().size());
    assertEquals(Answer.RIGHT, kept().get(0).answer());
    assertEquals(1, session.judged());
    // And it is not asked a third time.
    Set<Set<JsonNode>> left = new HashSet<>();
    for (int n = 0; n < 7; n++) {
      JsonNode next = client.pair(JUDGE);
      left.add(keys(next));
      String answer = Client.answer("id-00000" + n, JUDGE, next, "LEFT");
      assertEquals(200, client.post("/answer", answer).status());
    }
    assertEquals(7, left.size());
    assertFalse(left.contains(keys(pair)));
    assertTrue(client.pair(JUDGE).isNull());
  }

  @Test
  void anAnswerIsTakenBackByItsOwnJudgeAlone() throws IOException {
    String answer = Client.answer("answer-0001", JUDGE, client.pair(JUDGE), "LEFT");
    assertEquals(200, client.post("/answer", answer).status());
    assertRefused(403, "{\"withdrawn\":\"answer-0001\",\"judge\":\"judge-0002\"}");
    assertEquals(1, kept().size());
    assertEquals(1, session.judged());
  }

  @Test
  void whatThePageHoldsIsNotGivenTwice() throws IOException {
    JsonNode first = client.pair(JUDGE);
    String hand =
        "{\"judge\":\""
            + JUDGE
            + "\",\"hand\":[{\"question\":\""
            + first.get("question").asText()
            + "\",\"left\":\""
            + first.get("left").get("key").asText()
            + "\",\"right\":\""
            + first.get("right").get("key").asText()
            + "\"},{\"question\":\"?\",\"left\":\"gone\",\"right\":null}]}";
    assertNotEquals(first, client.post("/pair", hand).json().get("pair"));
    // Without it in its hand it has forgotten it, and gets it again.
    assertEquals(first, client.pair(JUDGE));
  }

  @Test
  void whatMakesNoSenseIsRefusedInASentenceAndKeptOut() throws IOException {
    JsonNode pair = client.pair(JUDGE);
    String good = Client.answer("answer-0001", JUDGE, pair, "LEFT");
    String left = pair.get("left").get("key").asText();
    String right = pair.get("right").get("key").asText();
    assertRefused(409, good.replace(left, "0123456789abcdef"));
    assertRefused(409, good.replace(left, right));
    assertRefused(409, good.replace(pair.get("question").asText(), "beauty"));
    assertRefused(400, good.replace("LEFT", "UP"));
    assertRefused(400, good.replace("\"LEFT\"", "null"));
    assertRefused(400, good.replace("1.5", "-1"));
    assertRefused(400, good.replace("1.5", "\"NaN\""));
    assertRefused(400, good.replace("answer-0001", "no/such id"));
    assertRefused(400, good.replace(JUDGE, "x"));
    assertRefused(400, "{\"withdrawn\":\"\",\"judge\":\"" + JUDGE + "\"}");
    for (String body : List.of("", "null", "[]", "{", "\u0000", "[".repeat(30_000))) {
      assertRefused(400, body);
    }
    assertRefused(413, " ".repeat(70_000));
    assertEquals(List.of(), kept());
    assertEquals(0, Files.size(folder.resolve("out")));
  }

  private void assertRefused(int status, String body) throws IOException {
    Reply reply = client.post("/answer", body);
    assertEquals(status, reply.status(), reply.text());
    String sentence = reply.json().get("error").asText();
    assertFalse(sentence.isEmpty() || sentence.contains("Exception"), sentence);
  }

  @Test
  void otherPathsLeadNowhere() throws IOException {
    for (String path :
        List.of(
            "/works/",
            "/works/../../out",
            "/works/%2e%2e%2f%2e%2e%2fout",
            "/works//etc/passwd",
            "/out",
            "/judgements.jsonl",
            "/pair/x",
            "/favicon.ico")) {
      int status = client.get(path).status();
      assertTrue(status == 404 || status == 400, path + ": " + status);
    }
    assertEquals(405, client.get("/pair").status());
    assertEquals(405, client.post("/", "{}").status());
  }

  @Test
  void otherSitesCanNeitherReadNorAnswer() throws IOException {
    String answer = Client.answer("answer-0001", JUDGE, client.pair(JUDGE), "LEFT");
    // What a form of another site sends.
    RequestBody plain = RequestBody.create(answer.getBytes(), MediaType.get("text/plain"));
    assertEquals(415, client.send(client.to("/answer").post(plain)).status());
    assertEquals(
        415,
        client.send(client.to("/answer").post(RequestBody.create(answer.getBytes()))).status());
    // A name of theirs that leads to this machine.
    for (String host : List.of("evil.example", "127.0.0.1.evil.example", "localhost.evil:80")) {
      assertEquals(421, client.send(client.to("/").header("Host", host)).status(), host);
    }
    for (String host : List.of("localhost", "127.0.0.1:1", "[::1]", "judge1.localhost:80")) {
      assertEquals(200, client.send(client.to("/").header("Host", host)).status(), host);
    }
    assertEquals(List.of(), kept());
  }

  @Test
  void allThatCanReachItMayComeInWhenItIsToldSo() throws IOException {
    // Still on this machine alone: only that is tested which looks at the name.
    JudgeHandler open = new JudgeHandler(session, new OwnName("0.0.0.0", false), log::add);
    try (var anywhere = new HttpServer("127.0.0.1", 0, 16, open)) {
      Client other = new Client(anywhere.address().toString());
      assertEquals(200, other.send(other.to("/").header("Host", "gallery.local:8090")).status());
    }
  }

  @Test
  void aNameOfThisMachineThatWasGivenIsItsOwn() throws IOException {
    JudgeHandler named = new JudgeHandler(session, new OwnName("MyHost", true), log::add);
    try (var here = new HttpServer("127.0.0.1", 0, 16, named)) {
      Client other = new Client(here.address().toString());
      assertEquals(200, other.send(other.to("/").header("Host", "myhost:8090")).status());
      Reply refused = other.send(other.to("/").header("Host", "myhost.evil.example"));
      assertEquals(421, refused.status());
      assertTrue(refused.text().contains("at MyHost"), refused.text());
    }
  }

  @Test
  void aFileThatIsInUseAndAWrongPortAreSentences() {
    IOException inUse =
        assertThrows(
            IOException.class,
            () ->
                JudgingSession.open(
                    session.exhibition(), List.of(Question.COHERENCE), folder.resolve("out"), 1));
    assertTrue(inUse.getMessage().contains("is being written by another"), inUse.getMessage());
    IllegalArgumentException port =
        assertThrows(
            IllegalArgumentException.class,
            () -> new JudgeServer(session, JudgeServer.LOOPBACK, 70_000, log::add));
    assertEquals("port is 70000, must be from 0 to 65535", port.getMessage());
  }
}
