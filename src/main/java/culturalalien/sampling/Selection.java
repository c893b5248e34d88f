package culturalalien.sampling;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What may be suggested. By default a vocabulary is left without what it marks as explicit,
 * violent, traumatic, a style or a title. Immutable.
 *
 * @param everything whether those are let in
 * @param classroom whether what is explicit, violent, traumatic or delicate is left out all the
 *     same
 * @param kinds only these; all if empty
 * @param avoidKinds none of these
 */
public record Selection(
    boolean everything, boolean classroom, Set<String> kinds, Set<String> avoidKinds) {

  /** What is suggested if nobody says otherwise. */
  public static final Selection DEFAULT = new Selection(false, false, Set.of(), Set.of());

  /** Kinds are copied, in lower case. */
  public Selection {
    kinds = lower(kinds);
    avoidKinds = lower(avoidKinds);
  }

  private static Set<String> lower(Collection<String> kinds) {
    return kinds.stream().map(Spelling::key).collect(Collectors.toUnmodifiableSet());
  }

  /** This, with everything let in or not. */
  public Selection withEverything(boolean on) {
    return new Selection(on, classroom, kinds, avoidKinds);
  }

  /** This, for a classroom or not. */
  public Selection withClassroom(boolean on) {
    return new Selection(everything, on, kinds, avoidKinds);
  }

  /** This, with other kinds to choose from. */
  public Selection withKinds(Collection<String> only) {
    return new Selection(everything, classroom, lower(only), avoidKinds);
  }

  /** This, with other kinds to leave out. */
  public Selection withoutKinds(Collection<String> none) {
    return new Selection(everything, classroom, kinds, lower(none));
  }

  /**
   * Concepts that must not be suggested, by number; the caller's own.
   *
   * @param pool what they would stand beside: no faith is put beside an atrocity
   */
  public BitSet excluded(Vocabulary vocabulary, int[] pool) {
    BitSet excluded = vocabulary.marked(marks(vocabulary, pool));
    excluded.or(vocabulary.ofKinds(avoidKinds));
    if (!kinds.isEmpty()) {
      BitSet others = vocabulary.ofKinds(kinds);
      others.flip(0, vocabulary.size());
      excluded.or(others);
    }
    return excluded;
  }

  /**
   * What is wrong with the kinds, for this vocabulary: a clause that tells what there is; empty if
   * nothing is.
   */
  public Optional<String> problem(Vocabulary vocabulary) {
    List<String> known = vocabulary.kinds();
    Set<String> named = new TreeSet<>(kinds);
    named.addAll(avoidKinds);
    if (named.isEmpty()) {
      return Optional.empty();
    }
    if (known.isEmpty()) {
      return Optional.of("these models do not know the kinds of their concepts");
    }
    for (String kind : named) {
      if (!known.contains(kind)) {
        return Optional.of(
            "\"" + kind + "\" is no kind of concept; the kinds are " + String.join(", ", known));
      }
    }
    return excluded(vocabulary, new int[0]).cardinality() < vocabulary.size()
        ? Optional.empty()
        : Optional.of(
            "no concept would be left of "
                + (kinds.isEmpty() ? "all kinds" : String.join(", ", new TreeSet<>(kinds)))
                + (avoidKinds.isEmpty()
                    ? ""
                    : " without " + String.join(", ", new TreeSet<>(avoidKinds))));
  }

  private Set<String> marks(Vocabulary vocabulary, int[] pool) {
    Set<String> marks = new HashSet<>();
    if (!everything) {
      marks.addAll(Marks.HARSH);
      marks.add(Marks.TITLE);
      if (!kinds.contains(Marks.STYLES)) {
        marks.add(Marks.STYLE);
      }
    }
    if (classroom) {
      marks.addAll(Marks.HARSH);
      marks.add(Marks.DELICATE);
    }
    for (int concept : pool) {
      Set<String> its = vocabulary.marks(concept);
      if (its.contains(Marks.FAITH)) {
        marks.addAll(Marks.ATROCITIES);
      }
      if (its.stream().anyMatch(Marks.ATROCITIES::contains)) {
        marks.add(Marks.FAITH);
      }
      // Nor is what people are put beside what would judge them.
      if (its.contains(Marks.IDENTITY)) {
        marks.addAll(Marks.HARSH);
        marks.add(Marks.DELICATE);
      }
      if (its.contains(Marks.DELICATE) || its.stream().anyMatch(Marks.HARSH::contains)) {
        marks.add(Marks.IDENTITY);
      }
    }
    return marks;
  }
}
