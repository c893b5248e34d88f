package culturalalien.corpus;

import culturalalien.corpus.CurationRules.Marked;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Marks concepts that do not suit everyone: {@value #EXPLICIT} and {@value #VIOLENT}. The lists are
 * in the curation rules. Marks go by the words of a concept, so that they serve any vocabulary.
 * Immutable; safe from any thread.
 */
public final class ConceptMarks {
  /** Nudity, sex, bodily functions and drugs. */
  public static final String EXPLICIT = "explicit";

  /** Killing, wounds, torture, abuse, war, and weapons made against people in our time. */
  public static final String VIOLENT = "violent";

  private final Map<String, Marked> marks;

  ConceptMarks(Map<String, Marked> marks) {
    this.marks = marks;
  }

  /** The marks that come with the library. */
  public static ConceptMarks standard() {
    return Curation.standard().marks();
  }

  /** The marks of a concept, whatever its case; empty for most. */
  public Set<String> marks(String concept) {
    String phrase = concept.toLowerCase(Locale.ROOT).strip();
    String padded = " " + phrase + " ";
    var found = new LinkedHashSet<String>();
    marks.forEach(
        (mark, marked) -> {
          if (marked.phrases().contains(phrase)
              || marked.words().stream().anyMatch(word -> padded.contains(" " + word + " "))) {
            found.add(mark);
          }
        });
    return found;
  }
}
