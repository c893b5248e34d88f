package culturalalien.image.studio;

import culturalalien.image.figure.Outline;
import culturalalien.image.plan.Relation;
import culturalalien.image.studio.Body.Look;
import culturalalien.image.studio.Layout.Place;
import java.util.ArrayList;
import java.util.List;

/** Two silhouettes in one picture, by what the plan says that they have to do with each other. */
final class Relations {

  private final Troupe troupe;
  private final Stage stage;
  private final Dice dice;
  private final Outline first;
  private final Outline second;

  Relations(Troupe troupe, Outline first, Outline second) {
    this.troupe = troupe;
    stage = troupe.stage();
    dice = troupe.dice();
    this.first = first;
    this.second = second;
  }

  /** Whether a relation fills the whole picture, so that it is shown once. */
  static boolean fills(Relation relation) {
    return switch (relation) {
      case FRAMED, THROUGH, PATTERN, SCALE -> true;
      default -> false;
    };
  }

  void put(Relation relation, Place place) {
    switch (relation) {
      case IN -> in(place);
      case ON -> on(place);
      case UNDER -> under(place);
      case REFLECTED -> reflected(place);
      case FRAMED -> framed(place);
      case THROUGH -> through(place);
      case MADE_OF -> madeOf(place);
      case SCALE -> scale(place);
      case PATTERN -> pattern(place);
      case ALONE, BESIDE -> beside(place);
    }
  }

  private void beside(Place place) {
    double gap = place.size() * (first.width() + second.width()) * 0.36;
    double side = place.mirrored() ? -1 : 1;
    Place one = place.moved(-side * gap * 0.5, 0, 0.78);
    Place two = place.moved(side * gap * 0.55, 0.02, 0.7);
    Oklab color = troupe.color(one);
    troupe.put(first, one, color, troupe.look(one.size()));
    Place facing = new Place(two.x(), two.foot(), two.size(), two.turn(), !place.mirrored());
    troupe.put(second, facing, troupe.color(two, color), troupe.look(two.size()));
  }

  private void in(Place place) {
    Place around = place.moved(0, place.size() * 0.06, 1.15);
    Oklab outer = troupe.color(around);
    double[] heart = second.heart();
    double size = around.size() * Math.min(0.5, heart[2] * 2.1);
    troupe.put(second, around, outer, Look.OUTLINE);
    double side = around.mirrored() ? -1 : 1;
    double x = around.x() + side * heart[0] * around.size();
    double y = around.foot() + heart[1] * around.size();
    // A niche of light, in which the first is seen.
    Ellipse niche = Ellipse.disc(x, y, heart[2] * around.size() * 0.96);
    Oklab light = troupe.apart(outer);
    troupe.add(new Clipped(Form.of(niche, Fill.flat(light).sheer(0.85), stage), niche));
    Place inside = new Place(x, y + first.height() * size / 2, size, 0, place.mirrored());
    troupe.body(first, Troupe.shape(first, inside), size, troupe.apart(light), Look.PLAIN);
  }

  private void on(Place place) {
    Place base = place.moved(0, 0, Math.min(0.8, 0.62 / Math.max(0.4, second.height())));
    double upper = place.size() * Math.min(0.55, 0.5 / Math.max(0.5, first.height()));
    Oklab color = troupe.color(base);
    troupe.put(second, base, color, troupe.look(base.size()));
    double top = second.top(0) * base.size();
    Place above =
        new Place(base.x(), base.foot() - top + 0.012, upper, place.turn(), place.mirrored());
    troupe.beside(first, above, color);
  }

  private void under(Place place) {
    double small = place.size() * 0.5;
    Place below = new Place(place.x(), place.foot(), small, place.turn(), place.mirrored());
    Oklab color = troupe.color(below);
    troupe.put(first, below, color, troupe.look(small));
    double large = place.size() * 0.85 * Math.min(1.2, 0.8 / Math.max(0.4, second.height()));
    Place above =
        new Place(
            place.x(),
            place.foot() - first.height() * small - 0.02,
            large,
            dice.around(0, 0.02),
            dice.chance(0.5));
    troupe.beside(second, above, color);
  }

