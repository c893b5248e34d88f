package culturalalien.image;

import static culturalalien.image.FakeService.JOB;
import static culturalalien.image.FakeService.SECRET;
import static culturalalien.image.FakeService.history;
import static culturalalien.image.FakeService.json;
import static culturalalien.image.FakeService.offering;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import culturalalien.image.FakeService.Kind;
import culturalalien.io.Interrupted;
import culturalalien.io.ServiceException;
import culturalalien.io.ServiceException.Remedy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class ComfyUITest {

  private static final String ASKS = Kind.COMFYUI.asks;
  private static final String HISTORY = "/history/" + JOB;
  private static final String DONE = event("executing", "\"node\":null");

  private FakeService service;
  private ComfyUI comfy;
  private final List<Double> heard = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    service = new FakeService();
    // So that what does not come as an event does not come at all.
    comfy = new ComfyUI().baseUrl(service.url("/").toString()).poll(Duration.ofMinutes(10));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private static String event(String type, String data) {
    return "{\"type\":\"%s\",\"data\":{\"prompt_id\":\"%s\",%s}}".formatted(type, JOB, data);
  }

  private Pixels paint() throws Exception {
    return comfy.generate(FakeService.request(1024, 512), heard::add);
  }

  private ServiceException failure() {
    ServiceException problem = assertThrows(ServiceException.class, this::paint);
    assertFalse(problem.getMessage().contains(SECRET), problem::getMessage);
    return problem;
  }

  /** Tells events once the workflow has come. */
  private void tells(String... events) {
    service.on(
        ASKS,
        request -> {
          service.tell(List.of(events));
          return json("{\"prompt_id\":\"" + JOB + "\"}");
        });
  }

  @Test
  void eventsTellProgressAndTheEnd() throws Exception {
    tells(
        "not JSON",
        "{\"type\":\"status\",\"data\":{\"status\":{}}}",
        event("execution_cached", "\"nodes\":[\"1\"]"),
        event("executing", "\"node\":\"5\""),
        event("progress", "\"value\":10,\"max\":20"),
        "{\"type\":\"executing\",\"data\":{\"prompt_id\":\"another\",\"node\":null}}",
        event("progress", "\"value\":20,\"max\":20,\"node\":\"5\""),
        event("executing", "\"node\":\"6\""),
        DONE);
    assertArrayEquals(FakeService.PICTURE.argb(), paint().argb());
    // Node 1 of weight 1 is done, half of the sampler of weight 20, all of it; of 26 in all.
    assertEquals(List.of(1 / 26.0, 11 / 26.0, 21 / 26.0, 22 / 26.0, 1.0), heard);
  }

  @Test
  void whatIsKeptIsFetchedRatherThanAPreview() throws Exception {
    tells(DONE);
    paint();
    var view = service.taken("/view").getUrl();
    assertEquals("f 1.png", view.queryParameter("filename"));
    assertEquals("s", view.queryParameter("subfolder"));
    assertEquals("output", view.queryParameter("type"));
  }

  @Test
  void thePlainWorkflowTakesTheFirstCheckpointThatIsOffered() throws Exception {
    tells(DONE);
    paint();
    JsonNode sent = service.sent(ASKS);
    JsonNode nodes = sent.get("prompt");
    assertEquals("a.safetensors", nodes.at("/1/inputs/ckpt_name").asText());
    assertEquals("a \"quiet\" sea {seed}", nodes.at("/2/inputs/text").asText());
    assertEquals(1024, nodes.at("/4/inputs/width").numberValue());
    assertEquals(512, nodes.at("/4/inputs/height").numberValue());
    assertEquals(42L, nodes.at("/5/inputs/seed").longValue());
    assertTrue(nodes.at("/5/inputs/seed").isNumber());
  }

  @Test
  void eventsAreHeardAsTheOneWhoAsked() throws Exception {
    tells(DONE);
    paint();
    String listener = service.taken("/ws").getUrl().queryParameter("clientId");
    assertEquals(listener, service.sent(ASKS).get("client_id").asText());
  }

  @Test
  void aServerWithoutACheckpointIsToldSo() {
    service.on("/object_info/CheckpointLoaderSimple", json(offering().replace("[\"\"]", "[]")));
    ServiceException problem = failure();
    assertEquals(Remedy.OTHER_SETTINGS, problem.remedy());
    assertTrue(problem.getMessage().contains("no checkpoint"), problem::getMessage);
  }

  @Test
  void aWrongCheckpointIsNamedWithWhatIsOffered() {
    comfy.checkpoint("mine.safetensors").negative("text");
    service.on(
        "/object_info/CheckpointLoaderSimple",
        json(offering("a.ckpt", "b b.ckpt", SECRET + "?", "c.ckpt", "d.ckpt", "e.ckpt", "f.ckpt")));
    service.on(ASKS, json(400, refusal("1", "value_not_in_list", "ckpt_name")));
    ServiceException problem = failure();
    assertEquals(Remedy.OTHER_SETTINGS, problem.remedy());
    assertEquals(
        "comfyui at http://localhost:"
            + service.url("/").port()
            + " has no ckpt_name \"mine.safetensors\" for node 1 (CheckpointLoaderSimple); it offers"
            + " \"a.ckpt\", \"b b.ckpt\", \"c.ckpt\", \"d.ckpt\", \"e.ckpt\" and 1 more",
        problem.getMessage());
  }

  @Test
  void newServersWriteTheirOffersInAnotherWay() throws Exception {
    service.on(
        "/object_info/CheckpointLoaderSimple",
        json(
            "{\"CheckpointLoaderSimple\":{\"input\":{\"required\":{\"ckpt_name\":"
                + "[\"COMBO\",{\"options\":[\"new.safetensors\"]}]}}}}"));
    tells(DONE);
    paint();
    assertEquals("new.safetensors", service.sent(ASKS).at("/prompt/1/inputs/ckpt_name").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "4; value_bigger_than_max; width; node 4 (EmptyLatentImage) with its width 1024",
        "4; required_input_missing; nothing; node 4 (EmptyLatentImage) with its inputs",
        "99; exception; width; a node with its inputs"
      })
  void aNodeThatIsNotAcceptedIsNamed(String node, String type, String input, String part) {
    service.on(ASKS, json(400, refusal(node, type, input)));
    ServiceException problem = failure();
    assertEquals(Remedy.OTHER_SETTINGS, problem.remedy());
    assertTrue(problem.getMessage().contains("does not accept " + part), problem::getMessage);
  }

  private static String refusal(String node, String type, String input) {
    return """
        {"error":{"type":"prompt_outputs_failed_validation","message":"%1$s"},
         "node_errors":{"%2$s":{"class_type":"%1$s","errors":[
           {"type":"%3$s","details":"%1$s","extra_info":{"input_name":"%4$s"}}]}}}
        """
        .formatted(SECRET, node, type, input);
  }

  @Test
  void aNodeThatTheServerLacksIsNamed() {
    service.on(
        ASKS,
        json(
            400,
            "{\"error\":{\"type\":\"missing_node_type\",\"extra_info\":{\"node_id\":\"5\"}},"
                + "\"node_errors\":{}}"));
    ServiceException problem = failure();
    assertEquals(Remedy.OTHER_SETTINGS, problem.remedy());
    assertTrue(problem.getMessage().contains("has no node \"KSampler\""), problem::getMessage);
  }

  /** As a server of October 2025 answers, and as those before it did. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'error':{'type':'invalid_prompt','message':'Cannot execute because node KSampler does not"
            + " exist.','details':'Node ID ~#5~','extra_info':{}},'node_errors':{}};"
            + "has no node ~KSampler~; install it there",
        "{'error':{'type':'invalid_prompt','message':'Cannot execute because node KSampler does not"
            + " exist.','details':'Node ID ~#5~','extra_info':{}},'node_errors':[]};"
            + "has no node ~KSampler~; install it there",
        "{'error':{'type':'invalid_prompt','message':'Cannot execute because a node is missing the"
            + " class_type property.','details':'Node ID ~#1~','extra_info':{}},'node_errors':{}};"
            + "does not accept the workflow: Cannot execute because a node is missing the"
            + " class_type property (Node ID '#1'); run it",
        "{'error':{'type':'prompt_no_outputs','message':'Prompt has no outputs','details':'',"
            + "'extra_info':{}},'node_errors':{}};"
            + "does not accept the workflow: Prompt has no outputs; run it",
        "{'error':{'type':'prompt_outputs_failed_validation','message':'Prompt outputs failed"
            + " validation','details':'','extra_info':{}},'node_errors':{'4':{'errors':[{'type':"
            + "'value_bigger_than_max','message':'Value 1024 bigger than max of 512','details':"
            + "'width','extra_info':{'input_name':'width','received_value':1024}}],"
            + "'dependent_outputs':['7'],'class_type':'EmptyLatentImage'}}};"
            + "node 4 (EmptyLatentImage) with its width 1024: Value 1024 bigger than max of 512",
        "{'error':{'type':'prompt_outputs_failed_validation','message':'Prompt outputs failed"
            + " validation','details':'','extra_info':{}},'node_errors':{'4':{'errors':[{'type':"
            + "'custom_validation_failed','message':'Custom validation failed for node','details':"
            + "'image - Invalid image file: nope.png','extra_info':{'input_name':'image'}}],"
            + "'dependent_outputs':['7'],'class_type':'LoadImage'}}};"
            + "with its inputs: image - Invalid image file: nope.png"
      })
  void whatIsWrongWithTheWorkflowIsToldInTheServersWordsAndNoFaultOfThePrompt(String recorded) {
    String[] parts = recorded.split("\\};", 2);
    service.on(ASKS, json(400, (parts[0] + "}").replace('\'', '"').replace('~', '\'')));
    ServiceException problem = failure();
    assertEquals(Remedy.OTHER_SETTINGS, problem.remedy(), problem::getMessage);
    String told = parts[1].replace('~', '"');
    assertTrue(problem.getMessage().contains(told), problem::getMessage);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "execution_error; torch.OutOfMemoryError; OTHER_SETTINGS; ran out of memory in node 5 (KSampler)",
        "execution_error; RuntimeError; OTHER_SETTINGS; failed in node 5 (KSampler): …",
        "execution_interrupted; none; RETRY; somebody"
      })
  void aFailureOnTheWayIsToldByEventOrHistory(
      String type, String exception, Remedy remedy, String part) {
    String data =
        "\"node_id\":\"5\",\"exception_type\":\"%s\",\"exception_message\":\"Bearer %s\""
            .formatted(exception, SECRET);
    tells(event(type, data));
    ServiceException told = failure();
    assertEquals(remedy, told.remedy());
    assertTrue(told.getMessage().contains(part), told::getMessage);

    tells(DONE);
    service.on(HISTORY, json(history("error", "[[\"" + type + "\",{" + data + "}]]")));
    assertEquals(told.getMessage(), failure().getMessage());
  }

  @Test
  void aNodeThatFailsGivesItsReasonWithoutThePrompt() {
    tells(
        event(
            "execution_error",
            "\"node_id\":\"7\",\"node_type\":\"PreviewImage\",\"executed\":[],"
                + "\"exception_type\":\"Exception\",\"exception_message\":\"**** ERROR: Saving"
                + " image of a \\\"quiet\\\" sea {seed} outside the output folder is not allowed.\\n"
                + " full_output_folder: /"
                + SECRET
                + "\\n\""));
    assertTrue(
        failure()
            .getMessage()
            .contains(
                "failed in node 7 (PreviewImage): ERROR: Saving image of … outside the output"
                    + " folder is not allowed; run"));
  }

  @Test
  void aWorkflowWithoutAPictureIsToldWhatItNeeds() {
    tells(DONE);
    service.on(HISTORY, json("{\"" + JOB + "\":{\"outputs\":{}}}"));
    ServiceException problem = failure();
    assertEquals(Remedy.OTHER_SETTINGS, problem.remedy());
    assertTrue(problem.getMessage().contains("Save Image"), problem::getMessage);
  }

  @Test
  void whenTheEventsBreakOffTheHistoryIsAsked() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    service.on(
        ASKS,
        request -> {
          service.hangUp();
          return json("{\"prompt_id\":\"" + JOB + "\"}");
        });
    service.on(
        HISTORY, request -> json(asked.incrementAndGet() < 4 ? "{}" : history("success", "[]")));
    comfy.poll(Duration.ofMillis(5));
    assertArrayEquals(FakeService.PICTURE.argb(), paint().argb());
    assertEquals(4, asked.get());
  }

  @Test
  void aServerWithoutEventsPaintsAsWell() throws Exception {
    service.on("/ws", json(404, ""));
    comfy.poll(Duration.ofMillis(5));
    assertArrayEquals(FakeService.PICTURE.argb(), paint().argb());
  }

  @Test
  void whoeverIsInterruptedTakesTheJobBack() throws Exception {
    CountDownLatch heard = new CountDownLatch(1);
    tells(event("execution_cached", "\"nodes\":[\"1\"]"), event("executing", "\"node\":\"5\""));
    Interrupted caller =
        new Interrupted(() -> comfy.generate(FakeService.request(8, 8), done -> heard.countDown()));
    heard.await();
    caller.interruptAndExpectIt();
    assertJobIsTakenBack(JOB);
  }

  @Test
  void aJobIsTakenBackEvenBeforeTheServerHasAnswered() throws Exception {
    service.on(
        ASKS, new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    Interrupted caller = new Interrupted(this::paint);
    String id = service.sent(ASKS).get("prompt_id").asText();
    caller.interruptAndExpectIt();
    assertJobIsTakenBack(id);
  }

  @Test
  void aJobThatTakesTooLongIsTakenBack() throws Exception {
    service.on(HISTORY, json("{}"));
    comfy.timeout(0.5).poll(Duration.ofMillis(20));
    ServiceException problem = failure();
    assertEquals(Remedy.RETRY, problem.remedy());
    assertTrue(problem.getMessage().contains("did not finish"), problem::getMessage);
    assertJobIsTakenBack(JOB);
  }

  @Test
  void aJobOfWhichNobodyHearsAnyMoreIsTakenBack() throws Exception {
    service.on(
        HISTORY,
        new MockResponse.Builder()
            .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
            .build());
    comfy.poll(Duration.ofMillis(5));
    assertEquals(Remedy.RETRY, failure().remedy());
    assertJobIsTakenBack(JOB);
  }

  @ParameterizedTest
  @ValueSource(strings = {JOB, "of-somebody-else"})
  void onlyTheOwnJobIsInterrupted(String running) throws Exception {
    service.on(HISTORY, json("{}"));
    service.on(
        "/queue",
        request ->
            request.getMethod().equals("POST")
                ? json("")
                : json(
                    "{\"queue_running\":[[3,\""
                        + running
                        + "\",{},{},[\"7\"]]],\"queue_pending\":[]}"));
    comfy.timeout(0.5).poll(Duration.ofMillis(20));
    assertEquals(Remedy.RETRY, failure().remedy());
    assertEquals(running.equals(JOB), service.heard().contains("/interrupt"));
  }

  private void assertJobIsTakenBack(String id) throws Exception {
    assertEquals(id, service.sent("/queue").at("/delete/0").asText());
    assertEquals(id, service.sent("/interrupt").get("prompt_id").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../x", "", "a b"})
  void aJobWithAnOddNumberIsNoneOfComfyUi(String id) {
    service.on(ASKS, json("{\"prompt_id\":\"" + id + "\"}"));
    assertEquals(Remedy.RETRY, failure().remedy());
  }
}
