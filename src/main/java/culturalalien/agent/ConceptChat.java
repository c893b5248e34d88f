package culturalalien.agent;

import com.fasterxml.jackson.databind.JsonNode;
import culturalalien.agent.ChatServer.Message;
import culturalalien.agent.ChatServer.Role;
import culturalalien.io.Backoff;
import culturalalien.io.ServiceException;
import culturalalien.io.ServiceException.Remedy;
import culturalalien.sampling.Vocabulary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Has a language model name the concept that joins next, as the sampler's rivals do: from a given
 * vocabulary or freely. The model sees the pool and what left it lately, as the sampler does. Used
 * from one thread at a time.
 */
public final class ConceptChat {

  /** Longer names are no concepts. */
  private static final int LONGEST_NAME = 60;

  private static final int TRIES = 4;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  private final ChatServer server;
  private final Vocabulary vocabulary;
  private final boolean free;
  private final BitSet excluded;
  private final Backoff.Sleeper sleeper;
  private final DoubleSupplier random;

  /**
   * The server and its key come from the environment (OPENAI_BASE_URL, OPENAI_API_KEY).
   *
   * @param model its name as the server knows it
   * @param baseUrl where the chat is, up to "/v1"; null for the environment's
   * @param free whether any concept will do, or only those of the vocabulary
   * @param excluded concepts of the vocabulary that are not taken
   * @throws ServiceException with one sentence, if there is no server or no key
   */
  public ConceptChat(
      String model, String baseUrl, Vocabulary vocabulary, boolean free, BitSet excluded)
      throws ServiceException {
    this(connect(model, baseUrl), vocabulary, free, excluded, Backoff::sleep, Backoff.CHANCE);
  }

  ConceptChat(
      ChatServer server,
      Vocabulary vocabulary,
      boolean free,
      BitSet excluded,
      Backoff.Sleeper sleeper,
      DoubleSupplier random) {
    this.random = random;
    this.server = server;
    this.vocabulary = vocabulary;
    this.free = free;
    this.excluded = (BitSet) excluded.clone();
    this.sleeper = sleeper;
  }

  private static ChatServer connect(String model, String baseUrl) throws ServiceException {
    ChatSettings settings = new ChatSettings(System::getenv);
    settings.model(model);
    if (baseUrl != null) {
      settings.baseUrl(baseUrl);
    }
    return settings.connect();
  }

  /**
   * A concept that is neither in the pool nor resting, as the vocabulary spells it if it is there.
   *
   * @param resting concepts that left the pool lately
   * @param seed for servers that take one
   * @return empty if the model's answer could not be used twice
   * @throws ServiceException with one sentence, if the server does not answer for some minutes
   */
  public Optional<String> next(List<String> pool, List<String> resting, long seed)
      throws ServiceException, InterruptedException {
    List<Message> conversation = new ArrayList<>();
    conversation.add(new Message(Role.INSTRUCTIONS, instructions()));
    conversation.add(new Message(Role.USER, question(pool, resting)));
    for (int attempt = 0; attempt < 2; attempt++) {
      String text = ask(conversation, Math.floorMod(seed + attempt, Integer.MAX_VALUE));
      JsonNode answer = ChatAnswer.object(text);
      String name = answer == null ? "" : answer.path("concept").asText("").strip();
      String fault = fault(name, pool, resting);
      if (fault == null) {
        return Optional.of(spelled(name));
      }
      conversation.add(new Message(Role.MODEL, text));
      conversation.add(new Message(Role.USER, "This cannot be used: " + fault + ". Answer again."));
    }
    return Optional.empty();
  }

  private static boolean among(List<String> names, String name) {
    return names.stream().anyMatch(known -> Brief.key(known).equals(Brief.key(name)));
  }

  private static String question(List<String> pool, List<String> resting) {
    String left = resting.isEmpty() ? "" : "\nNot these, which left it lately: ";
    return "Pool: " + String.join("; ", pool) + left + String.join("; ", resting);
  }

  private String instructions() {
    String task =
        "You extend a pool of concepts from which works of art are made. Name one concept that is"
            + " not in the pool, that is original and that holds together with the pool in one"
            + " work. Answer with a JSON object and nothing else: {\"concept\": \"...\"}.";
    return free
        ? task + " A concept is a noun or a short phrase in English, in lower case."
        : task
            + " Choose from this list alone, spelt as in it: "
            + IntStream.range(0, vocabulary.size())
                .filter(number -> !excluded.get(number))
                .mapToObj(vocabulary::name)
                .collect(Collectors.joining("; "));
  }

  private String fault(String name, List<String> pool, List<String> resting) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return "no concept of 1 to " + LONGEST_NAME + " letters could be read";
    }
    if (among(pool, name)) {
      return "\"" + name + "\" is in the pool already";
    }
    if (among(resting, name)) {
      return "\"" + name + "\" left the pool lately";
    }
    int number = vocabulary.number(name);
    if (number < 0 ? !free : excluded.get(number)) {
      return "\"" + name + "\" is not to be chosen";
    }
    return null;
  }

  private String spelled(String name) {
    int number = vocabulary.number(name);
    return number < 0 ? Brief.key(name) : vocabulary.name(number);
  }

  private String ask(List<Message> conversation, long seed)
      throws ServiceException, InterruptedException {
    Backoff backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT, random);
    for (int left = TRIES; ; left--) {
      try {
        return server.answer(conversation, seed);
      } catch (ServiceException e) {
        Duration wait = backoff.next(e.retryAfter());
        if (e.remedy() != Remedy.RETRY || left <= 1 || wait.compareTo(LONGEST_WAIT) > 0) {
          throw e;
        }
        sleeper.sleep(wait);
      }
    }
  }
}
