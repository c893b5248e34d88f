package culturalalien.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Says in plain words what went wrong. */
public final class Messages {

  private Messages() {}

  /** One sentence part without a full stop, never null, for the end of a message. */
  public static String of(Throwable problem) {
    if (isWrapper(problem)) {
      return of(problem.getCause());
    }
    if (problem instanceof FileSystemException file) {
      return ofFile(file);
    }
    if (problem instanceof CharacterCodingException) {
      return "it is not UTF-8 text";
    }
    if (problem instanceof ClosedByInterruptException) {
      return "it was broken off";
    }
    if (problem instanceof ReadOnlyFileSystemException) {
      return "nothing may be written there";
    }
    if (problem instanceof InvalidPathException path) {
      return "the file name "
          + path.getInput()
          + " cannot be used on this system; use other letters, or set LC_ALL to C.UTF-8";
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

  /** Says nothing but what its cause says, after the name of a class. */
  private static boolean isWrapper(Throwable problem) {
    return problem.getCause() != null
        && (problem instanceof UncheckedIOException
            || problem instanceof ExecutionException
            || problem instanceof CompletionException)
        && problem.getCause().toString().equals(problem.getMessage());
  }

  /** Of these the message may be a mere path. */
  private static String ofFile(FileSystemException problem) {
    if (problem instanceof NoSuchFileException) {
      return "the file does not exist";
    }
    if (problem instanceof AccessDeniedException) {
      return "access is denied";
    }
    String file = problem.getFile() == null ? "a file" : problem.getFile();
    if (problem instanceof FileAlreadyExistsException) {
      return file + " is there already and in the way";
    }
    if (problem instanceof DirectoryNotEmptyException) {
      return "the folder " + file + " is not empty";
    }
    if (problem instanceof NotDirectoryException) {
      return file + " is no folder";
    }
    if (problem instanceof FileSystemLoopException) {
      return "the links at " + file + " lead round in a circle";
    }
    if (problem instanceof AtomicMoveNotSupportedException) {
      return file + " cannot be put in its place by this file system";
    }
    if (isDiskFull(problem)) {
      return "the disk is full at " + file;
    }
    return problem.getReason() == null
        ? "the file system refuses " + file
        : (problem.getOtherFile() == null ? file : problem.getOtherFile())
            + ": "
            + problem.getReason();
  }

  /** Whether a problem is a full disk, as the systems say it. */
  static boolean isDiskFull(Throwable problem) {
    String message = String.valueOf(problem.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("no space left")
        || message.contains("not enough space")
        || message.contains("quota exceeded");
  }
}
