package culturalalien.image.studio;

import culturalalien.image.plan.Format;

/** The outline of what is painted: beyond it the bare sheet is seen. */
final class Sheet implements Motif {

  private final Stage stage;
  private final Motif scene;
  private final Format format;
  private final Oklab paper;
  private final double margin;

  Sheet(Stage stage, Motif scene) {
    this.stage = stage;
    this.scene = scene;
    format = stage.plan().format();
    paper = stage.palette().paper;
    margin = stage.frame().reach() * stage.dice("sheet").between(0.1, 0.2);
  }

  @Override
  public void paint(double x, double y, double pixel, float[] lab) {
    double outside = outside(x, y);
    if (outside < pixel) {
      scene.paint(x, y, pixel, lab);
    }
    paper.over(lab, Curves.cover(-outside, pixel));
    double rim = (outside - 0.004) / 0.004;
    lab[0] -= (float) (outside > 0 ? 0.05 * Curves.exp(-rim * rim) : 0);
  }

  /** How far outside of what is painted, negative inside. */
  private double outside(double x, double y) {
    double right = stage.frame().right();
    double bottom = stage.frame().bottom();
    double box = Math.max(Math.abs(x) - right, Math.abs(y) - bottom);
    return switch (format) {
      case FULL -> box;
      case MARGIN -> box + margin;
      case CIRCLE -> Math.sqrt(x * x + y * y) - stage.frame().reach() * 0.96;
      case ARCH -> {
        double half = Math.min(right, bottom * 0.95) - margin * 0.5;
        double spring = -bottom + margin * 0.5 + half;
        double top = Math.sqrt(x * x + (y - spring) * (y - spring)) - half;
        double sides = Math.max(Math.abs(x) - half, y - bottom + margin * 0.4);
        yield y < spring ? top : sides;
      }
      case DIPTYCH -> {
        double gap = margin * 0.16 - Math.abs(right > bottom * 0.9 ? x : y);
        yield Math.max(box + margin * 0.4, gap);
      }
    };
  }
}
