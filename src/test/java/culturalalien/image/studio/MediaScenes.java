package culturalalien.image.studio;

import culturalalien.image.ImageRequest;
import culturalalien.image.ImageRequest.Subject;
import culturalalien.image.Pixels;
import culturalalien.image.figure.Outline;
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
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** One picture in any medium: of real concepts, or of a silhouette that must stay legible. */
final class MediaScenes {

  private MediaScenes() {}

  /** A request whose plan says little but the medium. */
  static ImageRequest request(List<Subject> subjects, Medium medium, int side, long seed) {
    List<String> palette =
        subjects.stream()
            .flatMap(subject -> java.util.Arrays.stream(subject.colors()).boxed())
            .map(color -> String.format("#%06X", color & 0xFFFFFF))
            .distinct()
            .limit(5)
            .toList();
    Plan plan =
        new Plan(
            List.of(new Part(subjects.get(0).name(), Role.values()[0], "")),
            Relation.ALONE,
            medium,
            Viewpoint.values()[0],
            Arrangement.CENTRE,
            Light.values()[0],
            Weather.values()[0],
            Format.values()[0],
            Mood.values()[0],
            palette);
    return new ImageRequest("", "", subjects, plan, side, side, seed);
  }

  static Pixels paint(List<Subject> subjects, Medium medium, int side, long seed)
      throws InterruptedException {
    return new Painting(request(subjects, medium, side, seed)).paint(done -> {});
  }

  /** A bird on a tree before two tones, coloured by the subjects. */
  static Pixels silhouette(List<Subject> subjects, Medium medium, int side, long seed)
      throws InterruptedException {
    Stage stage = Stage.of(request(subjects, medium, side, seed));
    return paint(Hands.of(medium, stage, birdAndTree(stage)), stage.frame());
  }

  /** The same without the bird and the tree. */
  static Pixels ground(List<Subject> subjects, Medium medium, int side, long seed)
      throws InterruptedException {
    Stage stage = Stage.of(request(subjects, medium, side, seed));
    Palette palette = stage.palette();
    return paint(
        Hands.of(medium, stage, (x, y, pixel, lab) -> twoTones(palette, y, lab)), stage.frame());
  }

  /** A scene painted once, to be put into many media. */
  record Sketch(Stage stage, Study study) {

    static Sketch of(List<Subject> subjects, int side, long seed) throws InterruptedException {
      Stage stage = Stage.of(request(subjects, Medium.OIL, side, seed));
      return new Sketch(stage, new Study(new Scene(stage), stage.frame()));
    }

    Hand hand(Medium medium) {
      try {
        return Hands.of(medium, stage, (x, y, pixel, lab) -> study.color(x, y, lab));
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    Pixels in(Medium medium) throws InterruptedException {
      return paint(hand(medium), stage.frame());
    }
  }

  private static void twoTones(Palette palette, double y, float[] lab) {
    Oklab ground = y > 0.2 ? palette.tone(0.4) : palette.tone(0.85).mix(palette.tone(0.6), y + 0.5);
    ground.over(lab, 1);
  }

  static Pixels paint(Hand hand, Frame frame) throws InterruptedException {
    Band band = new Band(frame, 0, frame.height());
    hand.paint(band);
    int[] argb = new int[frame.width() * frame.height()];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = Oklab.argb(band.lab[3 * i], band.lab[3 * i + 1], band.lab[3 * i + 2], 0);
    }
    return new Pixels(frame.width(), frame.height(), argb);
  }

  static Motif birdAndTree(Stage stage) {
    Palette palette = stage.palette();
    Form tree =
        Form.of(
            Silhouette.standing(Outline.of(tree()), -0.2, 0.36, 0.62),
            Fill.round(palette.form(0.2), 0.6, palette),
            stage);
    Form bird =
        Form.of(
            Silhouette.standing(Outline.of(bird()), 0.2, 0.06, 0.4),
            Fill.round(palette.accent, 0.6, palette),
            stage);
    Forms forms = new Forms(List.of(tree, bird), stage.frame());
    return (x, y, pixel, lab) -> {
      twoTones(palette, y, lab);
      forms.paint(x, y, pixel, lab);
    };
  }

  private static Shape tree() {
    Area area = new Area(new Rectangle2D.Double(-4, -50, 8, 50));
    area.add(new Area(new Ellipse2D.Double(-32, -80, 40, 38)));
    area.add(new Area(new Ellipse2D.Double(-12, -98, 42, 44)));
    area.add(new Area(new Ellipse2D.Double(0, -70, 36, 30)));
    return area;
  }

  private static Shape bird() {
    Path2D path = new Path2D.Double();
    path.moveTo(0, 30);
    path.curveTo(15, 10, 30, 8, 40, 22);
    path.lineTo(50, 26);
    path.lineTo(39, 30);
    path.curveTo(32, 50, 10, 56, -14, 44);
    path.lineTo(-44, 52);
    path.lineTo(-30, 36);
    path.closePath();
    Area area = new Area(path);
    Path2D wing = new Path2D.Double();
    wing.moveTo(4, 34);
    wing.curveTo(0, 10, -20, -10, -34, -16);
    wing.curveTo(-34, 6, -24, 32, -8, 42);
    wing.closePath();
    area.add(new Area(wing));
    area.add(new Area(new Rectangle2D.Double(4, 46, 2, 14)));
    area.add(new Area(new Rectangle2D.Double(12, 46, 2, 14)));
    return area;
  }
}
