package culturalalien.image;

import culturalalien.image.FakeService.Kind;
import culturalalien.io.Background;
import okhttp3.HttpUrl;

/** A process that has a picture painted, and ends in the middle of it once its input ends. */
final class ExitingSketch {

  private ExitingSketch() {}

  /**
   * @param args the kind of service and its address
   */
  public static void main(String[] args) throws Exception {
    ImageGenerator generator = Kind.valueOf(args[0]).at(HttpUrl.get(args[1]), 60);
    Background.thread(() -> paint(generator), "sketch").start();
    int unused = System.in.read();
    System.exit(0);
  }

  private static void paint(ImageGenerator generator) {
    try {
      generator.generate(FakeService.request(8, 8), done -> {});
    } catch (Exception e) {
      // What it says is of no matter here.
    }
  }
}
