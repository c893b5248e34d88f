package culturalalien.study.judge;

/**
 * One answer of one person: a line of a judgements file.
 *
 * @param id made by the page that was answered on, so that an answer sent twice counts once
 * @param judge who answered; the same for all answers of one browser
 * @param time when, ISO 8601 in UTC
 * @param question what was asked, such as "originality" or "coherence"
 * @param left what was shown on the left, or above
 * @param right what was shown on the right, or below
 * @param answer which of them was chosen
 * @param seconds from the pair's showing to the answer
 */
public record Judgement(
    String id,
    String judge,
    String time,
    String question,
    Shown left,
    Shown right,
    Answer answer,
    double seconds)
    implements Line {

  /** What was chosen. */
  public enum Answer {
    LEFT,
    RIGHT,
    TIE
  }

  /**
   * A work or a concept set.
   *
   * @param condition what is compared, such as the sampler's name; never shown to the judge
   * @param item which of that condition's works
   */
  public record Shown(String condition, String item) {}
}
