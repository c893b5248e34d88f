package culturalalien.scoring.protocol;

import culturalalien.io.TextLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;

/**
 * The secret that a server wants and its clients know. It comes from the environment or from a
 * file, never from code or a command line, and no message of ours repeats it.
 */
public final class AccessToken {

  /** Holds the token itself. */
  public static final String VARIABLE = "CULTURALALIEN_TOKEN";

  /** Names a file that holds the token. */
  public static final String FILE_VARIABLE = "CULTURALALIEN_TOKEN_FILE";

  private static final int SHORTEST = 16;
  private static final int LONGEST = 1000;
  private static final String SCHEME = "Bearer ";

  private final String secret;

  private AccessToken(String secret) {
    this.secret = secret;
  }

  /**
   * A token of a text; white space around it does not count.
   *
   * @param where it was found, for the message
   * @throws IOException with one sentence that does not repeat it, if it cannot be one
   */
  public static AccessToken of(String text, String where) throws IOException {
    String secret = text.strip();
    if (secret.length() < SHORTEST
        || secret.length() > LONGEST
        || !secret.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new IOException(
          "the token in "
              + where
              + " must have from "
              + SHORTEST
              + " to "
              + LONGEST
              + " visible ASCII characters; openssl rand -hex 24 makes one");
    }
    return new AccessToken(secret);
  }

  /** The token in a file. */
  public static AccessToken in(Path file) throws IOException {
    String text;
    try {
      text = TextLines.text(file);
    } catch (IOException e) {
      throw new IOException("the token file " + file + " cannot be read", e);
    }
    return of(text, file.toString());
  }

  /** The token that the environment gives, if any; the variable goes before the file. */
  public static Optional<AccessToken> from(Map<String, String> environment) throws IOException {
    String text = environment.getOrDefault(VARIABLE, "");
    String file = environment.getOrDefault(FILE_VARIABLE, "");
    if (!text.isBlank()) {
      return Optional.of(of(text, VARIABLE));
    }
    return file.isBlank() ? Optional.empty() : Optional.of(in(Path.of(file)));
  }

  /** What a client sends as its header "Authorization". */
  public String header() {
    return SCHEME + secret;
  }

  /** Whether a header "Authorization" gives it; takes as long for every wrong one. */
  public boolean isIn(String header) {
    String given = header == null ? "" : header.strip();
    return given.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && MessageDigest.isEqual(
            given.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8),
            secret.getBytes(StandardCharsets.UTF_8));
  }

  /** A text in which the token, should it stand there, is made unreadable. */
  public String hiddenIn(String text) {
    return text.replace(secret, "…");
  }

  /** Says that it is one, not which. */
  @Override
  public String toString() {
    return "a token";
  }
}