  private void reflected(Place place) {
    double line = Math.min(place.foot(), stage.frame().bottom() * 0.18);
    double size = Math.min(place.size(), (line + stage.frame().bottom()) / first.height() * 0.95);
    double right = stage.frame().right() * 1.1;
    double bottom = stage.frame().bottom() * 1.1;
    Oklab deep = stage.palette().tone(0.18).mix(stage.palette().form(0.3), 0.4);
    Polygon water = Polygon.box(-right, line, right, bottom);
    troupe.add(Form.of(water, new Fill(deep.lighter(0.12), deep, 0.9, 0.9, 0, 0, 0), stage));
    Place above = new Place(place.x(), line + 0.004, size, 0, place.mirrored());
    Oklab color = troupe.color(above);
    double fit = Math.min(1, first.width() / second.width() * 1.1);
    double low = Math.min(0.9, (bottom - line) / (second.height() * size * fit));
    Silhouette below =
        new Silhouette(second, place.x(), line, size * fit, 0, place.mirrored(), -low);
    troupe.body(
        second,
        below,
        size,
        Contrast.best(List.of(color, troupe.apart(deep)), List.of(deep)),
        Look.PLAIN);
    troupe.body(first, Troupe.shape(first, above), size, color, troupe.look(size));
    for (int i = 0; i < 14; i++) {
      double y = Curves.mix(line, bottom, (i + dice.between(0.2, 0.8)) / 14);
      double x = place.x() + dice.around(0, right * 0.7);
      double wide = dice.between(0.04, 0.2);
      Limb ripple = new Limb(x - wide, y, 0.0008, x + wide, y, 0.0016 + 0.002 * i / 14);
      troupe.add(Form.of(ripple, Fill.flat(stage.palette().tone(0.9)).sheer(0.4), stage));
    }
  }

  private void framed(Place place) {
    Place middle = place.moved(-place.x(), 0, 0.8);
    Oklab color = troupe.color(middle);
    troupe.put(first, middle, color, troupe.look(middle.size()));
    Frame frame = stage.frame();
    double each = frame.reach() * 0.34;
    int across = (int) Math.max(3, Math.round(2 * frame.right() / each));
    int down = (int) Math.max(3, Math.round(2 * frame.bottom() / each));
    frame.along(across, down, each, (x, y) -> border(x, y, each, color));
  }

  private void border(double x, double y, double each, Oklab middle) {
    Silhouette shape = Silhouette.around(second, x, y, each * 0.92, 0, x > 0);
    Place place = new Place(x, y + each / 2, each, 0, false);
    troupe.body(second, shape, each, troupe.color(place, middle), Look.PLAIN);
  }

  private void through(Place place) {
    double high = 2 * stage.frame().bottom();
    double wide = 2 * stage.frame().right();
    double size = Math.min(high / second.height(), wide / second.width()) * 0.94;
    double foot = second.height() * size / 2;
    Silhouette hole = new Silhouette(second, 0, foot, size, 0, place.mirrored(), 1);
    double[] heart = second.heart();
    double side = place.mirrored() ? -1 : 1;
    double inner = size * heart[2] * 2.3;
    double x = side * heart[0] * size;
    double y = foot + heart[1] * size;
    Place inside = new Place(x, y + first.height() * inner / 2, inner, 0, place.mirrored());
    Oklab color = troupe.color(inside);
    troupe.put(first, inside, color, troupe.look(inner));
    Oklab behind = troupe.color(inside);
    Oklab wall =
        Contrast.best(
            List.of(
                stage.palette().tone(0.08), stage.palette().tone(0.9), stage.palette().form(0.2)),
            List.of(behind.mix(color, 0.5), color, Contrast.around(troupe.ground(), x, y, inner)));
    Fill fill = new Fill(wall.lighter(0.02), wall, 1, 1, 0.5, 0.02, 0);
    troupe.mark(second, hole);
    troupe.add(Form.of(new Outside(hole), fill, stage));
    troupe.add(Form.line(hole, Fill.flat(troupe.apart(wall)).sheer(0.7), 0.003, stage));
  }

