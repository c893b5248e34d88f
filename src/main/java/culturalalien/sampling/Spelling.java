package culturalalien.sampling;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How names are compared, as keyboards and files differ: a letter with an accent may be one
 * character or two, and many leave the accent out.
 */
public final class Spelling {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

  /** Letters that Unicode does not take apart, as they are written without their own key. */
  private static final Map<String, String> LETTERS =
      Map.of(
          "ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ı", "i", "’", "'", "‘",
          "'", "–", "-");

  private Spelling() {}

  /** A name with every letter in one character, as far as there is one (Unicode's form NFC). */
  public static String composed(String name) {
    return isAscii(name) ? name : Normalizer.normalize(name, Form.NFC);
  }

  /** What names have in common that differ in case, outer blanks and composed letters only. */
  public static String key(String name) {
    return composed(name).strip().toLowerCase(Locale.ROOT);
  }

  /** What names have in common that differ in accents, ligatures and the kind of blank, too. */
  public static String plain(String name) {
    String text = key(name);
    if (!isAscii(text)) {
      text = MARKS.matcher(Normalizer.normalize(text, Form.NFKD)).replaceAll("");
      for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
        text = text.replace(letter.getKey(), letter.getValue());
      }
    }
    // Most names need no search for odd blanks, and all of a vocabulary are looked through often.
    return isAscii(text) && !text.contains("  ") && text.chars().allMatch(c -> c >= ' ')
        ? text
        : BLANKS.matcher(text).replaceAll(" ").strip();
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }
}
