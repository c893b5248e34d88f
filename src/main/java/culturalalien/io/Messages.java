package culturalalien.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Says in plain words what went wrong. */
public final class Messages {

  private Messages() {}

  /** One sentence part without a full stop, never null, for the end of a message. */
  public static String of(Throwable problem) {
    if (problem instanceof NoSuchFileException) {
      return "the file does not exist";
    }
    if (problem instanceof AccessDeniedException) {
      return "access is denied";
    }
    if (problem instanceof CharacterCodingException) {
      return "it is not UTF-8 text";
    }
    if (problem instanceof JsonProcessingException json) {
      String place = json.getLocation() == null ? "" : " at line " + json.getLocation().getLineNr();
      return "its JSON is damaged" + place;
    }
    String message = problem.getMessage();
    return message == null || message.isBlank()
        ? problem.getClass().getSimpleName()
        : firstSentence(message.strip());
  }

  /** Native libraries tell of their insides on line after line. */
  private static String firstSentence(String message) {
    int lineEnd = message.indexOf('\n');
    if (lineEnd < 0) {
      return message;
    }
    String line = message.substring(0, lineEnd).strip();
    int end = line.indexOf(". ");
    return end < 0 ? line : line.substring(0, end);
  }
}
