package culturalalien.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import culturalalien.corpus.ConceptMarks;
import culturalalien.sampling.Marks;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the compositor says of its own accord is fit for what is left in a classroom. */
class CompositorMarksTest {

  private static final Set<String> UNFIT =
      Set.of(Marks.EXPLICIT, Marks.VIOLENT, Marks.TRAUMATIC, Marks.DELICATE);

  private static final ConceptMarks MARKS = ConceptMarks.standard();

  /** Marks by the words of a line, and by each run of up to three of them taken as a concept. */
  private static Set<String> unfit(String line) {
    List<String> words =
        Stream.of(line.replaceAll("\\{[^}]*}", " ; ").split("[^\\p{L}'’-]+"))
            .filter(word -> !word.isEmpty())
            .toList();
    Set<String> found = new TreeSet<>();
    for (int from = 0; from < words.size(); from++) {
      for (int to = from + 1; to <= Math.min(words.size(), from + 3); to++) {
        found.addAll(MARKS.marks(String.join(" ", words.subList(from, to))));
      }
    }
    found.retainAll(UNFIT);
    return found;
  }

  @ParameterizedTest
  @ValueSource(strings = {"lexicon.txt", "titles.txt", "prompts.txt", "subjects.txt"})
  void noLineHoldsAMarkedWord(String file) {
    List<String> marked =
        Resources.lines(file).stream()
            // Words after a bar say when an entry fits and are never said.
            .map(line -> line.startsWith("[") ? "" : line.split("\\|", 2)[0])
            .filter(line -> !unfit(line).isEmpty())
            .map(line -> line + " " + unfit(line))
            .toList();
    assertEquals(List.of(), marked);
  }

  @Test
  void aMarkedWordWouldBeFound() {
    assertEquals(Set.of(Marks.DELICATE), unfit("{the a}, drinking in the Public House"));
    assertEquals(Set.of(Marks.VIOLENT), unfit("long after the war"));
    assertEquals(Set.of(), unfit("a rope hangs down"));
  }
}
