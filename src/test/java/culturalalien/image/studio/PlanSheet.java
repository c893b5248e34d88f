package culturalalien.image.studio;

import culturalalien.image.ImageRequest;
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
import culturalalien.image.plan.Viewpoint;
import culturalalien.image.plan.Weather;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** Temporary. */
class PlanSheet {
  static <T> T any(T[] values, Random r) {
    return values[r.nextInt(values.length)];
  }

  static final String[] FIGURES =
      culturalalien.image.figure.Figures.shipped().names().toArray(String[]::new);
  static final String[][] PALETTES = {
    {"#33424C", "#C9B79C", "#A03020"},
    {"#1F3A5F", "#E0C27A", "#7A2E2E", "#EFE6D2"},
    {"#5B7F5A", "#C7D3B0", "#2F3B2A", "#D98C3F"},
    {"#2B2B33", "#8C8C94", "#E8E4DA"},
    {"#D5A6A6", "#8EA8C3", "#F2E9DC", "#3A3A5A"},
    {"#B5482E", "#E9B44C", "#F4E3C1", "#1B4B5A"}
  };

  public static void main(String[] a) throws Exception {
    String mode = a[0];
    int n = Integer.parseInt(a[1]);
    long seed = Long.parseLong(a[2]);
    int side = Integer.parseInt(a[3]);
    Random r = new Random(seed);
    ConceptSets sets = ConceptSets.SHIPPED;
    int cols = Math.min(6, n);
    BufferedImage sheet =
        new BufferedImage(
            cols * (side + 6), ((n + cols - 1) / cols) * (side + 20), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = sheet.createGraphics();
    for (int i = 0; i < n; i++) {
      List<Subject> subjects = new ArrayList<>(sets.far(r));
      Relation rel = any(Relation.values(), r);
      Viewpoint v = any(Viewpoint.values(), r);
      Arrangement ar = any(Arrangement.values(), r);
      Medium m = any(Medium.values(), r);
      Light l = any(Light.values(), r);
      Weather w = r.nextInt(3) == 0 ? any(Weather.values(), r) : Weather.CLEAR;
      Format f = r.nextInt(4) == 0 ? any(Format.values(), r) : Format.FULL;
      List<Part> parts = new ArrayList<>();
      String c0 = subjects.get(0).name(), c1 = subjects.get(1).name(), c2 = subjects.get(2).name();
      boolean plain = mode.contains("plain");
      if (plain) {
        w = Weather.CLEAR;
        f = Format.FULL;
        m = i % 2 == 0 ? Medium.OIL : Medium.GOUACHE;
      }
      if (mode.contains("rel")) {
        rel = Relation.values()[i % Relation.values().length];
        v = i < 11 ? Viewpoint.LEVEL : v;
      }
      if (mode.contains("arr")) {
        ar = Arrangement.values()[i % Arrangement.values().length];
        rel = Relation.ALONE;
        v = i < 13 ? Viewpoint.LEVEL : v;
      }
      if (mode.contains("view")) {
        v = Viewpoint.values()[i % Viewpoint.values().length];
        rel = i < 9 ? Relation.ALONE : rel;
        ar = Arrangement.CENTRE;
      }
      if (mode.contains("light")) {
        l = Light.values()[i % Light.values().length];
      }
      if (mode.contains("weather")) {
        w = Weather.values()[i % Weather.values().length];
        v = i < 9 ? Viewpoint.LEVEL : v;
        rel = Relation.ALONE;
      }
      if (mode.contains("format")) {
        f = Format.values()[i % Format.values().length];
      }
      if (mode.contains("glaze")) {
        m = Medium.GOUACHE;
      }
      parts.add(new Part(c0, Role.FIGURE, any(FIGURES, r)));
      Role role = Role.FIGURE;
      if (rel == Relation.ALONE) {
        role = any(Role.values(), r);
      }
      if (mode.contains("role")) {
        role = Role.values()[1 + i % 6];
        rel = Relation.ALONE;
      }
      parts.add(new Part(c1, role, any(FIGURES, r)));
      Plan plan =
          new Plan(parts, rel, m, v, ar, l, w, f, any(Mood.values(), r), List.of(any(PALETTES, r)));
      ImageRequest request = new ImageRequest("", "", subjects, plan, side, side, r.nextLong());
      long t = System.nanoTime();
      Painting painting = new Painting(request);
      Pixels p = painting.paint(d -> {});
      if (mode.contains("time"))
        System.out.println((System.nanoTime() - t) / 1000000 + " ms " + painting.means());
      BufferedImage one = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
      one.setRGB(0, 0, side, side, p.argb(), 0, side);
      int x = (i % cols) * (side + 6), y = (i / cols) * (side + 20);
      g.drawImage(one, x, y, null);
      g.setFont(new Font("SansSerif", Font.PLAIN, 10));
      g.drawString(
          (rel.word()
                  + " "
                  + v.word()
                  + " "
                  + ar.word()
                  + " "
                  + m.word()
                  + " "
                  + l.word()
                  + " "
                  + w.word()
                  + " "
                  + role.word())
              .toLowerCase(),
          x,
          y + side + 13);
    }
    ImageIO.write(sheet, "png", new File(a[4]));
  }
}
