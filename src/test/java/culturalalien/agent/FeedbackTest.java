package culturalalien.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.sampling.Choice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeedbackTest {

  private static List<Choice> ranked(int n) {
    List<Choice> choices = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      choices.add(new Choice(i, 1, 1, 0, 0, 0, i + 1, i + 1, n - i, 0, n - i));
    }
    return choices;
  }

  private static int chosen(Feedback feedback) {
    return feedback.choose(ranked(20), i -> "c" + i).concept();
  }

  @Test
  void withoutAPastTheSamplersFirstIsTaken() {
    assertEquals(0, chosen(new Feedback()));
  }

  @Test
  void whatTheAgentDidOftenBecomesTypicalForIt() {
    Feedback feedback = new Feedback();
    Set<Integer> distinct = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      int next = chosen(feedback);
      distinct.add(next);
      feedback.joined("c" + next);
    }
    // Without feedback it would be one and the same, a hundred times.
    assertTrue(distinct.size() >= 10, distinct.toString());
  }

  @Test
  void likedConceptsAreMoreWelcomeAndDislikedOnesLess() {
    Feedback feedback = new Feedback();
    feedback.judged(List.of("c6"), 1);
    assertEquals(6, chosen(feedback));
    assertTrue(feedback.appeal("c6") > 1);
    feedback.judged(List.of("c0"), -1);
    feedback.judged(List.of("c6"), -1);
    assertEquals(1, chosen(feedback));
    assertEquals(1, feedback.appeal("c6"), 1e-12);
    assertTrue(feedback.appeal("c0") < 1);
  }

  @Test
  void aRecordOfNewWorksCounts() {
    Feedback feedback = new Feedback();
    feedback.made(List.of("c3"), 0.3);
    assertEquals(3, chosen(feedback));
    feedback.made(List.of("c3"), -0.3);
    assertEquals(0, feedback.leaning("c3"), 1e-12);
    assertEquals(0, chosen(feedback));
  }
}
