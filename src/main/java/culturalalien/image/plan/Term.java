package culturalalien.image.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** One of the few words that a plan may say in one place: "stained glass", "above", "dusk". */
public interface Term {

  /** The enum's own. */
  String name();

  /** In small letters, with spaces: as plans are written in journals and asked of models. */
  @JsonValue
  default String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The term of a word; empty if there is none. Case, hyphens and spaces around do not matter. */
  static <T extends Enum<T> & Term> Optional<T> of(Class<T> type, String word) {
    String wanted = word.strip().toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' ');
    return Arrays.stream(type.getEnumConstants())
        .filter(term -> term.word().equals(wanted))
        .findFirst();
  }
}
