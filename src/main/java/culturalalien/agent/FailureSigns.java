package culturalalien.agent;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells from a run's works when it no longer does what it is for: the same concepts come back,
 * works look alike, a work repeats an earlier one, nothing can stay in the pool or join it, or, as
 * plans say (see {@link PlanSigns}), one figure or one composition is everywhere. Each is one
 * sentence with what was measured and what to change, when it begins; it is told again only after
 * it had ended, which takes more than not beginning would. What a run is told follows from its
 * journal alone, so that replaying it and going on tells nothing twice.
 *
 * <p>The limits are ours, set by runs with the shipped models and the offline painter: far from
 * what thousands of works of such runs show, near to what runs show that were made to fail. Owned
 * by one thread.
 */
final class FailureSigns {

  /** Joins of which it is asked how many are old acquaintances. */
  private static final int JOINS = 30;

  /** A concept is an acquaintance if it had joined within so many joins before. */
  private static final int ACQUAINTED = 200;

  /** Two thousand works of a healthy run do not reach 0.05. */
  private static final double REPEATED = 0.8;

  private static final double NO_LONGER_REPEATED = 0.6;

  /** Works that are looked at together. */
  private static final int WORKS = 20;

  /** Two thousand works of a healthy run stay below 0.85. */
  private static final double ALIKE = 0.92;

  private static final double NO_LONGER_ALIKE = 0.88;

  /**
   * Works before these, which say what is usual in this run. In a long run each work has ever more
   * works to be like: a limit that stood still would one day be passed by a healthy run.
   */
  private static final int USUAL = 2000;

  /** How much more alike than usual works are at least. */
  private static final double MORE_ALIKE = 0.04;

  /** Of the usual novelty; two thousand works of a healthy run stay above 0.59 of the first. */
  private static final double LITTLE_NEW = 0.4;

  private static final double ENOUGH_NEW = 0.5;

  /** A healthy run's most similar pictures are at 0.95, its most similar texts at 0.83. */
  private static final double SAME_WORK = 0.98;

  private static final double SAME_PICTURE = 0.995;

  /** Works without a newcomer, or with one, that make a beginning or an end. */
  private static final int IN_A_ROW = 5;

  private static final String MORE_VARIETY =
      ": raise sampler().temperature(), lower patience(), add() a concept or change the"
          + " generator()";

  /** Looks at each work; a sentence if a trouble begins with it. */
  interface Sign {
    Optional<String> after(Event.Made work);
  }

  private final List<Sign> signs =
      Stream.concat(
              Stream.of(
                  new Repetition(), new Likeness(), new Duplicate(), new Crowd(), new Drought()),
              PlanSigns.all().stream())
          .toList();

  /** Takes the run's next work into account; the troubles that begin with it. */
  List<String> after(Event.Made work) {
    return signs.stream().flatMap(sign -> sign.after(work).stream()).toList();
  }

  /** The same concepts keep joining. */
  private static final class Repetition implements Sign {
    private final Map<String, Integer> joined = new HashMap<>();
    private final Latest acquaintances = new Latest(JOINS);
    private final Episode episode = new Episode();
    private int joins;

    @Override
    public Optional<String> after(Event.Made work) {
      if (work.joined() == null) {
        return Optional.empty();
      }
      joins++;
      Integer before = joined.put(work.joined().name(), joins);
      acquaintances.add(before != null && joins - before <= ACQUAINTED);
      double share = acquaintances.mean();
      boolean bad = acquaintances.full() && share >= REPEATED;
      return episode.begins(bad, share <= NO_LONGER_REPEATED)
          ? Optional.of(
              "the same concepts keep joining ("
                  + Math.round(share * JOINS)
                  + " of the last "
                  + JOINS
                  + " had joined not long before): raise sampler().temperature() or candidates(),"
                  + " choose another strategy() or avoid() fewer words")
          : Optional.empty();
    }
  }

