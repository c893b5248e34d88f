package culturalalien.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import culturalalien.image.plan.Medium;
import culturalalien.image.plan.Plan;
import culturalalien.image.plan.Relation;
import culturalalien.io.Heard;
import culturalalien.io.Interrupted;
import culturalalien.io.ServiceException;
import culturalalien.io.ServiceException.Remedy;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ChatCompositorTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KEY = "sk-planted-0123456789";
  private static final Brief BRIEF = Briefs.of(List.of("red Tractor"), "storm", "harbour", "owl");
  private static final String GOOD =
      composition("Harbour with Owl", "A red Tractor in a storm.", "storm", "Owl");

  private final MockWebServer server = new MockWebServer();
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void start() throws IOException {
    server.start();
    environment.put("OPENAI_API_KEY", KEY);
    environment.put("OPENAI_BASE_URL", server.url("/v1").toString());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private ChatCompositor compositor() {
    return new ChatCompositor(new ChatSettings(environment::get)).model("tiny-model");
  }

  private static String composition(String title, String prompt, String... concepts) {
    return JSON.createObjectNode()
        .put("title", title)
        .put("prompt", prompt)
        .put("rationale", "They answer each other.")
        .set("concepts_used", JSON.valueToTree(concepts))
        .toString();
  }

  /** As a chat server wraps what its model says. */
  private static String completion(String content, String finish) {
    Map<String, Object> message = Map.of("role", "assistant", "content", content);
    Map<String, Object> choice = Map.of("index", 0, "message", message, "finish_reason", finish);
    Map<String, Object> whole =
        Map.of(
            "id",
            "chatcmpl-1",
            "object",
            "chat.completion",
            "created",
            1,
            "model",
            "tiny-model",
            "choices",
            List.of(choice));
    return JSON.valueToTree(whole).toString();
  }

  private void answers(String... contents) {
    for (String content : contents) {
      enqueue(200, completion(content, "stop"));
    }
  }

  private void enqueue(int status, String body) {
    server.enqueue(new MockResponse.Builder().code(status).body(body).build());
  }

  private JsonNode asked() throws Exception {
    RecordedRequest request = server.takeRequest(10, TimeUnit.SECONDS);
    return JSON.readTree(request.getBody().utf8());
  }

  private ServiceException fails(ChatCompositor compositor) {
    ServiceException e = assertThrows(ServiceException.class, () -> compositor.compose(BRIEF));
    assertHidden(e);
    return e;
  }

  /** Neither key, nor password, nor what the server said is to be found. */
  private static void assertHidden(Throwable e) {
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    for (String secret : List.of(KEY, "planted", "hunter2", "secret answer")) {
      assertFalse(text.toString().contains(secret), () -> secret + " in " + text);
    }
  }

  @Test
  void aGoodAnswerIsTakenAsItIs() throws Exception {
    answers(GOOD);
    Prompt prompt = compositor().compose(BRIEF);
    assertEquals("Harbour with Owl", prompt.title());
    assertEquals(List.of("red Tractor", "storm", "owl"), prompt.concepts());
    assertEquals("A red Tractor in a storm.", prompt.prompt());
    assertEquals("They answer each other.", prompt.rationale());
  }

  @Test
  void theModelIsToldThePoolTheOwnWordsAndTheForm() throws Exception {
    answers(GOOD);
    compositor().compose(BRIEF);
    RecordedRequest request = server.takeRequest(10, TimeUnit.SECONDS);
    assertEquals("/v1/chat/completions", request.getUrl().encodedPath());
    assertEquals("Bearer " + KEY, request.getHeaders().get("Authorization"));
    JsonNode body = JSON.readTree(request.getBody().utf8());
    assertEquals("tiny-model", body.path("model").asText());
    assertEquals("json_schema", body.path("response_format").path("type").asText());
    assertTrue(body.path("seed").asLong(-1) >= 0);
    assertEquals(
        Resources.text("instructions.txt"), body.path("messages").path(0).path("content").asText());
    JsonNode question = JSON.readTree(body.path("messages").path(1).path("content").asText());
    assertEquals("red Tractor", question.path("own_words").path(0).asText());
    assertEquals(
        List.of("storm", "harbour", "owl"), question.path("pool").findValuesAsText("concept"));
  }

  private static String planned(String plan) {
    return GOOD.substring(0, GOOD.length() - 1) + ",\"plan\":" + plan + "}";
  }

  @Test
  void thePlanIsTheModelsWhereItHasOneAndDrawnWhereItHasNot() throws Exception {
    answers(
        planned(
            "{\"parts\":[{\"concept\":\"OWL\",\"role\":\"figure\"},"
                + "{\"concept\":\"storm\",\"role\":\"ground\"},"
                + "{\"concept\":\"red Tractor\",\"role\":\"colour\"},"
                + "{\"concept\":\"whale\",\"role\":\"frame\"}],"
                + "\"medium\":\"stained-glass\",\"light\":\"candlelit\",\"mood\":7,"
                + "\"palette\":[\"#102030\",\"mauve\",\"#A0B0C0\"]}"));
    Plan plan = compositor().compose(BRIEF).plan();
    assertEquals(Medium.STAINED_GLASS, plan.medium());
    assertEquals(List.of("#102030", "#A0B0C0"), plan.palette());
    assertEquals(
        List.of("owl figure", "red Tractor colour", "storm ground"),
        plan.parts().stream().map(p -> p.concept() + " " + p.role().word()).toList());
    assertTrue(plan.figures().get(0).figure().contains("owl"), plan::toString);
    assertEquals(Relation.ALONE, plan.relation());
    assertNotNull(plan.light());
    assertEquals(1, server.getRequestCount(), "no bad plan is asked for again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "7", "[]", "\"oil\"", "{}", "{\"parts\":{\"owl\":1}}"})
  void aPlanThatIsNoneIsDrawnAsAWhole(String plan) throws Exception {
    answers(planned(plan), GOOD);
    Prompt first = compositor().compose(BRIEF);
    assertEquals(compositor().compose(BRIEF).plan(), first.plan());
    assertEquals(Set.of("red Tractor", "storm", "owl"), named(first.plan()));
    assertEquals("A red Tractor in a storm.", first.prompt());
  }

  private static Set<String> named(Plan plan) {
    return plan.parts().stream().map(Plan.Part::concept).collect(Collectors.toSet());
  }

  @Test
  void theModelIsToldThePeriodAndTheWordsOfAPlan() throws Exception {
    answers(GOOD);
    Event.Period period =
        new Event.Period(3, 1, 8, Medium.CUT_PAPER, List.of("#102030", "#405060"), "harbour");
    Brief brief =
        new Brief(
            BRIEF.pool(),
            List.of(),
            Set.of(),
            BRIEF.own(),
            BRIEF.coherence(),
            1,
            1,
            null,
            period,
            0);
    Plan plan = compositor().compose(brief).plan();
    assertEquals(Medium.CUT_PAPER, plan.medium());
    assertEquals(period.palette(), plan.palette());
    JsonNode body = asked();
    JsonNode told = JSON.readTree(body.path("messages").path(1).path("content").asText());
    assertEquals("cut paper", told.path("period").path("medium").asText());
    assertEquals("#405060", told.path("period").path("palette").path(1).asText());
    assertEquals("harbour", told.path("period").path("theme").asText());
    assertEquals("stained glass", told.path("plan_words").path("medium").path(21).asText());
    JsonNode form = body.path("response_format").path("json_schema").path("schema");
    JsonNode asked = form.path("properties").path("plan");
    assertEquals("plan", form.path("required").path(2).asText());
    assertEquals(asked.path("properties").size(), asked.path("required").size());
    assertEquals(
        told.path("plan_words").path("light"), asked.path("properties").path("light").path("enum"));
    JsonNode part = asked.path("properties").path("parts").path("items").path("properties");
    assertEquals(told.path("plan_words").path("role"), part.path("role").path("enum"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "```json\n%s\n```",
        "Here is {my} answer:\n\n```\n%s\n```\nShall I go on?",
        "<think>storm {and} harbour</think>%s"
      })
  void jsonIsFoundAmongWordsAndFences(String wrapping) throws Exception {
    answers(wrapping.formatted(GOOD));
    assertEquals("Harbour with Owl", compositor().compose(BRIEF).title());
    assertEquals(1, server.getRequestCount());
  }

  private static final String DRAFT =
      composition("A Draft", "A red Tractor for now.", "harbour", "Owl");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<think>First %2$s, no.</think>%1$s",
        "First %2$s, no.</think>\n%1$s",
        "<THINKING>%2$s</THINKING>%1$s Is {that} right?",
        "<think>%2$s</think><think>again %2$s</think>%1$s",
        "Draft: %2$s\nFinal: ```json\n%1$s\n```",
        "%1$s\n{\"note\": \"harbour\"}",
        "I shall first say at some length what I am going to do, which is to write down one draft"
            + " and then, when I have looked at it long enough, the answer itself, and that is the"
            + " whole of my plan, which has no further parts: %2$s %1$s",
        "<think>%1$s</think>",
        "<think>%2$s then %1$s"
      })
  void aDraftIsNotTakenForTheAnswer(String said) throws Exception {
    answers(said.formatted(GOOD, DRAFT));
    assertEquals("Harbour with Owl", compositor().compose(BRIEF).title());
    assertEquals(1, server.getRequestCount());
  }

  /** %1$s is the answer as a JSON text, %2$s as an object, %3$s a draft as a JSON text. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "'content':[{'type':'text','text':%1$s}]",
        "'content':[{'type':'thinking','thinking':%3$s},{'type':'output_text','text':%1$s}]",
        "'content':[%1$s]",
        "'content':%2$s",
        "'content':null,'reasoning_content':%1$s",
        "'content':'','reasoning':%1$s",
        "'content':%1$s,'reasoning_content':%3$s",
        "'content':null,'tool_calls':[{'id':'call_1','type':'function','function':"
            + "{'name':'composition','arguments':%1$s}}]",
        "'tool_calls':[{'function':{'name':'composition','arguments':%2$s}}]",
        "'content':null,'function_call':{'name':'composition','arguments':%1$s}"
      })
  void theAnswerIsReadWhereTheServerPutsIt(String form) throws Exception {
    String message =
        form.replace('\'', '"')
            .formatted(JSON.writeValueAsString(GOOD), GOOD, JSON.writeValueAsString(DRAFT));
    enqueue(200, "{\"choices\":[{\"message\":{\"role\":\"assistant\"," + message + "}}]}");
    assertEquals("Harbour with Owl", compositor().compose(BRIEF).title());
    assertEquals(1, server.getRequestCount());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{'error':{'message':'secret answer','code':'model_not_found'}}; OTHER_SETTINGS; this model",
        "{'error':{'message':'secret answer','code':429}}; RETRY; too many requests",
        "{'error':{'message':'secret answer','code':'content_filter'}}; OTHER_REQUEST; refused",
        "{'choices':[{'error':{'message':'secret answer','code':502}}]}; RETRY; in trouble",
        "{'error':'secret answer'}; RETRY; in trouble"
      })
  void anErrorThatLooksLikeASuccessIsOne(String body, Remedy remedy, String part) {
    enqueue(200, body.replace('\'', '"'));
    ServiceException e = fails(compositor());
    assertEquals(remedy, e.remedy(), e::getMessage);
    assertTrue(e.getMessage().contains(part), e::getMessage);
  }

  @Test
  @Timeout(30)
  void anAnswerOfManyBracesIsReadInTime() throws Exception {
    answers("{\"a\":".repeat(100_000), GOOD);
    assertEquals("Harbour with Owl", compositor().compose(BRIEF).title());
  }

  @Test
  void aConceptOutsideThePoolIsAskedForAgainByName() throws Exception {
    answers(composition("Title", "A red Tractor and a whale.", "storm", "whale"), GOOD);
    assertEquals("Harbour with Owl", compositor().compose(BRIEF).title());
    asked();
    JsonNode messages = asked().path("messages");
    assertEquals("assistant", messages.path(2).path("role").asText());
    assertTrue(messages.path(3).path("content").asText().contains("\"whale\" is not in the pool"));
  }

  @Test
  void afterTwoBadAnswersTheFallbackComposes() throws Exception {
    String bad = composition("Title", "A red Tractor and a whale.", "secret answer");
    answers(bad, bad);
    Prompt prompt = compositor().compose(BRIEF);
    assertEquals(2, server.getRequestCount());
    assertEquals(new GrammarCompositor().compose(BRIEF).prompt(), prompt.prompt());
    assertTrue(prompt.rationale().contains("concepts outside the pool"), prompt::rationale);
    assertFalse(prompt.rationale().contains("secret answer"), prompt::rationale);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A red tractor.", "A Tractor, red.", "Many red Tractors.", "Nothing."})
  void anAlteredOwnWordIsRefused(String prompt) throws Exception {
    answers(composition("Title", prompt, "storm", "owl"), GOOD);
    assertEquals("A red Tractor in a storm.", compositor().compose(BRIEF).prompt());
    asked();
    String complaint = asked().path("messages").path(3).path("content").asText();
    assertTrue(complaint.contains("the artist's words \"red Tractor\" exactly"), complaint);
  }

  @Test
  void aTitleOfAnEarlierWorkIsRefused() throws Exception {
    Brief brief =
        new Brief(
            BRIEF.pool(),
            List.of(),
            Set.of("Harbour with Owl"),
            BRIEF.own(),
            BRIEF.coherence(),
            1,
            2);
    answers(GOOD, composition("Another", "A red Tractor.", "storm", "owl"));
    assertEquals("Another", compositor().compose(brief).title());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no JSON at all",
        "{\"title\": \"cut",
        "{}",
        "[1, 2]",
        "{\"title\": 7, \"prompt\": \"red Tractor\", \"concepts_used\": [\"storm\"]}",
        "{\"title\": \"T\", \"prompt\": \"red Tractor\", \"concepts_used\": \"storm\"}",
        "{\"title\": \"T\", \"prompt\": \"red Tractor\"}"
      })
  void anAnswerThatIsNotAsAskedIsAskedForAgain(String content) throws Exception {
    answers(content, GOOD);
    assertEquals("Harbour with Owl", compositor().compose(BRIEF).title());
    assertEquals(2, server.getRequestCount());
  }

  @Test
  void aTitleOrPromptWithoutEndIsRefused() throws Exception {
    answers(composition("T".repeat(101), "red Tractor ".repeat(200), "storm", "owl"), GOOD);
    assertEquals("Harbour with Owl", compositor().compose(BRIEF).title());
    asked();
    String complaint = asked().path("messages").path(3).path("content").asText();
    assertTrue(complaint.contains("101 characters, at most 100"), complaint);
    assertTrue(complaint.contains("2399 characters, at most 2000"), complaint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "401; OTHER_SETTINGS; check the key",
        "403; OTHER_SETTINGS; the key does not allow this",
        "402; OTHER_SETTINGS; no credit",
        "404; OTHER_SETTINGS; does not know this model or address",
        "404; OTHER_SETTINGS; end in /v1",
        "429; RETRY; too many requests",
        "408; RETRY; in trouble",
        "500; RETRY; answered 500 (x): it is in trouble",
        "503; RETRY; answered 503 (x): it is in trouble"
      })
  void aStatusSaysWhatMayHelp(int status, Remedy remedy, String sentence) {
    enqueue(status, "{\"error\": {\"message\": \"secret answer " + KEY + "\", \"code\": \"x\"}}");
    ServiceException e = fails(compositor());
    assertEquals(remedy, e.remedy());
    assertTrue(e.getMessage().contains(sentence), e::getMessage);
    String who = "the language model tiny-model at http://localhost:" + server.getPort();
    assertTrue(e.getMessage().startsWith(who), e::getMessage);
    assertEquals(1, server.getRequestCount(), "tried again, which is the agent's affair");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"secret answer\"", "[1]", "null", "{\"message\": 3}"})
  void anErrorMayBeAnything(String error) {
    enqueue(500, "{\"error\": " + error + "}");
    assertEquals(Remedy.RETRY, fails(compositor()).remedy());
  }

  @Test
  void aBusyServerSaysHowLongToWait() {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(10));
    for (String wait : List.of("7", date, "soon")) {
      server.enqueue(new MockResponse.Builder().code(429).setHeader("Retry-After", wait).build());
    }
    assertEquals(Duration.ofSeconds(7), fails(compositor()).retryAfter().orElseThrow());
    Duration minutes = fails(compositor()).retryAfter().orElseThrow();
    assertTrue(minutes.toMinutes() >= 8 && minutes.toMinutes() <= 10, minutes::toString);
    assertTrue(fails(compositor()).retryAfter().isEmpty());
  }

  @Test
  void noCreditIsNoReasonToWait() {
    enqueue(429, "{\"error\": {\"message\": \"x\", \"code\": \"insufficient_quota\"}}");
    assertEquals(Remedy.OTHER_SETTINGS, fails(compositor()).remedy());
  }

  @Test
  void aRefusalAsksForOtherConcepts() {
    enqueue(400, "{\"error\": {\"message\": \"x\", \"code\": \"content_policy_violation\"}}");
    enqueue(200, completion("", "content_filter"));
    enqueue(
        200, completion("", "stop").replace("\"content\":\"\"", "\"refusal\":\"secret answer\""));
    for (int i = 0; i < 3; i++) {
      ServiceException e = fails(compositor());
      assertEquals(Remedy.OTHER_REQUEST, e.remedy(), e::getMessage);
    }
  }

  @Test
  void aServerThatKnowsNoFormsIsAskedWithout() throws Exception {
    enqueue(400, "{\"error\": \"response_format is not supported\"}");
    answers(GOOD, GOOD);
    ChatCompositor compositor = compositor();
    assertEquals("Harbour with Owl", compositor.compose(BRIEF).title());
    compositor.compose(BRIEF);
    assertTrue(asked().has("response_format"));
    assertFalse(asked().has("response_format"));
    assertFalse(asked().has("response_format"), "forgot that this server knows no forms");
  }

  @Test
  void aServerThatFailsForAnotherReasonIsToldTheFormAgain() throws Exception {
    String tooLong = "{\"error\": {\"code\": 400, \"type\": \"exceed_context_size_error\"}}";
    enqueue(400, tooLong);
    enqueue(400, tooLong);
    answers(GOOD);
    ChatCompositor compositor = compositor();
    ServiceException e = fails(compositor);
    assertEquals(Remedy.OTHER_REQUEST, e.remedy());
    assertTrue(e.getMessage().contains("too long"), e::getMessage);
    compositor.compose(BRIEF);
    assertTrue(asked().has("response_format"));
    assertFalse(asked().has("response_format"));
    assertTrue(asked().has("response_format"), "took another failure for one of the form");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "secret answer", "{\"choices\": [", "{}", "{\"choices\": []}", "[]", "null"})
  void anAnswerThatIsNoChatIsToBeTriedAgain(String body) {
    enqueue(200, body);
    ServiceException e = fails(compositor());
    assertEquals(Remedy.RETRY, e.remedy());
    assertTrue(e.getMessage().contains("answered with"), e::getMessage);
  }

  @Test
  void halfAnAnswerIsToBeTriedAgain() {
    server.enqueue(
        new MockResponse.Builder()
            .body(completion(GOOD, "stop"))
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());
    ServiceException e = fails(compositor());
    assertEquals(Remedy.RETRY, e.remedy());
    assertTrue(e.getMessage().contains("broke off"), e::getMessage);
    enqueue(200, completion("{\"title\": \"ha", "length"));
    assertTrue(fails(compositor()).getMessage().contains("middle of its answer"));
  }

  @Test
  void anEndlessAnswerIsNotReadToItsEnd() {
    enqueue(200, "x".repeat(5 << 20));
    assertTrue(fails(compositor()).getMessage().contains("more than 4 MB"));
  }

  @Test
  void aSilentServerTimesOut() {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    ServiceException e = fails(compositor().timeout(1));
    assertEquals(Remedy.RETRY, e.remedy());
    assertTrue(e.getMessage().contains("did not answer within 1.0 seconds"), e::getMessage);
  }

  @Test
  void aServerThatIsNotThereIsNamedWithoutItsPassword() {
    int port = server.getPort();
    server.close();
    ChatCompositor compositor = compositor().baseUrl("http://me:hunter2@localhost:" + port + "/v1");
    ServiceException e = fails(compositor);
    assertEquals(Remedy.RETRY, e.remedy());
    assertTrue(e.getMessage().contains("localhost:" + port + " cannot be reached"), e::getMessage);
    assertEquals(
        "ChatCompositor[tiny-model at http://localhost:" + port + "]", compositor.toString());
  }

  @Test
  void aPasswordInTheAddressIsSentAsSuchAndNotTheKey() throws Exception {
    answers(GOOD);
    compositor().baseUrl("http://me:hunter2@localhost:" + server.getPort() + "/v1/").compose(BRIEF);
    RecordedRequest request = server.takeRequest(10, TimeUnit.SECONDS);
    assertEquals("Basic bWU6aHVudGVyMg==", request.getHeaders().get("Authorization"));
    assertEquals("/v1/chat/completions", request.getUrl().encodedPath());
  }

  @Test
  void aLocalServerNeedsNoKey() throws Exception {
    environment.remove("OPENAI_API_KEY");
    answers(GOOD);
    compositor().compose(BRIEF);
    assertNull(server.takeRequest(10, TimeUnit.SECONDS).getHeaders().get("Authorization"));
  }

  @Test
  void theKeyMayComeFromAFile(@TempDir Path folder) throws Exception {
    answers(GOOD);
    Path file = Files.writeString(folder.resolve("key"), "sk-from-file\n");
    compositor().keyFile(file.toString()).compose(BRIEF);
    RecordedRequest request = server.takeRequest(10, TimeUnit.SECONDS);
    assertEquals("Bearer sk-from-file", request.getHeaders().get("Authorization"));
    ServiceException e = fails(compositor().keyFile(folder.resolve("none").toString()));
    assertEquals(Remedy.OTHER_SETTINGS, e.remedy());
    assertTrue(e.getMessage().contains("the file does not exist"), e::getMessage);
  }

  @Test
  void openAiItselfNeedsAKey() {
    environment.clear();
    ServiceException e = fails(compositor());
    assertEquals(Remedy.OTHER_SETTINGS, e.remedy());
    assertTrue(e.getMessage().contains("set OPENAI_API_KEY"), e::getMessage);
  }

  @Test
  void aKeyThatNoHeaderCanHoldIsNotShown() {
    environment.put("OPENAI_API_KEY", KEY + "\n" + KEY);
    assertTrue(fails(compositor()).getMessage().contains("a character that no key has"));
    environment.put("OPENAI_BASE_URL", "http://me:hunter2@he re");
    assertTrue(fails(compositor()).getMessage().contains("OPENAI_BASE_URL: \"he re\" is no"));
  }

  @Test
  void theKeyShowsNowhere() {
    ChatSettings settings = new ChatSettings(environment::get);
    assertFalse((settings + " " + new ChatCompositor(settings)).contains("planted"));
  }

  @Test
  void settingsOutOfRangeAreRefusedWithoutShowingAPassword() {
    List<String> heard =
        Heard.of(() -> compositor().baseUrl("ftp://me:hunter2@x").model(" ").timeout(0));
    assertEquals(3, heard.size(), heard::toString);
    assertFalse(heard.get(0).contains("hunter2"), heard::toString);
  }

  @Test
  void theInstructionsCanBeReplaced(@TempDir Path folder) throws Exception {
    answers(GOOD);
    Path file = Files.writeString(folder.resolve("mine.txt"), "Compose for a wall of glass.");
    compositor().instructions(file.toString()).compose(BRIEF);
    String sent = asked().path("messages").path(0).path("content").asText();
    assertEquals("Compose for a wall of glass.", sent);
    assertEquals(
        Remedy.OTHER_SETTINGS,
        fails(compositor().instructions(folder.resolve("x").toString())).remedy());
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    Interrupted caller = new Interrupted(() -> compositor().compose(BRIEF));
    assertNotNull(server.takeRequest(10, TimeUnit.SECONDS));
    caller.interruptAndExpectIt();
  }
}
