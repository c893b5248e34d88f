package culturalalien.cli;

import culturalalien.sampling.Selection;
import culturalalien.sampling.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** What may be suggested. */
final class SelectionOptions {

  @Option(
      names = "--everything",
      description = {
        "Let in what is left out by default: the explicit, violent, hateful or traumatic,",
        "movements and styles, long titles of art history."
      })
  private boolean everything;

  @Option(
      names = "--classroom",
      description = {
        "Leave out what does not suit every classroom: weapons, devils, skulls, drink, tobacco,",
        "gambling; and, even with --everything, what is explicit, violent, hateful or traumatic."
      })
  private boolean classroom;

  @Option(
      names = "--kinds",
      split = ",",
      paramLabel = "KIND",
      description = {
        "Only these kinds of concepts, separated by commas, such as nature,objects; an unknown one",
        "is answered with those that there are (default: all)."
      })
  private List<String> kinds = List.of();

  @Option(
      names = "--avoid-kinds",
      split = ",",
      paramLabel = "KIND",
      description = "None of these kinds (default: none).")
  private List<String> avoidKinds = List.of();

  /**
   * @throws IllegalArgumentException if a kind is unknown or nothing is left, with the known kinds
   */
  Selection selection(Vocabulary vocabulary) {
    Selection selection = selection();
    selection
        .problem(vocabulary)
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(problem);
            });
    return selection;
  }

  private Selection selection() {
    return new Selection(everything, classroom, Set.copyOf(kinds), Set.copyOf(avoidKinds));
  }

  /** A folder's name that tells this selection from others; empty for the default. */
  String folder() {
    Selection selection = selection();
    List<String> parts = new ArrayList<>();
    if (everything) {
      parts.add("everything");
    }
    if (classroom) {
      parts.add("classroom");
    }
    parts.addAll(new TreeSet<>(selection.kinds()));
    new TreeSet<>(selection.avoidKinds()).forEach(kind -> parts.add("no " + kind));
    return String.join("-", parts).replace(' ', '-');
  }
}