  private void madeOf(Place place) {
    Place large = place.moved(0, 0, 1.12);
    Oklab color = troupe.color(large);
    troupe.put(first, large, color, Look.PLAIN);
    Shape shape = Troupe.shape(first, large);
    double each = large.size() * dice.between(0.16, 0.22);
    Oklab one = troupe.apart(color).mix(color, 0.12);
    Oklab two = troupe.apart(color, one).mix(color, 0.12);
    List<Piece> small = new ArrayList<>();
    double deepest = 0;
    int row = 0;
    for (double y = -1; y < 1; y += each * 0.86, row++) {
      for (double x = -1 + (row & 1) * each * 0.45; x < 1; x += each * 0.92) {
        double px = large.x() + x + dice.around(0, each * 0.1);
        double py = large.middle() + y + dice.around(0, each * 0.1);
        double depth = -shape.distance(px, py);
        if (depth > -each * 0.3) {
          Silhouette s =
              Silhouette.around(second, px, py, each, dice.around(0, 0.05), dice.chance(0.5));
          if (depth > deepest) {
            deepest = depth;
            troupe.mark(second, s);
          }
          small.add(Body.of(s, Look.PLAIN, dice.chance(0.75) ? one : two, one, each, stage));
        }
      }
    }
    troupe.add(new Clipped(new Forms(small, stage.frame()), shape));
  }

  private void scale(Place place) {
    double bottom = stage.frame().bottom();
    double right = stage.frame().right();
    double size = Math.min(1.9 * stage.frame().reach() / first.height(), 1.5 * place.size() + 0.1);
    Place vast =
        new Place(
            place.x() * 0.7, Math.min(bottom * 0.86, place.foot()), size, 0, place.mirrored());
    Oklab color = troupe.color(vast);
    troupe.put(first, vast, color, troupe.look(size));
    double small = stage.frame().reach() * dice.between(0.26, 0.34);
    int count = 4 + dice.below(4);
    double line = Math.min(bottom * 0.96, vast.foot() + small * 0.7);
    for (int i = 0; i < count; i++) {
      double x = ((i + 0.5 + dice.around(0, 0.3)) / count * 2 - 1) * right * 0.94;
      Place tiny =
          new Place(
              x, line + dice.around(0, 0.02), small * dice.between(0.8, 1.15), 0, dice.chance(0.5));
      troupe.put(second, tiny, troupe.color(tiny, color), Look.PLAIN);
    }
  }

  private void pattern(Place place) {
    Oklab behind = Contrast.around(troupe.ground(), 0, 0, stage.frame().reach() * 0.8);
    Oklab ink = troupe.apart(behind).mix(behind, 0.5);
    Shape shape = Troupe.shape(first, place);
    wallpaper(troupe, second, ink, stage.frame().reach() * dice.between(0.3, 0.4), 1, shape);
    troupe.put(first, place, troupe.apart(behind, ink), Look.PLAIN);
  }

  /**
   * One silhouette, repeated from edge to edge in staggered rows.
   *
   * @param clear what it leaves room for; null for nothing
   */
  static void wallpaper(
      Troupe troupe, Outline outline, Oklab ink, double each, double opacity, Shape clear) {
    Stage stage = troupe.stage();
    int row = 0;
    double bottom = stage.frame().bottom();
    double right = stage.frame().right();
    for (double y = -bottom + each * 0.4; y < bottom + each; y += each, row++) {
      for (double x = -right - each * 0.5 * (row & 1); x < right + each; x += each) {
        Silhouette s = Silhouette.around(outline, x, y, each * 0.78, 0, (row & 1) == 1);
        if (clear == null || clear.distance(x, y) > each * 0.42) {
          if (Math.abs(x) < right * 0.9 && Math.abs(y) < bottom * 0.9) {
            troupe.mark(outline, s);
          }
          troupe.add(Body.of(s, Look.PLAIN, ink, ink, each, stage).sheer(opacity));
        }
      }
    }
  }
}
