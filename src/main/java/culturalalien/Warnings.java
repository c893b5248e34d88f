package culturalalien;

import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/** Says things on the sketch's console, each once: it holds 500 lines and is slow. */
final class Warnings {

  private final Set<String> said = ConcurrentHashMap.newKeySet();

  /** Prints a sentence, unless it was printed before. */
  void say(String sentence) {
    sayOnce(sentence, sentence);
  }

  /** Prints the first sentence about a topic: a setting that follows the mouse fills no console. */
  void sayOnce(String topic, String sentence) {
    if (said.add(topic)) {
      System.err.println("Cultural Alien: " + sentence);
    }
  }

  /** Prints what a failure says of itself, without the wrappers that threads put around it. */
  void say(Throwable problem) {
    Throwable cause = problem;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    say(message == null ? "something failed: " + cause : message);
  }
}
