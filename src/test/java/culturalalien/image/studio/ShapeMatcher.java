package culturalalien.image.studio;

import culturalalien.image.Pixels;
import culturalalien.image.figure.Figures;
import culturalalien.image.figure.Outline;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Knows where figures are in a picture but not which: of some outlines it takes the one whose
 * inside differs most from its surroundings, measured by how much both vary.
 */
final class ShapeMatcher {

  private static final double RING = 0.03;
  private static final double NOISE = 0.02;

  private final List<Outline> outlines =
      Figures.shipped().names().stream().map(Figures.shipped()::outline).toList();

  /** Whether a mark is taken for what it is, among strangers. */
  boolean finds(Shape mark, Pixels picture, int strangers, Random random) {
    if (!(mark instanceof Silhouette true_)) {
      return false;
    }
    Frame frame = Frame.of(picture.width(), picture.height());
    double own = score(true_, picture, frame);
    List<Outline> others = new ArrayList<>();
    while (others.size() < strangers) {
      Outline other = outlines.get(random.nextInt(outlines.size()));
      if (other != true_.outline()) {
        others.add(other);
      }
    }
    return others.stream().allMatch(o -> score(true_.as(o), picture, frame) < own);
  }

  private static double score(Shape shape, Pixels picture, Frame frame) {
    double[] inside = new double[7];
    double[] around = new double[7];
    for (int row = 0; row < picture.height(); row++) {
      for (int column = 0; column < picture.width(); column++) {
        double d = shape.distance(frame.x(column), frame.y(row));
        if (d < RING) {
          add(d < 0 ? inside : around, picture.argb()[row * picture.width() + column]);
        }
      }
    }
    if (inside[6] < 8 || around[6] < 8) {
      return 0;
    }
    double apart = 0;
    double spread = 0;
    for (int i = 0; i < 3; i++) {
      double mi = inside[i] / inside[6];
      double ma = around[i] / around[6];
      apart += (mi - ma) * (mi - ma);
      spread += inside[3 + i] / inside[6] - mi * mi + around[3 + i] / around[6] - ma * ma;
    }
    return Math.sqrt(apart) / (Math.sqrt(Math.max(0, spread)) + NOISE);
  }

  private static void add(double[] sums, int argb) {
    Oklab color = Oklab.ofRgb(argb);
    double[] lab = {color.l(), color.a(), color.b()};
    for (int i = 0; i < 3; i++) {
      sums[i] += lab[i];
      sums[3 + i] += lab[i] * lab[i];
    }
    sums[6]++;
  }
}
