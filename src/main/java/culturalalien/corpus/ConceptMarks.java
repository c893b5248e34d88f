package culturalalien.corpus;

import culturalalien.corpus.CurationRules.Marked;
import culturalalien.sampling.Spelling;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Marks concepts by the curation rules' lists, with {@link culturalalien.sampling.Marks}. Marks go
 * by the words of a concept, so that they serve any vocabulary. Immutable; safe from any thread.
 */
public final class ConceptMarks {
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
    String phrase = Spelling.key(concept);
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
