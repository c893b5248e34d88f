package culturalalien.io;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words in which a service of the artist's own says what is wrong, made fit for a sentence of
 * ours: one line, one sentence, not long, and nothing in it that may be a secret.
 */
public final class Reason {

  private static final int LONGEST = 160;
  private static final String GAP = "…";

  /** Credentials by how they are introduced, and long random texts by letters among digits. */
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)\\b(bearer|basic)\\s+\\S+|\\bsk-\\S+|(?<=://)[^/\\s@]+(?=@)"
              + "|(?=[\\w+/=-]*\\d)(?=[\\w+/=-]*[a-z])[\\w+=-]{32,}");

  /** Where a sentence ends; "4.5" and "model.safetensors" go on. */
  private static final Pattern END = Pattern.compile("[.!?]\\s+(?=\\p{Lu})");

  private Reason() {}

  /**
   * @param said by the service, of any length
   * @param hidden what must not be repeated, such as the prompt; blank texts are passed over
   * @return without a full stop; "" if nothing was said
   */
  public static String of(String said, String... hidden) {
    String text = said.lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("");
    for (String secret : hidden) {
      text = secret.isBlank() ? text : text.replace(secret.strip(), GAP);
    }
    text = SECRET.matcher(text.replaceAll("\\p{Cntrl}|\\*{2,}", " ")).replaceAll(GAP);
    text = text.replaceAll("\\s+", " ").strip();
    Matcher end = END.matcher(text);
    if (end.find()) {
      text = text.substring(0, end.start());
    }
    if (text.length() > LONGEST) {
      int cut = Character.isHighSurrogate(text.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
      text = text.substring(0, cut).strip() + GAP;
    }
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  /** A reason behind a sentence, with a colon before it; nothing if there is none. */
  public static String after(String said, String... hidden) {
    String reason = of(said, hidden);
    return reason.isEmpty() ? "" : ": " + reason;
  }
}
