package culturalalien.image;

import static culturalalien.image.FakeService.SECRET;
import static culturalalien.image.FakeService.json;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.image.FakeService.Kind;
import culturalalien.io.Interrupted;
import culturalalien.io.ServiceException;
import culturalalien.io.ServiceException.Remedy;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import okio.BufferedSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every service that paints. */
@Timeout(60)
class ImageServicesTest {

  private FakeService service;

  @BeforeEach
  void start() throws IOException {
    service = new FakeService();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  /** The failure, once it is sure that it shows nothing secret. */
  private static ServiceException failure(ImageGenerator generator) {
    ServiceException problem =
        assertThrows(
            ServiceException.class,
            () -> generator.generate(FakeService.request(512, 512), done -> {}));
    StringWriter everything = new StringWriter();
    problem.printStackTrace(new PrintWriter(everything));
    assertFalse(everything.toString().contains(SECRET), everything::toString);
    assertFalse(generator.toString().contains(SECRET), generator::toString);
    assertTrue(problem.getMessage().startsWith(generator.name() + " at http://localhost:"));
    assertFalse(problem.getMessage().contains("\n"), problem::getMessage);
    return problem;
  }

  @ParameterizedTest
  @EnumSource
  void paints(Kind kind) throws Exception {
    List<Double> heard = new ArrayList<>();
    Pixels picture = service.generator(kind).generate(FakeService.request(512, 512), heard::add);
    assertEquals(3, picture.width());
    assertArrayEquals(FakeService.PICTURE.argb(), picture.argb());
    assertEquals(1, heard.get(heard.size() - 1));
  }

  static Stream<Arguments> failures() {
    String says = SECRET + "-ANSWER";
    String blocked = "{'error':{'message':'" + says + "','code':'moderation_blocked'}}";
    String unverified =
        "{'error':{'message':'" + says + " organization must be verified to use','code':null}}";
    List<Object[]> cases =
        List.of(
            new Object[] {400, blocked, Remedy.OTHER_REQUEST, "(moderation_blocked)"},
            new Object[] {403, unverified, Remedy.OTHER_SETTINGS, "organisation"},
            new Object[] {401, "{'error':'" + says + "'}", Remedy.OTHER_SETTINGS, "the key"},
            new Object[] {500, "{'error':'" + says + "'}", Remedy.RETRY, "answered 500"},
            new Object[] {500, says, Remedy.RETRY, "in trouble"},
            new Object[] {200, says, Remedy.RETRY, "something else than JSON"},
            new Object[] {200, "'" + says + "'", Remedy.RETRY, "something else than JSON"},
            new Object[] {200, "{'data':'" + says + "'}", Remedy.RETRY, "without a"});
    return Stream.of(Kind.values())
        .flatMap(kind -> cases.stream().map(c -> Arguments.of(kind, c[0], c[1], c[2], c[3])));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aFailureHasItsRemedyAndKeepsSecrets(
      Kind kind, int status, String body, Remedy remedy, String part) {
    service.on(kind.asks, FakeService.json(status, body.replace('\'', '"')));
    ServiceException problem = failure(service.generator(kind));
    assertEquals(remedy, problem.remedy(), problem::getMessage);
    assertTrue(problem.getMessage().contains(part), problem::getMessage);
  }

  @ParameterizedTest
  @EnumSource
  void aBusyServiceIsAskedAgainWhenItWants(Kind kind) {
    service.on(kind.asks, new MockResponse.Builder().code(429).addHeader("Retry-After", 7).build());
    ServiceException problem = failure(service.generator(kind));
    assertEquals(Remedy.RETRY, problem.remedy());
    assertEquals(Optional.of(Duration.ofSeconds(7)), problem.retryAfter());
  }

  @ParameterizedTest
  @EnumSource
  void halfAnAnswerIsNone(Kind kind) {
    service.on(
        kind.paints,
        new MockResponse.Builder()
            .body("{\"data\":[{\"b64_json\":\"" + SECRET.repeat(10_000))
            .onResponseBody(SocketEffect.ShutdownConnection.INSTANCE)
            .build());
    ServiceException problem = failure(service.generator(kind));
    assertEquals(Remedy.RETRY, problem.remedy());
    assertTrue(problem.getMessage().contains("broke off"), problem::getMessage);
  }

  @ParameterizedTest
  @EnumSource
  void aServiceThatSaysNothingRunsOutOfTime(Kind kind) {
    service.on(kind.asks, stalled());
    ServiceException problem = failure(kind.at(service.url("/"), 0.3));
    assertEquals(Remedy.RETRY, problem.remedy());
    assertTrue(problem.getMessage().contains("within 0.3 seconds"), problem::getMessage);
  }

  @ParameterizedTest
  @EnumSource
  void aServiceThatIsNotThereCannotBeReached(Kind kind) {
    HttpUrl gone = service.url("/");
    service.close();
    ServiceException problem = failure(kind.at(gone, 30));
    assertEquals(Remedy.RETRY, problem.remedy());
    assertTrue(problem.getMessage().contains("cannot be reached"), problem::getMessage);
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptEndsTheCallAtOnce(Kind kind) throws Exception {
    service.on(kind.asks, stalled());
    ImageGenerator generator = service.generator(kind);
    Interrupted caller =
        new Interrupted(() -> generator.generate(FakeService.request(8, 8), done -> {}));
    service.taken(kind.asks);
    caller.interruptAndExpectIt();
  }

  @ParameterizedTest
  @CsvSource({"COMFYUI, /queue /interrupt", "SDWEBUI, /sdapi/v1/interrupt"})
  void aSketchThatEndsHasTakenItsJobBack(Kind kind, String asked) throws Exception {
    service.on(kind.asks, kind == Kind.COMFYUI ? json("{\"prompt_id\":\"job-1\"}") : stalled());
    service.on("/history/job-1", json("{}"));
    ImageGenerator generator = service.generator(kind);
    Interrupted caller =
        new Interrupted(() -> generator.generate(FakeService.request(8, 8), done -> {}));
    service.taken(kind.asks);
    caller.interruptAndExpectIt();
    // Nothing is waited for here: the JVM may end now.
    assertTrue(service.heard().containsAll(List.of(asked.split(" "))));
  }

  @ParameterizedTest
  @CsvSource({"COMFYUI, /queue /interrupt", "SDWEBUI, /sdapi/v1/interrupt"})
  void aJvmThatEndsByItselfTakesItsJobBack(Kind kind, String asked) throws Exception {
    service.on(kind.asks, kind == Kind.COMFYUI ? json("{\"prompt_id\":\"job-1\"}") : stalled());
    service.on("/history/job-1", json("{}"));
    Process sketch =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ExitingSketch.class.getName(),
                kind.name(),
                service.url("/").toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      service.taken(kind == Kind.COMFYUI ? "/history/job-1" : kind.asks);
      sketch.getOutputStream().close();
      assertTrue(sketch.waitFor(20, TimeUnit.SECONDS));
      assertTrue(service.heard().containsAll(List.of(asked.split(" "))));
    } finally {
      sketch.destroyForcibly();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPictureOf60MegabytesIsNotEvenRead(Kind kind) {
    AtomicLong sent = new AtomicLong();
    service.on(kind.paints, endless(60_000_000, sent));
    ServiceException problem = failure(service.generator(kind));
    assertEquals(Remedy.OTHER_SETTINGS, problem.remedy());
    assertTrue(problem.getMessage().contains("smaller"), problem::getMessage);
    assertTrue(sent.get() < 60_000_000, "all was sent");
  }

  private static MockResponse stalled() {
    return new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build();
  }

  /** An answer that is made while it is sent, and counted. */
  private static MockResponse endless(long length, AtomicLong sent) {
    byte[] piece = new byte[100_000];
    MockResponseBody body =
        new MockResponseBody() {
          @Override
          public long getContentLength() {
            return length;
          }

          @Override
          public void writeTo(BufferedSink sink) throws IOException {
            for (; sent.get() < length; sent.addAndGet(piece.length)) {
              sink.write(piece);
            }
          }
        };
    return new MockResponse.Builder().body(body).build();
  }
}
