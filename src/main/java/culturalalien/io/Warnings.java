package culturalalien.io;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says on the sketch's console what went wrong, each sentence once and in one line: a console holds
 * 500 lines and is slow. Whatever a sketch puts into a sentence is cut before it is shown. Safe
 * from any thread.
 */
public final class Warnings {

  /** The most characters of a sentence, without the library's name in front of it. */
  public static final int LONGEST = 280;

  /** Sentences that are remembered; an older one may be said again. */
  private static final int REMEMBERED = 1000;

  /** Different wrong values of one setting that are told: one may follow the mouse. */
  private static final int MOST = 30;

  private static final int LONGEST_VALUE = 60;

  /** A value in quotes, and a word that stands without them, that are too long to be shown. */
  private static final Pattern LONG_VALUE = Pattern.compile("\"([^\"]{" + LONGEST_VALUE + ",}+)\"");

  private static final Pattern LONG_WORD = Pattern.compile("[^\\s\"]{100,}+");

  private static final Warnings SHARED = new Warnings();

  // Guarded by this.
  private final Set<String> said =
      Collections.newSetFromMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
              return size() > REMEMBERED;
            }
          });
  private final Map<String, Integer> wrong = new HashMap<>();

  /** Nothing is said yet. */
  public Warnings() {}

  /** Of everything that belongs to no sketch, such as the settings of a service. */
  public static Warnings shared() {
    return SHARED;
  }

  /** As if nothing had been said; for tests, which share a JVM. */
  synchronized void forget() {
    said.clear();
    wrong.clear();
  }

  /** Prints a sentence, unless it was printed before. */
  public void say(String sentence) {
    String shown = shown(sentence);
    sayOnce(shown, shown);
  }

  /** Prints the first sentence about a topic. */
  public synchronized void sayOnce(String topic, String sentence) {
    if (said.add(topic)) {
      System.err.println("Cultural Alien: " + shown(sentence));
    }
  }

  /** Says that a setting has a wrong value: each new one once, up to a number that is said too. */
  public synchronized void wrong(String setting, String sentence) {
    String shown = shown(sentence);
    int told = wrong.getOrDefault(setting, 0);
    if (told < MOST && !said.contains(shown)) {
      wrong.put(setting, told + 1);
      say(told + 1 < MOST ? shown : shown + "; no more wrong values of it are told");
    }
  }

  /** Prints what a failure says of itself, without the wrappers that threads put around it. */
  public void say(Throwable problem) {
    Throwable cause = problem;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    say(message == null ? "something failed: " + cause : message);
  }

  /** Makes a change that may be refused: then all stays as it was, and one sentence says so. */
  public void unlessWrong(String setting, Runnable change) {
    try {
      change.run();
    } catch (IllegalArgumentException e) {
      wrong(setting, Messages.of(e) + "; nothing is changed");
    }
  }

  /** In one line, of a length that can be read. */
  static String shown(String sentence) {
    String line = LONG_VALUE.matcher(sentence).replaceAll(m -> quotedPart(m.group(1)));
    line =
        LONG_WORD
            .matcher(line)
            .replaceAll(m -> Matcher.quoteReplacement(cut(m.group(), LONGEST_VALUE)));
    return cut(line.replaceAll("\\p{Cntrl}+", " ").strip(), LONGEST);
  }

  private static String quotedPart(String value) {
    return Matcher.quoteReplacement("\"" + cut(value, LONGEST_VALUE) + "\"");
  }

  /** The beginning of a text; half of a character that takes two is not left behind. */
  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return text.substring(0, end) + "…";
  }
}
