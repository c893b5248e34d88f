package culturalalien.image;

import static culturalalien.image.FakeService.json;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import culturalalien.io.Heard;
import culturalalien.io.ServiceException;
import culturalalien.io.ServiceException.Remedy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class OpenAIImagesTest {

  private static final String ASKS = FakeService.Kind.OPENAI.asks;
  private static final String KEY = "Bearer sk-test";

  @TempDir private Path folder;
  private FakeService service;

  @BeforeEach
  void start() throws Exception {
    service = new FakeService();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private OpenAIImages images() {
    return images(Map.of("OPENAI_API_KEY", "sk-test")).baseUrl(service.url("/v1").toString());
  }

  private static OpenAIImages images(Map<String, String> environment) {
    return new OpenAIImages(environment::get);
  }

  private static Pixels paint(OpenAIImages images) throws Exception {
    return images.generate(FakeService.request(1920, 1080), done -> {});
  }

  private static ServiceException failure(OpenAIImages images) {
    return assertThrows(ServiceException.class, () -> paint(images));
  }

  @Test
  void asksAsTheServiceWantsAndForNoFormat() throws Exception {
    paint(images());
    var request = service.taken(ASKS);
    assertEquals(KEY, request.getHeaders().get("Authorization"));
    assertEquals(
        "{\"prompt\":\"a \\\"quiet\\\" sea {seed}\",\"n\":1,\"size\":\"1536x1024\","
            + "\"model\":\"gpt-image-1\"}",
        request.getBody().utf8());
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1024x1024",
    "1200, 1024, 1024x1024",
    "1300, 1024, 1536x1024",
    "8192, 64, 1536x1024",
    "1080, 1920, 1024x1536"
  })
  void theNearestSizeIsAskedFor(int width, int height, String size) throws Exception {
    images().generate(FakeService.request(width, height), done -> {});
    assertEquals(size, service.sent(ASKS).get("size").asText());
  }

  @Test
  void settingsAreSentAsTheyAreGiven() throws Exception {
    paint(
        images()
            .model("flux.1-dev")
            .quality("low")
            .background("transparent")
            .size(512, 768)
            .option("moderation", "low")
            .option("steps", 20)
            .option("quality", null));
    JsonNode sent = service.sent(ASKS);
    assertEquals("flux.1-dev", sent.get("model").asText());
    assertEquals("transparent", sent.get("background").asText());
    assertEquals("512x768", sent.get("size").asText());
    assertEquals("low", sent.get("moderation").asText());
    assertEquals(20, sent.get("steps").intValue());
    assertFalse(sent.has("quality"));
  }

  @Test
  void aLinkToTheSameServerIsFetchedWithTheKey() throws Exception {
    picture(service);
    for (String link : new String[] {"/picture", service.url("/picture").toString()}) {
      link(link);
      assertArrayEquals(FakeService.PICTURE.argb(), paint(images()).argb());
      assertEquals(KEY, service.taken("/picture").getHeaders().get("Authorization"));
    }
  }

  @Test
  void aLinkElsewhereIsFetchedWithoutTheKey() throws Exception {
    try (FakeService elsewhere = new FakeService()) {
      picture(elsewhere);
      link(elsewhere.url("/picture").toString());
      assertArrayEquals(FakeService.PICTURE.argb(), paint(images()).argb());
      assertNull(elsewhere.taken("/picture").getHeaders().get("Authorization"));
    }
  }

  @Test
  void aLinkThatHoldsThePictureItselfIsRead() throws Exception {
    byte[] png = Pictures.png(FakeService.PICTURE);
    link("data:image/png;base64," + Base64.getEncoder().encodeToString(png));
    assertArrayEquals(FakeService.PICTURE.argb(), paint(images()).argb());
  }

  @Test
  void base64IsReadInEveryFormInWhichServersWriteIt() throws Exception {
    // With bytes that only one of the alphabets writes as - and _.
    Pixels noise = noise();
    byte[] png = Pictures.png(noise);
    String plain = Base64.getEncoder().encodeToString(png);
    String url = Base64.getUrlEncoder().encodeToString(png);
    assertTrue(url.contains("-") && url.contains("_") && url.endsWith("="), url);
    for (String data :
        List.of(
            plain,
            url,
            Base64.getUrlEncoder().withoutPadding().encodeToString(png),
            Base64.getEncoder().withoutPadding().encodeToString(png),
            Base64.getMimeEncoder().encodeToString(png).replace("\r\n", "\\n"),
            "data:image/png;base64," + plain,
            "data:image/png;base64," + url,
            "data:image/png;base64," + URLEncoder.encode(plain, StandardCharsets.UTF_8))) {
      service.on(ASKS, json("{\"data\":[{\"b64_json\":\"" + data + "\"}]}"));
      assertArrayEquals(noise.argb(), paint(images()).argb(), data);
      link(data.startsWith("data:") ? data : "data:image/png;base64," + data);
      assertArrayEquals(noise.argb(), paint(images()).argb(), data);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{'error':{'message':'m','type':'invalid_request_error','code':'model_not_found'}};"
            + " OTHER_SETTINGS; model or address",
        "{'error':{'message':'m','code':401}}; OTHER_SETTINGS; the key",
        "{'error':{'message':'m','code':502}}; RETRY; in trouble",
        "{'error':'the backend is loading','data':[]}; RETRY; in trouble",
        "{'error':{'message':'m','type':'invalid_request_error'},'data':null}; OTHER_SETTINGS; a setting"
      })
  void anErrorThatLooksLikeASuccessIsOne(String body, Remedy remedy, String part) {
    service.on(ASKS, json(body.replace('\'', '"')));
    ServiceException problem = failure(images());
    assertEquals(remedy, problem.remedy(), problem::getMessage);
    assertTrue(problem.getMessage().contains(part), problem::getMessage);
  }

  @Test
  void noErrorIsNoFailure() throws Exception {
    picture(service);
    for (String none : List.of("null", "''", "{}", "false")) {
      String body = "{'error':" + none + ",'data':[{'url':'/picture'}]}";
      service.on(ASKS, json(body.replace('\'', '"')));
      assertArrayEquals(FakeService.PICTURE.argb(), paint(images()).argb());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/hostname", "ftp://localhost/x", "jar:file:/x!/y"})
  void onlyLinksOfTheWebAreFollowed(String link) {
    link(link);
    ServiceException problem = failure(images());
    assertEquals(Remedy.RETRY, problem.remedy());
    assertTrue(problem.getMessage().contains("neither http nor https"), problem::getMessage);
  }

  @Test
  void aLinkToNothingOrToTooMuchIsNoPicture() {
    link("/gone");
    ServiceException gone = failure(images());
    assertEquals(Remedy.RETRY, gone.remedy());
    assertTrue(gone.getMessage().contains("404"), gone::getMessage);

    link("/huge");
    Buffer huge = new Buffer().write(new byte[Pictures.MOST_BYTES + 1]);
    service.on("/huge", new MockResponse.Builder().body(huge).build());
    assertEquals(Remedy.OTHER_SETTINGS, failure(images()).remedy());
  }

  @Test
  void aRefusalThatLooksLikeASuccessIsOne() {
    service.on(ASKS, json("{\"error\":{\"code\":\"content_policy_violation\"}}"));
    assertEquals(Remedy.OTHER_REQUEST, failure(images()).remedy());
    service.on(ASKS, json("{\"data\":[{\"b64_json\":\"bm8gcGljdHVyZQ==\"}]}"));
    assertTrue(failure(images()).getMessage().contains("no whole PNG or JPEG"));
  }

  @Test
  void openAiIsNotAskedWithoutAKey() {
    ServiceException problem = failure(images(Map.of()));
    assertEquals(Remedy.OTHER_SETTINGS, problem.remedy());
    assertTrue(problem.getMessage().contains("OPENAI_API_KEY"), problem::getMessage);
  }

  @Test
  void aServerOfOnesOwnNeedsNoKey() throws Exception {
    paint(images(Map.of("OPENAI_BASE_URL", service.url("/v1/").toString())));
    assertNull(service.taken(ASKS).getHeaders().get("Authorization"));
  }

  @Test
  void aKeyFileComesBeforeTheEnvironment() throws Exception {
    Path file = Files.writeString(folder.resolve("key.txt"), "sk-file\n");
    paint(images().keyFile(file.toString()));
    assertEquals("Bearer sk-file", service.taken(ASKS).getHeaders().get("Authorization"));
  }

  @Test
  void aWrongAddressInTheEnvironmentIsNamed() {
    ServiceException problem = failure(images(Map.of("OPENAI_BASE_URL", "ftp://me:pw@host")));
    assertEquals(Remedy.OTHER_SETTINGS, problem.remedy());
    assertTrue(problem.getMessage().contains("OPENAI_BASE_URL"), problem::getMessage);
    assertFalse(problem.getMessage().contains("pw"), problem::getMessage);
  }

  @Test
  void aSettingThatCannotBeIsNamedWithItsRange() {
    assertNames("size(63, 64)", () -> images().size(63, 64));
    assertNames("size(64, 4097)", () -> images().size(64, 4097));
    assertNames("timeout(0.0)", () -> images().timeout(0));
    assertNames("timeout(NaN)", () -> images().timeout(Double.NaN));
    assertNames("model()", () -> images().model(" "));
    assertNames("quality()", () -> images().quality(null));
    assertNames("option(\"n\")", () -> images().option("n", 4));
    assertNames("is no address", () -> images().baseUrl("not an address"));
  }

  private static void assertNames(String part, Runnable setting) {
    List<String> heard = Heard.of(setting);
    assertEquals(1, heard.size(), heard::toString);
    assertTrue(heard.get(0).contains(part), heard::toString);
  }

  private static Pixels noise() {
    int[] argb = new int[11 * 11];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = 0xFF000000 | (i + 1) * 0x9E3779B1 >>> 8;
    }
    return new Pixels(11, 11, argb);
  }

  private void link(String link) {
    service.on(ASKS, json("{\"data\":[{\"url\":\"" + link + "\"}]}"));
  }

  private static void picture(FakeService at) {
    Buffer png = new Buffer().write(Pictures.png(FakeService.PICTURE));
    at.on("/picture", request -> new MockResponse.Builder().body(png.clone()).build());
  }
}
