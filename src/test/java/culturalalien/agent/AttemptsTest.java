package culturalalien.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import culturalalien.io.ServiceException;
import culturalalien.io.ServiceException.Remedy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttemptsTest {

  private final List<String> warnings = new ArrayList<>();
  private final List<Duration> slept = new ArrayList<>();
  private long now;
  private int asked;
  private double lot = 0.5;

  private final Attempts attempts =
      new Attempts(
          "the offline painter",
          warnings::add,
          time -> {
            slept.add(time);
            now += time.toNanos();
          },
          () -> now,
          () -> lot);

  private Optional<String> ask(int tries, ServiceException... failures) throws Exception {
    asked = 0;
    return attempts.ask(
        tries,
        () -> {
          if (asked++ < failures.length) {
            throw failures[asked - 1];
          }
          return "a picture";
        });
  }

  private static ServiceException busy() {
    return new ServiceException(Remedy.RETRY, "the service is busy");
  }

  @Test
  void waitsGrowFromTryToTry() throws Exception {
    assertEquals(Optional.of("a picture"), ask(4, busy(), busy(), busy()));
    assertEquals(
        List.of(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2)), slept);
    assertEquals(List.of(), warnings);
    lot = 0.25;
    ask(2, busy());
    assertEquals(Duration.ofMillis(250), slept.get(3));
  }

  @Test
  void aServiceThatSaysHowLongIsWaitedForSoLong() throws Exception {
    ServiceException told =
        new ServiceException(Remedy.RETRY, "the service is busy", Duration.ofSeconds(17));
    assertEquals(Optional.of("a picture"), ask(3, told));
    assertEquals(List.of(Duration.ofMillis(17_500)), slept);
  }

  @Test
  void afterTheLastTryTheStandInIsSaidOnceAndTheServiceGetsOneTryAWork() throws Exception {
    assertEquals(Optional.empty(), ask(3, busy(), busy(), busy()));
    assertEquals(3, asked);
    assertEquals(Optional.empty(), ask(3, busy(), busy(), busy()));
    assertEquals(1, asked);
    assertEquals(
        List.of("the service is busy; the offline painter steps in until it answers"), warnings);
    assertEquals(Optional.of("a picture"), ask(3));
    assertEquals(Optional.of("a picture"), ask(3, busy(), busy()));
  }

  @Test
  void whoAsksForALongRestIsLeftAloneForSoLong() throws Exception {
    ServiceException hour =
        new ServiceException(Remedy.RETRY, "the quota is used up", Duration.ofHours(1));
    assertEquals(Optional.empty(), ask(3, hour));
    assertEquals(1, asked);
    now += Duration.ofMinutes(59).toNanos();
    assertEquals(Optional.empty(), ask(3));
    assertEquals(0, asked);
    now += Duration.ofMinutes(2).toNanos();
    assertEquals(Optional.of("a picture"), ask(3));
    assertEquals(List.of(), slept);
  }

  @Test
  void aWrongSettingIsNotTriedAgainSoon() throws Exception {
    assertEquals(
        Optional.empty(), ask(3, new ServiceException(Remedy.OTHER_SETTINGS, "the key is wrong")));
    assertEquals(1, asked);
    assertEquals(Optional.empty(), ask(3));
    assertEquals(0, asked);
    now += Duration.ofMinutes(6).toNanos();
    assertEquals(Optional.of("a picture"), ask(3));
  }

  @Test
  void aWrongSettingThatShowsAfterAnOutageIsToldToo() throws Exception {
    assertEquals(Optional.empty(), ask(1, busy()));
    assertEquals(
        Optional.empty(), ask(1, new ServiceException(Remedy.OTHER_SETTINGS, "no node \"X\"")));
    assertEquals(
        List.of(
            "the service is busy; the offline painter steps in until it answers",
            "no node \"X\"; the offline painter steps in until it answers"),
        warnings);
  }

  @Test
  void aServiceThatIsChosenAnewIsAskedAtOnceAndHeardOfAgain() throws Exception {
    ServiceException wrongKey = new ServiceException(Remedy.OTHER_SETTINGS, "the key is wrong");
    attempts.of("first");
    assertEquals(Optional.empty(), ask(3, wrongKey));
    attempts.of("first");
    assertEquals(Optional.empty(), ask(3));
    attempts.of("second");
    assertEquals(Optional.of("a picture"), ask(3, busy(), busy()));
    attempts.of("third");
    assertEquals(Optional.empty(), ask(3, wrongKey));
    assertEquals(2, warnings.size());
  }

  @Test
  void aRefusedRequestIsTheCallersToChange() {
    ServiceException refused = new ServiceException(Remedy.OTHER_REQUEST, "refused");
    assertSame(refused, assertThrows(ServiceException.class, () -> ask(3, refused)));
    assertEquals(List.of(), warnings);
  }
}
