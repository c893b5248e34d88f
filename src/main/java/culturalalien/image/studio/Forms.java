package culturalalien.image.studio;

import java.util.List;

/**
 * Forms one over the other, the first at the back. A lattice over the picture knows which of them
 * can be seen where, so that hundreds cost little more than a few.
 */
final class Forms implements Motif {

  private static final int CELLS = 64;
  private static final Piece[] NONE = {};

  private final Piece[][] cells = new Piece[CELLS * CELLS][];
  private final Frame frame;

  Forms(List<? extends Piece> forms, Frame frame) {
    this.frame = frame;
    int[] counts = new int[CELLS * CELLS];
    for (int pass = 0; pass < 2; pass++) {
      for (Piece form : forms) {
        double reach = form.reach();
        double x = form.middleX();
        double y = form.middleY();
        for (int row = row(y - reach); row <= row(y + reach); row++) {
          for (int column = column(x - reach); column <= column(x + reach); column++) {
            int cell = row * CELLS + column;
            if (pass == 1) {
              cells[cell][counts[cell]] = form;
            }
            counts[cell]++;
          }
        }
      }
      for (int i = 0; pass == 0 && i < counts.length; i++) {
        cells[i] = counts[i] == 0 ? NONE : new Piece[counts[i]];
        counts[i] = 0;
      }
    }
  }

  private int column(double x) {
    return (int) Curves.clamp((x / frame.right() + 1) / 2 * CELLS, 0, CELLS - 1);
  }

  private int row(double y) {
    return (int) Curves.clamp((y / frame.bottom() + 1) / 2 * CELLS, 0, CELLS - 1);
  }

  @Override
  public void paint(double x, double y, double pixel, float[] lab) {
    for (Piece form : cells[row(y) * CELLS + column(x)]) {
      double dx = x - form.middleX();
      double dy = y - form.middleY();
      double reach = form.reach() + pixel;
      if (dx * dx + dy * dy < reach * reach) {
        form.paint(x, y, pixel, lab);
      }
    }
  }
}
