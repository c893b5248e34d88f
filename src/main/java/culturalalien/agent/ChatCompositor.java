package culturalalien.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import culturalalien.agent.ChatServer.Message;
import culturalalien.agent.ChatServer.Role;
import culturalalien.io.Messages;
import culturalalien.io.ServiceException;
import culturalalien.io.TextLines;
import culturalalien.io.Warnings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Has a language model compose: OpenAI, or any server that speaks the same chat (Ollama, LM Studio,
 * llama.cpp, vLLM).
 *
 * <pre>new ChatCompositor().baseUrl("http://localhost:11434/v1").model("llama3.2")</pre>
 *
 * <p>Server and key come from the environment (OPENAI_BASE_URL, OPENAI_API_KEY) unless set; a local
 * server needs no key. An answer that names concepts outside the pool, alters the artist's own
 * words, repeats a title or is not the JSON asked for is refused and asked for once more, with what
 * was wrong; after a second such answer the offline compositor composes the work. A server that
 * fails is the caller's affair: this class tries nothing again. The plan that it is asked for is
 * read leniently instead: what is missing or unknown in it is drawn.
 *
 * <p>Set it up first, then use it from one thread at a time. A setting that is refused is said once
 * on the console, and stays as it was.
 */
public final class ChatCompositor implements Compositor {

  /** Concepts that are offered to the model, the least used first: more would not be read. */
  private static final int OFFERED = 150;

  private static final int RECENT = 8;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final ChatSettings settings;
  private final Planner planner = new Planner(Depictions.shipped());
  private Compositor fallback = new GrammarCompositor();
  private Path instructions;
  private ChatServer server;

  public ChatCompositor() {
    this(new ChatSettings(System::getenv));
  }

  ChatCompositor(ChatSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "language-model";
  }

  /** The model's name as the server knows it; "gpt-5-mini" if never set. */
  public ChatCompositor model(String name) {
    return set("model", () -> settings.model(name));
  }

  /** Where the chat is, up to "/v1", such as "http://localhost:11434/v1" for Ollama. */
  public ChatCompositor baseUrl(String url) {
    return set("baseUrl", () -> settings.baseUrl(url));
  }

  /** A file whose first line is the key, outside the sketch's folder: sketches are shared. */
  public ChatCompositor keyFile(String path) {
    return set("keyFile", () -> settings.keyFile(path("keyFile", path)));
  }

  /** How long one answer may take, from 1 second to 1 hour; 60 seconds if never set. */
  public ChatCompositor timeout(double seconds) {
    return set("timeout", () -> settings.timeout(Duration.ofMillis((long) (seconds * 1000))));
  }

  /** A text that replaces the instructions to the model; {@code instructions.txt} is ours. */
  public ChatCompositor instructions(String path) {
    return set("instructions", () -> instructions = path("instructions", path));
  }

  /** Who composes when the model answered wrongly twice; the grammar if never set, and for null. */
  public ChatCompositor fallback(Compositor compositor) {
    fallback = compositor == null ? new GrammarCompositor() : compositor;
    return this;
  }

  /** Changes a setting; one that is refused is said, and stays as it was. */
  private ChatCompositor set(String setting, Runnable change) {
    Warnings.shared().unlessWrong(name() + "." + setting, change);
    server = null;
    return this;
  }

  private static Path path(String setting, String path) {
    if (path == null || path.isBlank()) {
      throw new IllegalArgumentException(setting + "() needs the path of a file");
    }
    return Path.of(path.strip());
  }

  @Override
  public Prompt compose(Brief brief) throws ServiceException, InterruptedException {
    List<Message> conversation = new ArrayList<>();
    conversation.add(new Message(Role.INSTRUCTIONS, readInstructions()));
    conversation.add(new Message(Role.USER, question(brief)));
    if (server == null) {
      server = settings.connect();
    }
    // Some servers take no more than 31 bits.
    long seed = brief.random().nextInt(Integer.MAX_VALUE);
    String text = server.answer(conversation, seed);
    ChatAnswer answer = ChatAnswer.read(text, brief);
    if (answer.prompt() == null) {
      conversation.add(new Message(Role.MODEL, text));
      conversation.add(new Message(Role.USER, complaint(answer)));
      answer = ChatAnswer.read(server.answer(conversation, seed + 1), brief);
    }
    return answer.prompt() == null ? insteadOf(answer, brief) : planned(answer, brief);
  }

  /** What the model left out of the plan is drawn as the grammar draws it. */
  private Prompt planned(ChatAnswer answer, Brief brief) {
    Prompt prompt = answer.prompt();
    return prompt.withPlan(planner.plan(brief, prompt.concepts(), answer.wanted()));
  }

  private static String complaint(ChatAnswer answer) {
    return "This cannot be used: "
        + String.join("; ", answer.complaints())
        + ". Answer once more with the whole JSON object, put right.";
  }

  private Prompt insteadOf(ChatAnswer answer, Brief brief)
      throws ServiceException, InterruptedException {
    Prompt prompt = fallback.compose(brief);
    return new Prompt(
        prompt.title(),
        prompt.concepts(),
        prompt.prompt(),
        "Composed by \""
            + fallback.name()
            + "\", as the language model was refused twice: "
            + String.join(", ", answer.reasons())
            + ". "
            + prompt.rationale(),
        prompt.plan());
  }

  private String readInstructions() throws ServiceException {
    if (instructions == null) {
      return Resources.text("instructions.txt");
    }
    try {
      return TextLines.text(instructions);
    } catch (IOException e) {
      throw new ServiceException(
          ServiceException.Remedy.OTHER_SETTINGS,
          "the instructions for the language model, "
              + instructions
              + ", cannot be read: "
              + Messages.of(e)
              + "; name another file or none");
    }
  }

  /** The brief as JSON, which every model reads without misunderstanding. */
  private static String question(Brief brief) {
    Map<String, Object> question = new LinkedHashMap<>();
    question.put(
        "pool",
        brief.choices().stream()
            .sorted(Comparator.comparingInt(Ingredient::uses))
            .limit(OFFERED)
            .map(i -> Map.of("concept", i.name(), "uses", i.uses(), "appeal", i.appeal()))
            .toList());
    question.put("own_words", brief.own());
    List<Prompt> recent = brief.recent();
    question.put(
        "recent_works",
        recent.subList(Math.max(0, recent.size() - RECENT), recent.size()).stream()
            .map(p -> Map.of("title", p.title(), "concepts", p.concepts(), "prompt", p.prompt()))
            .toList());
    if (brief.period() != null) {
      question.put("period", period(brief.period()));
    }
    question.put("plan_words", PlanAnswer.words());
    try {
      return JSON.writeValueAsString(question);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> period(Event.Period period) {
    Map<String, Object> held = new LinkedHashMap<>();
    held.put("medium", period.medium().word());
    held.put("palette", period.palette());
    if (period.theme() != null) {
      held.put("theme", period.theme());
    }
    return held;
  }

  /** The settings, without the key. */
  @Override
  public String toString() {
    return "ChatCompositor[" + settings + "]";
  }
}
