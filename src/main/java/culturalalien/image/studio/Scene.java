package culturalalien.image.studio;

import culturalalien.image.studio.Meaning.Choice;
import java.util.ArrayList;
import java.util.List;

/** What is to be seen, before any hand has painted it: a ground, and up to two kinds of figures. */
final class Scene implements Motif {

  /** From which strength on, in standard deviations, a figure steps in front of its ground. */
  private static final double CALLED = 0.55;

  /** A second kind of figure is as strong as the first, but for this much. */
  private static final double ALMOST = 0.28;

  private final List<Motif> motifs = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  Scene(Stage stage) {
    List<Choice> figures = stage.meaning().choices("figure", 0.25, stage.dice("figure"));
    Choice first = figures.get(0);
    Choice second = figures.get(1);
    List<Choice> grounds = stage.meaning().choices("ground", 0.7, stage.dice("ground"));
    Choice ground = grounds.get(0);
    boolean bare = first.strength() < CALLED || first.strength() < ground.strength() - 1.2;
    boolean room = !bare && first.name().equals("vessels");
    Veil wall = new Veil(stage, room);
    String place = room ? "veil" : groundFor(first.name(), bare, grounds);
    names.add(place);
    motifs.add(
        switch (place) {
          case "strata" -> new Strata(stage);
          case "marbling" -> new Marbling(stage);
          case "ribbons" -> new Ribbons(stage);
          case "tiles" -> new Tiles(stage);
          default -> wall;
        });
    if (!bare) {
      if (second.strength() > first.strength() - ALMOST && !second.name().equals("vessels")) {
        add(second.name(), stage, wall);
      }
      add(first.name(), stage, wall);
    }
  }

  /** The ground that is called for, unless the figure cannot stand on it. */
  private static String groundFor(String figure, boolean bare, List<Choice> grounds) {
    for (Choice ground : grounds) {
      if (bare || suits(figure, ground.name())) {
        return ground.name();
      }
    }
    return "veil";
  }

  private static boolean suits(String figure, String ground) {
    return switch (figure) {
      case "boats" -> ground.equals("strata") || ground.equals("veil");
      case "town" -> !ground.equals("tiles");
      case "geometry" -> !ground.equals("strata") && !ground.equals("tiles");
      default -> true;
    };
  }

  private void add(String name, Stage stage, Veil wall) {
    List<Form> forms =
        switch (name) {
          case "people" -> People.forms(stage);
          case "vessels" -> Vessels.forms(stage, wall.edge());
          case "town" -> Town.forms(stage);
          case "bloom" -> Bloom.forms(stage);
          case "branches" -> Branches.forms(stage);
          case "biomorphs" -> Biomorphs.forms(stage);
          case "geometry" -> Geometry.forms(stage);
          case "boats" -> Boats.forms(stage);
          default -> Orbs.forms(stage);
        };
    names.add(name);
    motifs.add(new Forms(forms, stage.frame()));
  }

  /** What was chosen, the ground first. */
  List<String> names() {
    return List.copyOf(names);
  }

  @Override
  public void paint(double x, double y, double pixel, float[] lab) {
    for (Motif motif : motifs) {
      motif.paint(x, y, pixel, lab);
    }
  }
}
