package culturalalien.study.judge;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What judges are asked about two works or two concept sets. */
public enum Question {
  ORIGINALITY("Which is more *original*?"),
  COHERENCE("Which *holds together* better?");

  private final String text;

  Question(String text) {
    this.text = text;
  }

  /** As it stands on the page; what the other question has not is between asterisks. */
  String text() {
    return text;
  }

  /** As it stands in options and files, such as "originality". */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException with one sentence if there is no such question
   */
  public static Question named(String name) {
    for (Question question : values()) {
      if (question.toString().equals(name.strip())) {
        return question;
      }
    }
    throw new IllegalArgumentException(
        "there is no question \""
            + name
            + "\", only "
            + Arrays.stream(values()).map(Question::toString).collect(Collectors.joining(" and ")));
  }
}
