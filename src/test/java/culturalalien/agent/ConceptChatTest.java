package culturalalien.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.agent.ChatServer.Message;
import culturalalien.io.ServiceException;
import culturalalien.io.ServiceException.Remedy;
import culturalalien.sampling.Vocabulary;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConceptChatTest {

  private static final Vocabulary WORDS =
      Vocabulary.parse(List.of("Sea", "kneeling", "lamp", "war"));

  private static final BitSet EXCLUDED = new BitSet();

  static {
    EXCLUDED.set(3);
  }

  /** Answers in turn; a Throwable is thrown. */
  private final Queue<Object> answers = new ArrayDeque<>();

  private final List<List<Message>> asked = new ArrayList<>();
  private final List<Duration> waits = new ArrayList<>();

  private Optional<String> next(boolean free, List<String> pool) throws Exception {
    ChatServer server =
        (conversation, seed) -> {
          asked.add(List.copyOf(conversation));
          Object answer = answers.remove();
          if (answer instanceof ServiceException problem) {
            throw problem;
          }
          return (String) answer;
        };
    return new ConceptChat(server, WORDS, free, EXCLUDED, waits::add, () -> 0.5)
        .next(pool, List.of("rest"), 7);
  }

  @Test
  void aConceptOfTheListIsSpelledAsInIt() throws Exception {
    answers.add("Sure! ```{\"concept\": \"sea\"}```");
    assertEquals(Optional.of("Sea"), next(false, List.of("lamp")));
    assertTrue(asked.get(0).get(0).text().contains("as in it: Sea; kneeling; lamp"));
    assertTrue(asked.get(0).get(1).text().contains("Pool: lamp"));
  }

  @Test
  void withoutAListAnyConceptWillDo() throws Exception {
    answers.add("{\"concept\": \"Borrowed Light\"}");
    assertEquals(Optional.of("borrowed light"), next(true, List.of("lamp")));
    assertFalse(asked.get(0).get(0).text().contains("kneeling"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatIsExcludedIsNotOfferedAndNotTaken(boolean free) throws Exception {
    answers.add("{\"concept\": \"War\"}");
    answers.add("{\"concept\": \"kneeling\"}");
    assertEquals(Optional.of("kneeling"), next(free, List.of("lamp")));
    assertFalse(asked.get(0).get(0).text().contains("war"));
  }

  @Test
  void anAnswerThatCannotBeUsedIsAskedForOnceMore() throws Exception {
    answers.add("{\"concept\": \"lamp\"}");
    answers.add("{\"concept\": \"kneeling\"}");
    assertEquals(Optional.of("kneeling"), next(false, List.of("Lamp")));
    assertTrue(asked.get(1).get(3).text().contains("\"lamp\" is in the pool already"));
  }

  @Test
  void afterTwoSuchAnswersNobodyJoins() throws Exception {
    answers.add("no idea");
    answers.add("{\"concept\": \"zeppelin\"}");
    assertEquals(Optional.empty(), next(false, List.of("lamp")));
  }

  @Test
  void whatLeftThePoolLatelyIsNotTaken() throws Exception {
    answers.add("{\"concept\": \"Rest\"}");
    answers.add("{\"concept\": \"rust\"}");
    assertEquals(Optional.of("rust"), next(true, List.of("lamp")));
    assertTrue(asked.get(0).get(1).text().contains("Not these, which left it lately: rest"));
  }

  @Test
  void aBusyServerIsAskedAgainAndABrokenOneIsNot() throws Exception {
    answers.add(new ServiceException(Remedy.RETRY, "busy"));
    answers.add(new ServiceException(Remedy.RETRY, "busy", Duration.ofSeconds(9)));
    answers.add("{\"concept\": \"sea\"}");
    assertEquals(Optional.of("Sea"), next(false, List.of("lamp")));
    assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(11)), waits);

    answers.add(new ServiceException(Remedy.OTHER_SETTINGS, "the key is wrong"));
    assertThrows(ServiceException.class, () -> next(false, List.of("lamp")));
  }
}
