package culturalalien.scoring.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import culturalalien.io.ProtocolException;
import culturalalien.scoring.ScoringService.Pass;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How much work comes in at once. */
class AdmissionTest {

  private final Admission admission = new Admission(Duration.ofSeconds(10));

  private static int status(Admission admission, long places) {
    try {
      admission.enter(places);
      return 200;
    } catch (ProtocolException refused) {
      return refused.status();
    }
  }

  /** As if the models had read so many places a second for a while. */
  private void rate(int places) {
    for (int i = 0; i < 200; i++) {
      admission.passed(new Pass(1, places, 1_000_000_000L));
    }
  }

  @Test
  void theMostOfARequestFollowsTheSpeedAndIsNeverLessThanClientsExpect() {
    assertEquals(81_920, admission.most());
    assertEquals(491_520, new Admission(Duration.ofSeconds(60)).most());
    assertEquals(40_960, new Admission(Duration.ofMillis(1)).most());
    rate(90_000);
    assertEquals(600_000, admission.most(), 1);
    rate(1000);
    assertEquals(40_960, admission.most());
  }

  @Test
  void largeAndSmallRequestsHaveAShareEach() throws Exception {
    admission.enter(30_000);
    assertEquals(429, status(admission, 30_000));
    for (int i = 0; i < 40; i++) {
      admission.enter(512);
    }
    assertEquals(429, status(admission, 30_000));
    admission.done(30_000);
    assertEquals(200, status(admission, 30_000));
    assertEquals(30_000 + 40 * 512, admission.inWork());
  }

  @Test
  void fastModelsTakeInMoreAndSlowOnesLess() throws Exception {
    rate(100_000);
    for (int i = 0; i < 9; i++) {
      admission.enter(40_960);
    }
    assertEquals(429, status(admission, 40_960));
    for (int i = 0; i < 9; i++) {
      admission.done(40_960);
    }
    rate(2_000);
    admission.enter(10);
    assertEquals(429, status(admission, 8_292));
    assertEquals(200, status(admission, 7_900));
    for (int i = 0; i < 15; i++) {
      admission.enter(512);
    }
    assertEquals(429, status(admission, 512));
  }

  @Test
  void whoeverComesAloneIsNotRefusedHoweverSlowTheModelsAre() throws Exception {
    rate(300);
    admission.enter(40_960);
    ProtocolException refused =
        assertThrows(ProtocolException.class, () -> admission.enter(40_960));
    assertEquals(429, refused.status());
    admission.done(40_960);
    admission.enter(40_960);
    admission.done(40_960);
    admission.enter(24);
    admission.done(24);
    // Where one small request was, there are more.
    assertEquals(429, status(admission, 40_960));
  }
}
