package culturalalien.image.studio;

/** A window through which a scene is seen: bars, a frame, and a sill that is nearer than all. */
final class Opening implements Motif {

  private final Stage stage;
  private final Oklab frame;
  private final Oklab lit;
  private final double thick;
  private final int columns;
  private final int rows;
  private final boolean arched;
  private final double sill;

  Opening(Stage stage) {
    this.stage = stage;
    Dice dice = stage.dice("opening");
    Palette palette = stage.palette();
    Oklab wood = palette.form(dice.between(0, 1));
    frame = wood.mix(palette.tone(palette.key > 0.45 ? 0.04 : 0.9), 0.6);
    lit = frame.mix(palette.tone(1), 0.4);
    thick = stage.frame().reach() * dice.between(0.05, 0.1);
    columns = 1 + dice.below(3);
    rows = 1 + dice.below(3);
    arched = dice.chance(0.35);
    sill = stage.frame().bottom() * dice.between(0.72, 0.84);
  }

  @Override
  public void paint(double x, double y, double pixel, float[] lab) {
    double right = stage.frame().right() - thick * 1.2;
    double top = -stage.frame().bottom() + thick * 1.2;
    double outside = Math.max(Math.abs(x) - right, Math.max(top - y, y - sill));
    if (arched) {
      double half = right;
      double spring = Math.min(top + half, sill - 0.1);
      double round = Math.sqrt(x * x + (y - spring) * (y - spring) * 1.0) - half;
      outside = Math.max(outside, y < spring ? round : -9);
    }
    double bars = 9;
    for (int i = 1; i < columns; i++) {
      bars = Math.min(bars, Math.abs(x - right * (2.0 * i / columns - 1)));
    }
    for (int i = 1; i < rows; i++) {
      bars = Math.min(bars, Math.abs(y - Curves.mix(top, sill, (double) i / rows)));
    }
    double bar = Math.min(-outside, bars - thick * 0.28);
    frame.over(lab, Curves.cover(bar, pixel));
    double edge = Math.abs(bar) - 0.002;
    lit.over(lab, 0.7 * Curves.cover(edge, pixel));
    if (y > sill) {
      double deep = (y - sill) / (stage.frame().bottom() - sill);
      lit.mix(frame, Curves.step(0.1, 0.5, deep)).over(lab, 1);
    }
  }
}
