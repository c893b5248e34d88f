package culturalalien.image.figure;

/**
 * Reads numbers, flags and letters from SVG attributes, where white space and one comma may stand
 * between them and often neither does: "1.5.5-2e1" are three numbers.
 */
final class SvgNumbers {

  /** Larger numbers are in no drawing; they would lose all that is small. */
  static final double LARGEST = 1e7;

  private final String text;
  private int at;

  SvgNumbers(String text) {
    this.text = text;
  }

  /** Whether something is left. */
  boolean more() {
    while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == ',')) {
      at++;
    }
    return at < text.length();
  }

  /** What comes next, after {@link #more}. */
  char peek() {
    return text.charAt(at);
  }

  boolean atLetter() {
    return Character.isLetter(peek());
  }

  char letter() {
    return text.charAt(at++);
  }

  /** A 0 or 1, after which the next number may stand at once. */
  boolean flag() {
    if (!more() || (peek() != '0' && peek() != '1')) {
      throw new IllegalArgumentException("an arc's flag is 0 or 1, not " + rest());
    }
    return text.charAt(at++) == '1';
  }

  double number() {
    if (!more()) {
      throw new IllegalArgumentException("a number is missing at the end");
    }
    int from = at;
    sign();
    int digits = digits();
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      digits += digits();
    }
    if (digits == 0) {
      at = from;
      throw new IllegalArgumentException("a number was expected, not " + rest());
    }
    exponent();
    double number = Double.parseDouble(text.substring(from, at));
    if (Math.abs(number) > LARGEST) {
      throw new IllegalArgumentException(
          text.substring(from, at) + " lies beyond the largest coordinate, 10,000,000");
    }
    return number;
  }

  /** "em" is a unit and no exponent. */
  private void exponent() {
    int before = at;
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      sign();
      if (digits() == 0) {
        at = before;
      }
    }
  }

  private void sign() {
    if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
      at++;
    }
  }

  private int digits() {
    int from = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at - from;
  }

  /** What is left, shortened, for a message. */
  String rest() {
    String rest = text.substring(at);
    return at == text.length()
        ? "the end"
        : '"' + (rest.length() > 12 ? rest.substring(0, 12) + "…" : rest) + '"';
  }
}
