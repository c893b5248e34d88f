package culturalalien;

import culturalalien.io.Warnings;
import culturalalien.sampling.Vocabulary;
import culturalalien.scoring.ConceptTable;
import culturalalien.scoring.Expert;
import culturalalien.scoring.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What a sketch asks about names and sets: turns words into concepts and the models' numbers into
 * likelihoods. Whatever fails becomes one sentence on the console. Safe from any thread.
 */
final class Questions {

  private final Scorer scorer;
  private final Warnings warnings;

  Questions(Scorer scorer, Warnings warnings) {
    this.scorer = scorer;
    this.warnings = warnings;
    // A sketch that never asks anything should still hear that its models are missing.
    scorer.loaded().whenComplete((models, problem) -> warnOf(problem));
  }

  /**
   * How much likelier one of the models finds a set than its concepts alone, whatever their order,
   * in nats per concept.
   *
   * @param orders averaged over, at most
   */
  float ofSet(List<Concept> concepts, Expert expert, int orders) {
    int[] set = concepts.stream().mapToInt(Concept::number).distinct().toArray();
    if (set.length == 0) {
      warnings.say("coherence and typicality need at least one known concept; 0 is given");
      return 0;
    }
    try {
      int longest = scorer.concepts().join().longest();
      if (set.length > longest) {
        warnings.sayOnce(
            "long set",
            "a set has "
                + set.length
                + " concepts, the models judge at most "
                + longest
                + "; its last "
                + longest
                + " count");
        set = Arrays.copyOfRange(set, set.length - longest, set.length);
      }
      return scorer.lift(expert, new int[][] {set}, orders)[0];
    } catch (RuntimeException e) {
      warnOf(e);
      return 0;
    }
  }

  // ---- Names

  /** What is known before the models answer; empty, and said once, if it cannot be loaded. */
  Optional<ConceptTable> table() {
    return Optional.ofNullable(await(scorer.concepts(), null));
  }

  /** All concepts but those that are excluded. */
  List<Concept> concepts(Function<Vocabulary, BitSet> excluded) {
    return table()
        .map(
            b -> {
              BitSet out = excluded.apply(b.vocabulary());
              return IntStream.range(0, b.vocabulary().size())
                  .filter(i -> !out.get(i))
                  .mapToObj(i -> concept(b, i))
                  .toList();
            })
        .orElse(List.of());
  }

  /** A concept as this vocabulary has it: one of another model goes by its name. */
  Concept own(Concept concept) {
    if (concept == null) {
      warnings.say("null is not a concept");
      return Concept.NONE;
    }
    if (concept.isNone()) {
      return concept;
    }
    return table()
        .map(
            b ->
                b.vocabulary().number(concept.name()) == concept.number()
                    ? concept
                    : known(b, concept.name()))
        .orElse(Concept.NONE);
  }

  /** The concept of a name; {@link Concept#NONE}, and a sentence, if it is unknown. */
  Concept known(String name) {
    if (name == null) {
      warnings.say("null is not a concept");
      return Concept.NONE;
    }
    return table().map(b -> known(b, name)).orElse(Concept.NONE);
  }

  /** The concepts of those names that are known; one sentence tells of the others. */
  List<Concept> known(String method, String... names) {
    if (names == null) {
      warnings.say(method + " needs names and got null, as loadStrings() gives for a missing file");
      return List.of();
    }
    ConceptTable table = table().orElse(null);
    if (table == null) {
      return List.of();
    }
    Vocabulary vocabulary = table.vocabulary();
    List<Concept> known = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String name : names) {
      int number = name == null ? -1 : vocabulary.number(name);
      if (number < 0) {
        unknown.add(name);
      } else {
        known.add(concept(table, number));
      }
    }
    warnOfUnknown("", unknown, vocabulary);
    return known;
  }

  /** Names what is unknown: the first with what may have been meant, the others by their number. */
  void warnOfUnknown(String before, List<String> names, Vocabulary vocabulary) {
    if (!names.isEmpty()) {
      String first = names.get(0);
      int others = names.size() - 1;
      warnings.say(
          before
              + (first == null ? "null is not a concept" : vocabulary.unknown(first))
              + (others == 0 ? "" : "; nor are " + others + " others of the names given"));
    }
  }

  private Concept known(ConceptTable table, String name) {
    Vocabulary vocabulary = table.vocabulary();
    int number = vocabulary.number(name);
    if (number < 0) {
      warnings.say(vocabulary.unknown(name));
      return Concept.NONE;
    }
    return concept(table, number);
  }

  /**
   * The concept of a name; the nearest one, and a sentence, if it is unknown; {@link Concept#NONE}
   * if none is near.
   */
  Concept nearest(String name) {
    Concept known = known(name);
    if (!known.isNone() || name == null) {
      return known;
    }
    return table()
        .flatMap(
            b ->
                b.vocabulary().nearest(name, 1).stream()
                    .findFirst()
                    .map(near -> concept(b, b.vocabulary().number(near))))
        .orElse(Concept.NONE);
  }

  private Concept concept(ConceptTable table, int number) {
    Vocabulary vocabulary = table.vocabulary();
    return new Concept(
        number,
        vocabulary.name(number),
        vocabulary.kind(number),
        Likelihood.BY_ITSELF,
        table.vectors());
  }

  // ---- Answers

  /** Waits for an answer; where there is none, says why and gives another. */
  <T> T await(CompletableFuture<T> answer, T otherwise) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      warnOf(e.getCause());
    } catch (CancellationException e) {
      // The sketch is ending: nobody looks at the answer.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return otherwise;
  }

  /** Says what went wrong, if anything did and the sketch is not just ending. */
  void warnOf(Throwable problem) {
    Throwable cause = problem instanceof CompletionException ? problem.getCause() : problem;
    if (cause != null && !(cause instanceof CancellationException)) {
      warnings.say(cause);
    }
  }
}
