package culturalalien.agent;

import culturalalien.image.plan.Arrangement;
import culturalalien.image.plan.Format;
import culturalalien.image.plan.Light;
import culturalalien.image.plan.Medium;
import culturalalien.image.plan.Mood;
import culturalalien.image.plan.Relation;
import culturalalien.image.plan.Role;
import culturalalien.image.plan.Viewpoint;
import culturalalien.image.plan.Weather;
import java.util.List;
import java.util.Map;

/**
 * As much of a plan as somebody has decided already; what is null or not named is drawn.
 *
 * @param roles of concepts, by {@link Brief#key}, the most important first
 */
record Wanted(
    Map<String, Role> roles,
    Relation relation,
    Medium medium,
    Viewpoint viewpoint,
    Arrangement arrangement,
    Light light,
    Weather weather,
    Format format,
    Mood mood,
    List<String> palette) {

  /** Nothing is decided. */
  static final Wanted NOTHING =
      new Wanted(Map.of(), null, null, null, null, null, null, null, null, null);
}
