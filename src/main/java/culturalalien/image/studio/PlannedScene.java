package culturalalien.image.studio;

import culturalalien.image.ImageRequest.Subject;
import culturalalien.image.figure.Figures;
import culturalalien.image.figure.Outline;
import culturalalien.image.plan.Arrangement;
import culturalalien.image.plan.Format;
import culturalalien.image.plan.Plan;
import culturalalien.image.plan.Plan.Part;
import culturalalien.image.plan.Relation;
import culturalalien.image.plan.Role;
import culturalalien.image.plan.Viewpoint;
import culturalalien.image.plan.Weather;
import culturalalien.image.studio.Layout.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * What a plan says is to be seen, before any hand has painted it: a ground, what the concepts in
 * other roles do to it, the figures, then weather, light and the outline of the sheet.
 */
final class PlannedScene implements Motif {

  private final Stage stage;
  private final Plan plan;
  private final Figures figures;
  private final List<String> names = new ArrayList<>();
  private final List<Shape> marks = new ArrayList<>();
  private final boolean floor;
  private final Motif whole;

  /**
   * @param figures the silhouettes that the plan may name; others are not shown
   */
  PlannedScene(Stage stage, List<Subject> subjects, Figures figures) {
    this.stage = stage;
    this.figures = figures;
    plan = stage.plan();
    String place = Grounds.choose(stage, subjects);
    floor = place.equals("strata") || place.equals("waves") || place.equals("room");
    names.add(place);
    Layers scene = new Layers(Grounds.of(place, stage));
    shown(Role.GROUND).forEach(p -> skyline(scene, p));
    shown(Role.PATTERN).forEach(p -> pattern(scene, p));
    if (busy(place) && !plan.figures().isEmpty()) {
      scene.add(new Muted(Contrast.around(scene, 0, 0, stage.frame().reach())));
    }
    boolean weather = plan.weather() != Weather.CLEAR && plan.viewpoint() != Viewpoint.INTERIOR;
    boolean far = plan.weather() == Weather.STORM || plan.weather() == Weather.STARS;
    if (weather && far) {
      scene.add(new Downfall(stage));
    }
    figures(scene);
    Motif seen = scene;
    // One mirror is enough.
    boolean mirrored = plan.relation() == Relation.REFLECTED && plan.figures().size() > 1;
    if (plan.viewpoint() == Viewpoint.REFLECTION && !mirrored) {
      seen = new Mirrored(stage, seen);
    }
    Layers all = new Layers(seen);
    shown(Role.WEATHER).forEach(p -> falling(all, p));
    if (weather && !far) {
      all.add(new Downfall(stage));
    }
    if (plan.viewpoint() == Viewpoint.WINDOW) {
      all.add(new Opening(stage));
    }
    all.add(new Lighting(stage));
    shown(Role.FRAME).forEach(p -> border(all, p));
    whole = plan.format() == Format.FULL ? all : new Sheet(stage, all);
  }

  /** Whether figures are hard to find on a ground. */
  private static boolean busy(String ground) {
    return switch (ground) {
      case "tiles", "ribbons", "marbling", "fields" -> true;
      default -> false;
    };
  }

  /** Takes a ground back towards its mean, so that it stays a ground. */
  private record Muted(Oklab mean) implements Motif {
    private static final double MUCH = 0.38;

    @Override
    public void paint(double x, double y, double pixel, float[] lab) {
      mean.over(lab, MUCH);
    }
  }

  /** Things one over the other. */
  private static final class Layers implements Motif {
    private final List<Motif> motifs = new ArrayList<>();

    Layers(Motif first) {
      motifs.add(first);
    }

    void add(Motif motif) {
      motifs.add(motif);
    }

    @Override
    public void paint(double x, double y, double pixel, float[] lab) {
      for (Motif motif : motifs) {
        motif.paint(x, y, pixel, lab);
      }
    }
  }

  /** Where each of the plan's figures is. */
  List<Shape> marks() {
    return List.copyOf(marks);
  }

  /** What was chosen, the ground first. */
  List<String> names() {
    return List.copyOf(names);
  }

