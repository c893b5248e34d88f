package culturalalien.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What went wrong, in a sentence that a reader without the source can act on. */
final class Failures {
  private Failures() {}

  /** The cause of a rejected JSON text, on one line, without parser locations and class names. */
  static String reason(Exception e) {
    String text = e.getMessage();
    if (e instanceof UnrecognizedPropertyException unknown) {
      text = "unknown setting \"" + unknown.getPropertyName() + "\"";
    } else if (e instanceof JsonProcessingException json) {
      Throwable root = e.getCause();
      text =
          root instanceof IllegalArgumentException ? root.getMessage() : json.getOriginalMessage();
    }
    return String.valueOf(text)
        .replaceAll("(?s) \\((start marker at|for Object starting at|code|class).*", "")
        .lines()
        .findFirst()
        .orElse("unknown error")
        .strip();
  }

  static UncheckedIOException unreadable(String what, Path file, IOException e) {
    return sentence("Cannot read", what, file, e);
  }

  static UncheckedIOException unwritable(String what, Path file, IOException e) {
    return sentence("Cannot write", what, file, e);
  }

  private static UncheckedIOException sentence(String verb, String what, Path file, IOException e) {
    String why =
        e instanceof NoSuchFileException
            ? "there is no such file or folder; check the path"
            : e instanceof AccessDeniedException
                ? "access is denied; check the permissions"
                : reason(e);
    return new UncheckedIOException(verb + " " + what + " " + file + ": " + why + ".", e);
  }
}
