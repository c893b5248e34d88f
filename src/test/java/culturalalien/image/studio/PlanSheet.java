package culturalalien.image.studio;

import culturalalien.image.ImageRequest.Subject;
import culturalalien.image.Pixels;
import culturalalien.image.plan.Arrangement;
import culturalalien.image.plan.Format;
import culturalalien.image.plan.Light;
import culturalalien.image.plan.Medium;
import culturalalien.image.plan.Mood;
import culturalalien.image.plan.Plan;
import culturalalien.image.plan.Plan.Part;
import culturalalien.image.plan.Relation;
import culturalalien.image.plan.Role;
import culturalalien.image.plan.Term;
import culturalalien.image.plan.Viewpoint;
import culturalalien.image.plan.Weather;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/**
 * Shows what the words of a plan make of a horse and a lighthouse, for people to judge, in {@code
 * target/}:
 *
 * <pre>mvn test -Dtest=PlanSheet</pre>
 *
 * <p>Its name keeps it out of the usual tests.
 */
class PlanSheet {

  private static final int COLUMNS = 6;
  private static final int SIDE = 240;
  private static final int CAPTION = 26;

  private record Named(String name, Plan plan) {}

  private static Plan plan(
      Relation relation, Role second, Viewpoint viewpoint, Arrangement arrangement, int i) {
    return new Plan(
        List.of(
            new Part("horse", Role.FIGURE, "horse"), new Part("lighthouse", second, "lighthouse")),
        relation,
        List.of(Medium.GOUACHE, Medium.LINOCUT, Medium.TAPESTRY, Medium.CUT_PAPER, Medium.OIL)
            .get(i % 5),
        viewpoint,
        arrangement,
        Light.values()[i % Light.values().length],
        Weather.CLEAR,
        Format.FULL,
        Mood.CALM,
        Plans.PALETTES.get(i % Plans.PALETTES.size()));
  }

  @Test
  void relations() throws Exception {
    List<Named> plans = new ArrayList<>();
    for (Relation relation : Relation.values()) {
      if (relation != Relation.ALONE) {
        plans.add(
            named(
                relation,
                plan(relation, Role.FIGURE, Viewpoint.LEVEL, Arrangement.CENTRE, plans.size())));
      }
    }
    for (Role role : List.of(Role.GROUND, Role.WEATHER, Role.PATTERN, Role.FRAME)) {
      plans.add(
          named(
              role, plan(Relation.ALONE, role, Viewpoint.LEVEL, Arrangement.CENTRE, plans.size())));
    }
    sheet(plans, new File("target/plan-relations.png"));
  }

  @Test
  void viewpointsAndArrangements() throws Exception {
    List<Named> plans = new ArrayList<>();
    for (Viewpoint viewpoint : Viewpoint.values()) {
      plans.add(
          named(
              viewpoint,
              plan(Relation.BESIDE, Role.FIGURE, viewpoint, Arrangement.CENTRE, plans.size())));
    }
    for (Arrangement arrangement : Arrangement.values()) {
      plans.add(
          named(
              arrangement,
              plan(Relation.ALONE, Role.COLOUR, Viewpoint.LEVEL, arrangement, plans.size())));
    }
    sheet(plans, new File("target/plan-viewpoints.png"));
  }

  private static Named named(Term term, Plan plan) {
    return new Named(term.word(), plan);
  }

  private static void sheet(List<Named> plans, File file) throws Exception {
    List<Subject> subjects =
        List.of(ConceptSets.SHIPPED.subject("horse"), ConceptSets.SHIPPED.subject("lighthouse"));
    int rows = (plans.size() + COLUMNS - 1) / COLUMNS;
    BufferedImage sheet =
        new BufferedImage(
            COLUMNS * (SIDE + 8) + 8, rows * (SIDE + CAPTION) + 8, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = sheet.createGraphics();
    g.setColor(new Color(0xEFEDE8));
    g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    g.setColor(new Color(0x3A372F));
    g.setFont(new Font(Font.SERIF, Font.PLAIN, 15));
    for (int i = 0; i < plans.size(); i++) {
      Plan plan = plans.get(i).plan();
      Pixels picture =
          new Painting(Plans.request(subjects, plan, 2 * SIDE, 3 + i)).paint(done -> {});
      BufferedImage image =
          new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
      image.setRGB(0, 0, picture.width(), picture.height(), picture.argb(), 0, picture.width());
      int x = 8 + i % COLUMNS * (SIDE + 8);
      int y = 8 + i / COLUMNS * (SIDE + CAPTION);
      g.drawImage(
          image.getScaledInstance(SIDE, SIDE, java.awt.Image.SCALE_AREA_AVERAGING), x, y, null);
      g.drawString(plans.get(i).name() + ", " + plan.medium().word(), x, y + SIDE + 17);
    }
    ImageIO.write(sheet, "png", file);
  }
}