  @Override
  public void paint(double x, double y, double pixel, float[] lab) {
    whole.paint(x, y, pixel, lab);
  }

  private void figures(Layers scene) {
    List<Part> shown = plan.figures().stream().filter(p -> figures.has(p.figure())).toList();
    if (shown.isEmpty()) {
      abstraction(scene);
      return;
    }
    Troupe troupe = new Troupe(stage, scene, floor);
    Outline first = outline(shown.get(0));
    Relation relation = shown.size() < 2 ? Relation.ALONE : plan.relation();
    if (relation == Relation.ALONE) {
      Oklab color = null;
      List<Place> places = Layout.of(stage, false);
      Body.Look look = places.size() > 4 ? Body.Look.PLAIN : troupe.look(1);
      for (Place place : places) {
        // One family of figures: the first one's colour, where it can be seen.
        Oklab own = troupe.color(place);
        color = color == null || Contrast.distance(own, color) > 0.3 ? own : color;
        troupe.put(first, place, color, look);
      }
    } else {
      Relations related = new Relations(troupe, first, outline(shown.get(1)));
      List<Place> places = Layout.of(stage, true);
      for (Place place : Relations.fills(relation) ? places.subList(0, 1) : places) {
        related.put(relation, place);
      }
      for (Part more : shown.subList(2, shown.size())) {
        companion(troupe, outline(more), places.get(0));
      }
    }
    marks.addAll(troupe.marks());
    scene.add(troupe.whole());
  }

  /** The one part of a role that has a silhouette, if any. */
  private List<Part> shown(Role role) {
    return plan.parts(role).stream().filter(p -> figures.has(p.figure())).limit(1).toList();
  }

  private Outline outline(Part part) {
    names.add(part.figure());
    return figures.outline(part.figure());
  }

  /** A third figure: small, at the side where there is room. */
  private void companion(Troupe troupe, Outline outline, Place main) {
    double side = main.x() > 0 ? -1 : 1;
    double size = stage.frame().reach() * 0.42;
    double x = side * stage.frame().right() * 0.68;
    double foot = Math.min(stage.frame().bottom() * 0.93, main.foot() + 0.05);
    Place place = new Place(x, foot, size, 0, side > 0);
    troupe.put(outline, place, troupe.color(place), troupe.look(size));
  }

  /** Where nothing can be depicted: forms that the concepts' meaning calls for. */
  private void abstraction(Layers scene) {
    boolean bare = plan.arrangement() == Arrangement.CENTRE && stage.dice("bare").chance(0.4);
    if (bare) {
      return;
    }
    List<String> kinds = List.of("geometry", "orbs", "biomorphs", "bloom", "branches");
    String kind =
        stage.meaning().choices("figure", 1.2, stage.dice("abstraction")).stream()
            .map(Meaning.Choice::name)
            .filter(kinds::contains)
            .findFirst()
            .orElseThrow();
    names.add(kind);
    List<Form> forms =
        switch (kind) {
          case "geometry" -> Geometry.forms(stage);
          case "orbs" -> Orbs.forms(stage);
          case "bloom" -> Bloom.forms(stage);
          case "branches" -> Branches.forms(stage);
          default -> Biomorphs.forms(stage);
        };
    scene.add(new Forms(forms, stage.frame()));
  }

  /** A concept as the land: its silhouettes stand along the horizon, or one vast one behind all. */
  private void skyline(Layers scene, Part part) {
    Outline outline = outline(part);
    Dice dice = stage.dice("skyline");
    Troupe troupe = new Troupe(stage, scene, floor);
    double right = stage.frame().right();
    double reach = stage.frame().reach();
    boolean horizon =
        switch (plan.viewpoint()) {
          case LEVEL, WIDE, WINDOW, REFLECTION -> true;
          default -> false;
        };
    if (horizon) {
      double each = reach * dice.between(0.26, 0.5);
      double foot = stage.horizon() + 0.012;
      Oklab behind = Contrast.around(scene, 0, foot - each / 2, each / 2);
      Oklab color = troupe.apart(behind).mix(behind, 0.45);
      for (double x = -right * 1.05; x < right * 1.05; x += each * outline.width() * 0.86) {
        double size = each * dice.between(0.7, 1.2);
        Place place = new Place(x, foot, size, 0, dice.chance(0.5));
        Body body = Body.of(Troupe.shape(outline, place), Body.Look.PLAIN, color, color, 1, stage);
        troupe.add(body);
      }
    } else {
      Oklab behind = Contrast.around(scene, 0, 0, reach);
      Oklab color = troupe.apart(behind).mix(behind, 0.55);
      double size = reach * 2.1;
      Silhouette vast =
          Silhouette.around(outline, stage.focusX() * 0.6, 0, size, 0, dice.chance(0.5));
      troupe.add(Body.of(vast, Body.Look.PLAIN, color, color, 1, stage).sheer(0.75));
    }
    scene.add(troupe.whole());
  }