  /** Works look more alike, or are far less new, than is usual in this run. */
  private static final class Likeness implements Sign {
    private final Latest looks = new Latest(WORKS);
    private final Latest novelty = new Latest(WORKS);
    private final Latest usualLooks = new Latest(USUAL);
    private final Latest usualNovelty = new Latest(USUAL);
    private final Episode episode = new Episode();

    @Override
    public Optional<String> after(Event.Made work) {
      if (work.generation() == 1) {
        // It has no work before it to be like or unlike.
        return Optional.empty();
      }
      if (looks.full()) {
        usualLooks.add(looks.oldest());
        usualNovelty.add(novelty.oldest());
      }
      looks.add(work.visualSimilarity());
      novelty.add(work.novelty());
      if (!looks.full()) {
        return Optional.empty();
      }
      double alike = looks.mean();
      double fresh = novelty.mean();
      double usual = usualNovelty.mean();
      boolean same = alike >= Math.max(ALIKE, usualLooks.mean() + MORE_ALIKE);
      boolean different = alike <= Math.max(NO_LONGER_ALIKE, usualLooks.mean());
      boolean bad = same || fresh < LITTLE_NEW * usual;
      if (!episode.begins(bad, different && fresh >= ENOUGH_NEW * usual)) {
        return Optional.empty();
      }
      String measured =
          same
              ? "the last " + WORKS + " works look alike (mean similarity " + number(alike) + ")"
              : "the last "
                  + WORKS
                  + " works bring little new (mean novelty "
                  + number(fresh)
                  + ", before them "
                  + number(usual)
                  + ")";
      return Optional.of(measured + MORE_VARIETY);
    }
  }

  /** A work is nearly an earlier one again. */
  private static final class Duplicate implements Sign {
    private final Latest repeats = new Latest(WORKS);
    private final Episode episode = new Episode();

    @Override
    public Optional<String> after(Event.Made work) {
      boolean again =
          work.visualSimilarity() >= SAME_PICTURE
              || work.visualSimilarity() >= SAME_WORK && work.textSimilarity() >= SAME_WORK;
      repeats.add(again);
      return episode.begins(again, repeats.full() && repeats.mean() == 0)
          ? Optional.of(
              "work "
                  + work.generation()
                  + " is nearly an earlier one again (similarity of looks "
                  + number(work.visualSimilarity())
                  + ", of text "
                  + number(work.textSimilarity())
                  + "): change the compositor() or the generator(), or add() a concept")
          : Optional.empty();
    }
  }

  /** Whoever joins leaves at once: before the second work after it. */
  private static final class Crowd implements Sign {
    private final Latest leftAtOnce = new Latest(WORKS);
    private final Episode episode = new Episode();
    private String newcomer;

    @Override
    public Optional<String> after(Event.Made work) {
      if (newcomer != null) {
        leftAtOnce.add(left(newcomer, work));
      }
      newcomer = work.joined() == null ? null : work.joined().name();
      if (newcomer != null && left(newcomer, work)) {
        leftAtOnce.add(true);
        newcomer = null;
      }
      double share = leftAtOnce.mean();
      return episode.begins(leftAtOnce.full() && share == 1, share <= 0.5)
          ? Optional.of(
              "no concept stays in the pool (each of the last "
                  + WORKS
                  + " that joined left at once): raise poolSize() or patience(), or remove() some"
                  + " of your own concepts")
          : Optional.empty();
    }

    private static boolean left(String name, Event.Made work) {
      return work.left().stream().anyMatch(left -> left.name().equals(name));
    }
  }

  /** Nobody joins. */
  private static final class Drought implements Sign {
    private final Episode episode = new Episode();
    private int without;
    private int with;

    @Override
    public Optional<String> after(Event.Made work) {
      boolean joined = work.joined() != null;
      with = joined ? with + 1 : 0;
      without = joined ? 0 : without + 1;
      return episode.begins(without >= IN_A_ROW, with >= IN_A_ROW)
          ? Optional.of(
              "no concept has joined for "
                  + IN_A_ROW
                  + " works, as none is left to suggest or the models do not answer: avoid() fewer"
                  + " words, allow() some again, or lower poolSize()")
          : Optional.empty();
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
