package culturalalien.corpus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A rules file, as it is written. Everything may be left out; an unknown setting is an error.
 *
 * @param drop why, to patterns of leaves that are no concept wherever they stand
 * @param standsAlone words that need no other: in "fruit, apple" the fruit goes without saying
 * @param branches what holds for a branch of the subject tree
 * @param synonyms phrases that say what another one says: one phrase is left
 * @param marks by mark, the concepts that carry it
 * @param kinds what kind of concept a branch holds
 */
record CurationRules(
    Map<String, List<Pattern>> drop,
    StandsAlone standsAlone,
    List<Branch> branches,
    Map<String, String> synonyms,
    Map<String, Marked> marks,
    Kinds kinds) {

  CurationRules {
    drop = drop == null ? Map.of() : new LinkedHashMap<>(drop);
    standsAlone = standsAlone == null ? new StandsAlone(null, null) : standsAlone;
    branches = branches == null ? List.of() : List.copyOf(branches);
    synonyms = synonyms == null ? Map.of() : Map.copyOf(synonyms);
    marks = marks == null ? Map.of() : new LinkedHashMap<>(marks);
    kinds = kinds == null ? new Kinds(null, null) : kinds;
  }

  /**
   * @param kinds what stands before the comma: every word after it stands alone
   * @param words what stands after the comma: this word stands alone
   */
  record StandsAlone(Set<String> kinds, Set<String> words) {
    StandsAlone {
      kinds = kinds == null ? Set.of() : Set.copyOf(kinds);
      words = words == null ? Set.of() : Set.copyOf(words);
    }
  }

  /**
   * The rule of one branch. A leaf is looked up in {@code as}, then in {@code keep} and {@code
   * without}, then falls to {@code drop}, then to {@code say}.
   *
   * @param at the branch, its levels joined by {@code " > "}
   * @param drop why the whole branch is dropped; empty if it is not
   * @param say the phrase around the normalised leaf, which takes the place of {@code {}}
   * @param as leaf to phrase, where the rules of spelling do not lead to it
   * @param keep leaves that stay although the branch or a pattern is dropped
   * @param without why, to the leaves that are dropped for it
   */
  record Branch(
      String at,
      String drop,
      String say,
      Map<String, String> as,
      Set<String> keep,
      Map<String, Set<String>> without) {

    static final Branch PLAIN = new Branch("", null, null, null, null, null);

    Branch {
      if (at == null) {
        throw new IllegalArgumentException("a branch without \"at\"");
      }
      drop = drop == null ? "" : drop;
      say = say == null ? "{}" : say;
      if (!say.contains("{}")) {
        throw new IllegalArgumentException("\"say\": \"" + say + "\" has no {} for the leaf");
      }
      as = as == null ? Map.of() : Map.copyOf(as);
      keep = keep == null ? Set.of() : Set.copyOf(keep);
      without = without == null ? Map.of() : new LinkedHashMap<>(without);
    }
  }

  /**
   * The concepts that carry a mark.
   *
   * @param words marks every concept that has the word or words in it, in a row and whole
   * @param phrases marks exactly this concept
   */
  record Marked(Set<String> words, Set<String> phrases) {
    Marked {
      words = words == null ? Set.of() : Set.copyOf(words);
      phrases = phrases == null ? Set.of() : Set.copyOf(phrases);
    }
  }

  /**
   * What kinds there are.
   *
   * @param branches branch to kind, that of the nearest branch above counts
   * @param concepts concept to kind, wherever it stands in the tree
   */
  record Kinds(Map<String, String> branches, Map<String, String> concepts) {
    Kinds {
      branches = branches == null ? Map.of() : Map.copyOf(branches);
      concepts = concepts == null ? Map.of() : Map.copyOf(concepts);
    }
  }
}
