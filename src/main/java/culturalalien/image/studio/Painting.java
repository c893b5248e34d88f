package culturalalien.image.studio;

import culturalalien.image.ImageRequest;
import culturalalien.image.Pixels;
import culturalalien.image.figure.Figures;
import culturalalien.image.plan.Medium;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/** One picture from its request to its pixels. */
public final class Painting {

  private static final int BAND_PIXELS = 1 << 19;

  /** How much of the work is done when the hand begins. */
  private static final double PREPARED = 0.3;

  private final Stage stage;
  private final Motif scene;
  private final List<Shape> marks;
  private final List<String> names;
  private final Medium medium;

  /** With the shipped silhouettes. */
  public Painting(ImageRequest request) {
    this(request, Figures.shipped());
  }

  /**
   * @param figures the silhouettes that its plan may name
   */
  public Painting(ImageRequest request, Figures figures) {
    stage = Stage.of(request);
    if (request.plan() == null) {
      Scene improvised = new Scene(stage);
      scene = improvised;
      names = improvised.names();
      marks = List.of();
    } else {
      PlannedScene planned = new PlannedScene(stage, request.subjects(), figures);
      scene = planned;
      names = planned.names();
      marks = planned.marks();
    }
    medium =
        request.plan() != null
            ? request.plan().medium()
            : Hands.medium(stage.meaning().choices("hand", 0.9, stage.dice("hand")).get(0).name());
  }

  /** What is to be seen and in which medium, the ground first: "strata", "boats", "oil". */
  public List<String> means() {
    List<String> means = new ArrayList<>(names);
    means.add(medium.word());
    return means;
  }

  /** Where each of its plan's figures is. */
  List<Shape> marks() {
    return marks;
  }

  /** How many figures its plan has put into it. */
  public int figures() {
    return marks.size();
  }

  /** How many of them can be made out in it. */
  public int legible(Pixels painted) {
    Frame frame = Frame.of(painted.width(), painted.height());
    return (int) marks.stream().filter(mark -> Legible.is(mark, painted, frame)).count();
  }

  /** Paints; needs 4 bytes a pixel and little more. */
  public Pixels paint(DoubleConsumer progress) throws InterruptedException {
    Frame frame = stage.frame();
    progress.accept(0);
    Hand painter = Hands.of(medium, stage, scene);
    progress.accept(PREPARED);
    int[] argb = new int[frame.width() * frame.height()];
    int rows = Math.max(1, Math.min(frame.height(), BAND_PIXELS / frame.width()));
    for (int top = 0; top < frame.height(); top += rows) {
      Band band = new Band(frame, top, Math.min(rows, frame.height() - top));
      painter.paint(band);
      finish(band, argb);
      progress.accept(Curves.mix(PREPARED, 1, (double) (top + band.rows) / frame.height()));
    }
    return new Pixels(frame.width(), frame.height(), argb);
  }

  /** From colours as the eye sees them to bytes. */
  private static void finish(Band band, int[] argb) {
    int width = band.frame.width();
    int at = 0;
    for (int row = band.top; row < band.top + band.rows; row++) {
      for (int column = 0; column < width; column++, at += 3) {
        double dither = Noise.hash(column, row, 5) - 0.5;
        argb[row * width + column] =
            Oklab.argb(band.lab[at], band.lab[at + 1], band.lab[at + 2], dither);
      }
    }
  }
}
