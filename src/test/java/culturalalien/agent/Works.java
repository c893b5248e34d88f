package culturalalien.agent;

import culturalalien.agent.Event.Left;
import culturalalien.agent.Event.Made;
import culturalalien.agent.Event.Named;
import culturalalien.image.plan.Arrangement;
import culturalalien.image.plan.Format;
import culturalalien.image.plan.Light;
import culturalalien.image.plan.Medium;
import culturalalien.image.plan.Mood;
import culturalalien.image.plan.Plan;
import culturalalien.image.plan.Plan.Part;
import culturalalien.image.plan.Relation;
import culturalalien.image.plan.Viewpoint;
import culturalalien.image.plan.Weather;
import java.util.List;

/** Works made by hand, of which little is known. */
final class Works {

  private Works() {}

  /** A work of which nothing is known but its number. */
  static Made made(int generation) {
    return made(generation, null, null);
  }

  /** A work with a plan, for which a concept joined and others left; healthy in all else. */
  static Made made(int generation, String joined, Plan plan, String... left) {
    return new Made(
        generation,
        "",
        joined == null ? null : new Named(joined, 1),
        "Work " + generation,
        List.of("sea"),
        "a prompt",
        "",
        "",
        "",
        0,
        0,
        0,
        0.45,
        0.5,
        0.6,
        List.of(left).stream().map(name -> new Left(name, "for a test")).toList(),
        "",
        plan);
  }

  static Plan plan(Viewpoint viewpoint, Arrangement arrangement, Part... parts) {
    return new Plan(
        List.of(parts),
        Relation.ALONE,
        Medium.OIL,
        viewpoint,
        arrangement,
        Light.NOON,
        Weather.CLEAR,
        Format.FULL,
        Mood.CALM,
        List.of("#000000", "#FFFFFF"));
  }
}