  /** A concept as a pattern all over the ground. */
  private void pattern(Layers scene, Part part) {
    Troupe troupe = new Troupe(stage, scene, floor);
    double reach = stage.frame().reach();
    Oklab behind = Contrast.around(scene, 0, 0, reach * 0.8);
    Oklab ink = troupe.apart(behind).mix(behind, 0.66);
    double each = reach * stage.dice("pattern").between(0.18, 0.32);
    Relations.wallpaper(troupe, outline(part), ink, each, 0.8, null);
    scene.add(troupe.whole());
  }

  /** A concept as the weather: many small ones in the air. */
  private void falling(Layers scene, Part part) {
    Outline outline = outline(part);
    Dice dice = stage.dice("falling");
    Troupe troupe = new Troupe(stage, scene, floor);
    double right = stage.frame().right();
    double bottom = stage.frame().bottom();
    double reach = stage.frame().reach();
    double wild = dice.chance(0.5) ? 0.5 : 0.05;
    int count = 22 + dice.below(14);
    for (int i = 0; i < count; i++) {
      double x = ((i * 0.7548 + 0.13) % 1 * 2 - 1) * right;
      double y = -bottom + ((i * 0.5698 + 0.41) % 1) * bottom * 1.5;
      double size = reach * dice.between(0.1, 0.2);
      Place place = new Place(x, y, size, 0, false);
      Silhouette s = Silhouette.around(outline, x, y, size, dice.around(0, wild), dice.chance(0.5));
      Oklab behind = Contrast.around(scene, x, y, size / 2);
      Oklab color = troupe.color(place).mix(behind, 0.3);
      troupe.add(Body.of(s, Body.Look.PLAIN, color, color, 1, stage));
    }
    scene.add(troupe.whole());
  }

  /** A concept as a border around the picture. */
  private void border(Layers scene, Part part) {
    Outline outline = outline(part);
    Troupe troupe = new Troupe(stage, scene, floor);
    double right = stage.frame().right();
    double bottom = stage.frame().bottom();
    double wide = stage.frame().reach() * 0.17;
    Palette palette = stage.palette();
    Oklab inside = Contrast.around(scene, 0, 0, stage.frame().reach() * 0.8);
    Oklab band =
        Contrast.best(
            List.of(palette.form(0.2), palette.tone(0.08), palette.paper, palette.accent),
            List.of(inside));
    Oklab ink = troupe.apart(band);
    Polygon opening = Polygon.box(-right + wide, -bottom + wide, right - wide, bottom - wide);
    troupe.add(Form.of(new Outside(opening), Fill.flat(band), stage));
    troupe.add(Form.line(opening, Fill.flat(ink), 0.002, stage));
    int across = (int) Math.round(2 * right / wide * 0.9);
    int down = (int) Math.round(2 * bottom / wide * 0.9);
    stage.frame().along(across, down, wide, (x, y) -> ornament(troupe, outline, x, y, wide, ink));
    scene.add(troupe.whole());
  }

  private void ornament(
      Troupe troupe, Outline outline, double x, double y, double wide, Oklab ink) {
    Silhouette s = Silhouette.around(outline, x, y, wide * 0.72, 0, x > 0);
    troupe.add(Body.of(s, Body.Look.PLAIN, ink, ink, 1, stage));
  }
}
