package culturalalien.study.judge;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A line of a judgements file: an answer, or that one is taken back. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({@JsonSubTypes.Type(Judgement.class), @JsonSubTypes.Type(Line.Withdrawal.class)})
sealed interface Line permits Judgement, Line.Withdrawal {

  /**
   * An answer is taken back for good, wherever in the file it stands.
   *
   * @param withdrawn its id
   * @param judge who took it back
   * @param time when, ISO 8601 in UTC
   */
  record Withdrawal(String withdrawn, String judge, String time) implements Line {}
}
