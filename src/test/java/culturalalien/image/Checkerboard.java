package culturalalien.image;

import java.util.function.DoubleConsumer;

/** A whole plug-in: paints squares in the first concept's first two colours. */
public final class Checkerboard implements ImageGenerator {

  @Override
  public String name() {
    return "checkerboard";
  }

  @Override
  public Pixels generate(ImageRequest request, DoubleConsumer progress)
      throws InterruptedException {
    int[] colors = request.subjects().get(0).colors();
    int[] argb = new int[request.width() * request.height()];
    int square = 1 + Math.max(request.width(), request.height()) / 8;
    for (int i = 0; i < argb.length; i++) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      int x = i % request.width() / square;
      int y = i / request.width() / square;
      argb[i] = 0xFF000000 | colors[(x + y) % Math.min(2, colors.length)];
    }
    progress.accept(1);
    return new Pixels(request.width(), request.height(), argb);
  }
}
