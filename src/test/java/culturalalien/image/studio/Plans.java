package culturalalien.image.studio;

import culturalalien.image.ImageRequest;
import culturalalien.image.ImageRequest.Subject;
import culturalalien.image.figure.Figures;
import culturalalien.image.plan.Arrangement;
import culturalalien.image.plan.Format;
import culturalalien.image.plan.Light;
import culturalalien.image.plan.Medium;
import culturalalien.image.plan.Mood;
import culturalalien.image.plan.Plan;
import culturalalien.image.plan.Plan.Part;
import culturalalien.image.plan.Relation;
import culturalalien.image.plan.Role;
import culturalalien.image.plan.Viewpoint;
import culturalalien.image.plan.Weather;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Plans at random, of two concepts with silhouettes and one without. */
final class Plans {

  private static final List<String> FIGURES = Figures.shipped().names();

  static final List<List<String>> PALETTES =
      List.of(
          List.of("#33424C", "#C9B79C", "#A03020"),
          List.of("#1F3A5F", "#E0C27A", "#7A2E2E", "#EFE6D2"),
          List.of("#5B7F5A", "#C7D3B0", "#2F3B2A", "#D98C3F"),
          List.of("#2B2B33", "#8C8C94", "#E8E4DA"),
          List.of("#D5A6A6", "#8EA8C3", "#F2E9DC", "#3A3A5A"),
          List.of("#B5482E", "#E9B44C", "#F4E3C1", "#1B4B5A"));

  private Plans() {}

  static <T> T one(List<T> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }

  private static <T> T any(T[] values, Random random) {
    return values[random.nextInt(values.length)];
  }

  /** Two figures in some relation, or one beside a concept in another role. */
  static Plan any(List<Subject> subjects, Random random) {
    Relation relation = any(Relation.values(), random);
    Role second = relation == Relation.ALONE ? any(Role.values(), random) : Role.FIGURE;
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(subjects.get(0).name(), Role.FIGURE, one(FIGURES, random)));
    parts.add(new Part(subjects.get(1).name(), second, one(FIGURES, random)));
    parts.add(new Part(subjects.get(2).name(), Role.COLOUR, ""));
    return new Plan(
        parts,
        relation,
        any(Medium.values(), random),
        any(Viewpoint.values(), random),
        any(Arrangement.values(), random),
        any(Light.values(), random),
        random.nextInt(3) == 0 ? any(Weather.values(), random) : Weather.CLEAR,
        random.nextInt(4) == 0 ? any(Format.values(), random) : Format.FULL,
        any(Mood.values(), random),
        one(PALETTES, random));
  }

  static Plan with(Plan plan, Medium medium) {
    return new Plan(
        plan.parts(),
        plan.relation(),
        medium,
        plan.viewpoint(),
        plan.arrangement(),
        plan.light(),
        plan.weather(),
        plan.format(),
        plan.mood(),
        plan.palette());
  }

  static Plan with(Plan plan, Relation relation, Viewpoint viewpoint, Arrangement arrangement) {
    return new Plan(
        plan.parts(),
        relation,
        plan.medium(),
        viewpoint,
        arrangement,
        plan.light(),
        plan.weather(),
        plan.format(),
        plan.mood(),
        plan.palette());
  }

  static Plan with(Plan plan, Role second) {
    List<Part> parts = new ArrayList<>(plan.parts());
    parts.set(1, new Part(parts.get(1).concept(), second, parts.get(1).figure()));
    return new Plan(
        parts,
        second == Role.FIGURE ? plan.relation() : Relation.ALONE,
        plan.medium(),
        plan.viewpoint(),
        plan.arrangement(),
        plan.light(),
        plan.weather(),
        plan.format(),
        plan.mood(),
        plan.palette());
  }

  static ImageRequest request(List<Subject> subjects, Plan plan, int side, long seed) {
    return new ImageRequest("", "", subjects, plan, side, side, seed);
  }
}
