package culturalalien.image.studio;

/** Smooth transparent layers, or an airbrush: the scene as it is, on fine cloth. */
final class Glaze implements Hand {

  private final Motif scene;
  private final Noise noise;
  private final double grain;

  Glaze(Stage stage, Motif scene) {
    this.scene = scene;
    noise = stage.noise("glaze");
    grain = stage.trait(200, 0.008, 0.03);
  }

  @Override
  public void paint(Band band) throws InterruptedException {
    band.paint(
        (x, y, pixel, lab) -> {
          scene.paint(x, y, pixel, lab);
          double fade = Math.min(1, 0.004 / pixel);
          double tooth = noise.at(x * 260, y * 260) * fade + 0.7 * noise.clouds(x * 24, y * 24, 2);
          lab[0] += (float) (grain * tooth);
        });
  }
}
