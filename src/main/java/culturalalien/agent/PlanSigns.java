package culturalalien.agent;

import culturalalien.image.plan.Plan;
import culturalalien.image.plan.Plan.Part;
import culturalalien.image.plan.Role;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What plans show of a run that no longer does what it is for. */
final class PlanSigns {

  /** Works that are looked at together, and concepts that left. */
  private static final int WORKS = 24;

  /** A figure or a composition in more of them than this; a healthy run stays below 0.25. */
  private static final double TOO_OFTEN = 0.4;

  private static final double NO_LONGER = 0.3;

  /** Concepts that were never shown, of those that left; a healthy run's share is near 0. */
  private static final double UNSHOWN = 0.5;

  private PlanSigns() {}

  static List<FailureSigns.Sign> all() {
    return List.of(new OneFigure(), new OneComposition(), new Unshown());
  }

  /** How often the most frequent of what works have is among the latest works. */
  private static final class Most {
    private final Deque<Set<String>> works = new ArrayDeque<>();
    private final Episode episode = new Episode();

    /** The name and count of what has just begun to come too often. */
    Optional<Map.Entry<String, Long>> after(Set<String> names) {
      works.addLast(names);
      if (works.size() > WORKS) {
        works.removeFirst();
      }
      Optional<Map.Entry<String, Long>> most =
          works.stream()
              .flatMap(Collection::stream)
              .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()))
              .entrySet()
              .stream()
              .max(Comparator.comparing(Map.Entry::getValue));
      double share = most.map(Map.Entry::getValue).orElse(0L) / (double) WORKS;
      boolean bad = works.size() == WORKS && share > TOO_OFTEN;
      return episode.begins(bad, share <= NO_LONGER) ? most : Optional.empty();
    }
  }

  private static String of(Map.Entry<String, Long> most) {
    return "\""
        + most.getKey()
        + "\" in "
        + most.getValue()
        + " of the last "
        + WORKS
        + " works, "
        + Math.round(100.0 * most.getValue() / WORKS)
        + " %)";
  }

  /** One silhouette is in too many works, although it is avoided. */
  private static final class OneFigure implements FailureSigns.Sign {
    private final Most most = new Most();

    @Override
    public Optional<String> after(Event.Made work) {
      return seen(
              work,
              most,
              plan -> plan.figures().stream().map(Part::figure).collect(Collectors.toSet()))
          .map(
              often ->
                  "one figure keeps coming back ("
                      + of(often)
                      + ": add() concepts that can be shown otherwise, lower patience(), or"
                      + " remove() some of your own");
    }
  }

  /** One view with one arrangement is in too many works. */
  private static final class OneComposition implements FailureSigns.Sign {
    private final Most most = new Most();

    @Override
    public Optional<String> after(Event.Made work) {
      return seen(
              work,
              most,
              plan -> Set.of(plan.viewpoint().word() + ", " + plan.arrangement().word()))
          .map(
              often ->
                  "works keep being composed alike ("
                      + of(often)
                      + ": change the compositor(), lower patience() or add() a concept");
    }
  }

  private static Optional<Map.Entry<String, Long>> seen(
      Event.Made work, Most most, Function<Plan, Set<String>> names) {
    return work.plan() == null ? Optional.empty() : most.after(names.apply(work.plan()));
  }

  /** Concepts join, and leave without ever having been in a picture. */
  private static final class Unshown implements FailureSigns.Sign {
    private final Map<String, Boolean> shown = new HashMap<>();
    private final Latest unshown = new Latest(WORKS);
    private final Episode episode = new Episode();

    @Override
    public Optional<String> after(Event.Made work) {
      if (work.joined() != null) {
        shown.put(work.joined().name(), false);
      }
      if (work.plan() == null) {
        // Nobody knows what it shows.
        shown.replaceAll((name, before) -> true);
      } else {
        work.plan().parts().stream()
            .filter(part -> part.role() != Role.TITLE)
            .forEach(part -> shown.computeIfPresent(part.concept(), (name, before) -> true));
      }
      for (Event.Left left : work.left()) {
        Boolean was = shown.remove(left.name());
        if (was != null) {
          unshown.add(!was);
        }
      }
      double share = unshown.mean();
      return episode.begins(unshown.full() && share > UNSHOWN, share <= NO_LONGER)
          ? Optional.of(
              "concepts leave without having been shown ("
                  + Math.round(share * WORKS)
                  + " of the last "
                  + WORKS
                  + " that left): raise poolSize() or patience(), or change the compositor()")
          : Optional.empty();
    }
  }
}
