package culturalalien.image.studio;

import culturalalien.image.ImageRequest.Subject;
import culturalalien.image.plan.Plan;
import culturalalien.image.plan.Role;
import culturalalien.image.plan.Viewpoint;
import culturalalien.image.studio.Meaning.Choice;
import java.util.List;

/** What a planned picture's figures stand on and before. */
final class Grounds {

  /** How much chance has to say in what is behind the figures. */
  private static final double DRIFT = 1.3;

  /** From this strength on a ground of water is called for. */
  private static final double WATERY = 0.6;

  private Grounds() {}

  /**
   * @param subjects of the picture, of which those whose role it is decide
   * @return one of "strata", "waves", "veil", "marbling", "ribbons", "tiles", "room", "fields",
   *     "air" and "wall"
   */
  static String choose(Stage stage, List<Subject> subjects) {
    Plan plan = stage.plan();
    Meaning meaning = meaning(stage, subjects);
    Dice dice = stage.dice("grounds");
    boolean water = meaning.nearness("figure", "boats") > WATERY + dice.around(0, 0.5);
    Viewpoint viewpoint = plan.viewpoint();
    return switch (viewpoint) {
      case INTERIOR -> "room";
      case ABOVE -> "fields";
      case BELOW -> "air";
      case FRIEZE -> "wall";
      case WIDE -> water || dice.chance(0.25) ? "waves" : "strata";
      case REFLECTION -> dice.chance(0.3) ? "air" : "strata";
      case WINDOW -> water ? "waves" : "strata";
      case LEVEL, CLOSE -> {
        if (water && viewpoint == Viewpoint.LEVEL) {
          yield "waves";
        }
        List<Choice> choices = meaning.choices("ground", DRIFT, dice);
        String first = choices.get(0).name();
        yield viewpoint == Viewpoint.CLOSE && first.equals("strata")
            ? choices.get(1).name()
            : first;
      }
    };
  }

  /** Of the concepts that are to be the ground; of all if there is none. */
  private static Meaning meaning(Stage stage, List<Subject> subjects) {
    List<String> names = stage.plan().parts(Role.GROUND).stream().map(Plan.Part::concept).toList();
    List<Subject> grounds = subjects.stream().filter(s -> names.contains(s.name())).toList();
    return grounds.isEmpty() ? stage.meaning() : new Meaning(grounds);
  }

  static Motif of(String name, Stage stage) {
    return switch (name) {
      case "strata" -> new Strata(stage);
      case "waves" -> new Waves(stage);
      case "marbling" -> new Marbling(stage);
      case "ribbons" -> new Ribbons(stage);
      case "tiles" -> new Tiles(stage);
      case "room" -> new Room(stage);
      case "fields" -> new Fields(stage);
      case "air" -> new Air(stage);
      case "wall" -> new Wall(stage);
      default -> new Veil(stage, false);
    };
  }
}
