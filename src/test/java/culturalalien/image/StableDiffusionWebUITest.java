package culturalalien.image;

import static culturalalien.image.FakeService.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import culturalalien.image.FakeService.Kind;
import culturalalien.io.Heard;
import culturalalien.io.Interrupted;
import culturalalien.io.ServiceException;
import culturalalien.io.ServiceException.Remedy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class StableDiffusionWebUITest {

  private static final String ASKS = Kind.SDWEBUI.asks;
  private static final String PROGRESS = "/sdapi/v1/progress";
  private static final String INTERRUPT = "/sdapi/v1/interrupt";

  private FakeService service;
  private StableDiffusionWebUI web;
  private final List<Double> heard = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    service = new FakeService();
    web =
        new StableDiffusionWebUI().baseUrl(service.url("/").toString()).poll(Duration.ofMillis(5));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private Pixels paint() throws Exception {
    return web.generate(FakeService.request(1920, 1080), heard::add);
  }

  @Test
  void asksWithPromptSeedAndSettings() throws Exception {
    web.steps(30).guidance(6.5).sampler("Euler a").negative("text").option("scheduler", "Karras");
    paint();
    JsonNode sent = service.sent(ASKS);
    assertEquals("a \"quiet\" sea {seed}", sent.get("prompt").asText());
    assertEquals(42, sent.get("seed").asLong());
    assertEquals(30, sent.get("steps").intValue());
    assertEquals(6.5, sent.get("cfg_scale").doubleValue());
    assertEquals("Euler a", sent.get("sampler_name").asText());
    assertEquals("text", sent.get("negative_prompt").asText());
    assertEquals("Karras", sent.get("scheduler").asText());
  }

  @ParameterizedTest
  @CsvSource({
    "512, 512, 512, 512",
    "1920, 1080, 1344, 768",
    "700, 500, 704, 512",
    "1, 1, 64, 64",
    "8192, 1, 4096, 64"
  })
  void sizesAreWhatModelsTake(int width, int height, int asked, int askedHeight) throws Exception {
    web.generate(FakeService.request(width, height), heard::add);
    JsonNode sent = service.sent(ASKS);
    assertEquals(asked, sent.get("width").intValue());
    assertEquals(askedHeight, sent.get("height").intValue());
  }

  @Test
  void aSizeThatIsSetIsKept() throws Exception {
    web.size(1000, 2000);
    paint();
    JsonNode sent = service.sent(ASKS);
    assertEquals(1000, sent.get("width").intValue());
    assertEquals(2000, sent.get("height").intValue());
  }

  @Test
  void progressIsPassedOnWhileThePictureIsPainted() throws Exception {
    CountDownLatch told = new CountDownLatch(2);
    service.on(
        PROGRESS,
        request -> {
          told.countDown();
          return json("{\"progress\":0.25}");
        });
    paintsOnceDone(told);
    paint();
    assertEquals(0.25, heard.get(0));
    assertEquals(1, heard.get(heard.size() - 1));
  }

  @Test
  void aServerThatTellsNoProgressPaintsAsWell() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    service.on(
        PROGRESS,
        request -> {
          asked.countDown();
          return json(404, "{\"detail\":\"Not Found\"}");
        });
    paintsOnceDone(asked);
    paint();
    assertEquals(List.of(1.0), heard);
  }

  /** Paints, but not before something has happened. */
  private void paintsOnceDone(CountDownLatch latch) {
    String png = Base64.getEncoder().encodeToString(Pictures.png(FakeService.PICTURE));
    service.on(
        ASKS,
        request -> {
          try {
            latch.await();
          } catch (InterruptedException e) {
            return json(503, "");
          }
          return json("{\"images\":[\"" + png + "\"]}");
        });
  }

  @Test
  void aWebUiThatDoesNotListenIsToldHowToStart() {
    service.on(ASKS, json(404, "{\"detail\":\"Not Found\"}"));
    var problem = assertThrows(ServiceException.class, this::paint);
    assertEquals(Remedy.OTHER_SETTINGS, problem.remedy());
    assertTrue(problem.getMessage().contains("start it with --api"), problem::getMessage);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "404; {'detail':'Sampler not found'}; OTHER_SETTINGS; accept the settings: Sampler not found",
        "404; {'error':'HTTPException','detail':'Sampler not found','body':'','errors':'404: Sampler"
            + " not found'}; OTHER_SETTINGS; accept the settings: Sampler not found",
        "422; {'detail':[{'loc':['body','steps'],'msg':'value is not a valid integer','type':"
            + "'type_error.integer'}]}; OTHER_SETTINGS; steps: value is not a valid integer",
        "422; {'error':'HTTPException','detail':'Script ~x~ not found','body':'','errors':''};"
            + " OTHER_SETTINGS; Script ~x~ not found",
        "500; {'error':'OutOfMemoryError','detail':'','body':'','errors':'CUDA out of memory. Tried"
            + " to allocate 9.00 GiB'}; OTHER_SETTINGS;"
            + " `ran out of memory; set a smaller size()`",
        "500; {'error':'OutOfMemoryError','detail':'','body':'','errors':''}; OTHER_SETTINGS;"
            + " ran out of memory",
        "500; {'error':'NansException','detail':'','body':'','errors':'A tensor with all NaNs was"
            + " produced in Unet. Use --disable-nan-check commandline argument to disable this"
            + " check.'}; RETRY; `failed: A tensor with all NaNs was produced in Unet; its own`",
        "401; {'error':'HTTPException','detail':'Incorrect username or password','body':'',"
            + "'errors':''}; OTHER_SETTINGS; check the key and the address"
      })
  void theServersOwnReasonIsTold(int status, String recorded, Remedy remedy, String reason) {
    service.on(ASKS, json(status, recorded.replace('\'', '"').replace('~', '\'')));
    var problem = assertThrows(ServiceException.class, this::paint);
    assertEquals(remedy, problem.remedy(), problem::getMessage);
    String told = reason.replace('~', '\'');
    assertTrue(problem.getMessage().contains(told), problem::getMessage);
    assertFalse(problem.getMessage().contains("--api"), problem::getMessage);
  }

  @Test
  void whoeverIsInterruptedStopsTheServerToo() throws Exception {
    service.on(ASKS, stalled());
    Interrupted caller = new Interrupted(this::paint);
    service.taken(ASKS);
    caller.interruptAndExpectIt();
    assertEquals("POST", service.taken(INTERRUPT).getMethod());
  }

  @Test
  void whoeverWaitsNoLongerStopsTheServerToo() throws Exception {
    service.on(ASKS, stalled());
    web.timeout(0.2);
    assertThrows(ServiceException.class, this::paint);
    assertEquals("POST", service.taken(INTERRUPT).getMethod());
  }

  @Test
  void aSettingThatCannotBeIsNamedWithItsRangeAndNothingIsThrown() {
    List<String> heard =
        Heard.of(() -> web.steps(0).guidance(-1).option("seed", 1).option("x", new Object()));
    assertEquals(
        List.of(
            "steps(0) is out of range: 1 to 150; nothing is changed",
            "guidance(-1.0) is out of range: 0 to 30; nothing is changed",
            "option(\"seed\") cannot be set: it comes with each picture that is wanted; nothing is"
                + " changed",
            "option(\"x\") needs a text, number, boolean, list or map; nothing is changed"),
        heard);
  }

  private static MockResponse stalled() {
    return new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build();
  }
}
