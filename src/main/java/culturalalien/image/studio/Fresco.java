package culturalalien.image.studio;

/** Colour sunk into lime plaster: matt and pale, cracked, and fallen off in places. */
final class Fresco implements Hand {

  private final Study study;
  private final Noise noise;
  private final double worn;

  Fresco(Stage stage, Study study) {
    this.study = study;
    noise = stage.noise("fresco");
    worn = stage.dice("fresco").between(0.34, 0.44);
  }

  @Override
  public void paint(Band band) throws InterruptedException {
    band.paint(this::plaster);
  }

  private void plaster(double x, double y, double pixel, float[] lab) {
    double slow = noise.clouds(x * 3.2, y * 3.2, 3);
    double cloud = Grain.CLOUD.at(x, y, 500, pixel);
    double grit = Grain.TOOTH.at(x, y, 640, pixel);
    study.color(x + 0.0012 * cloud, y + 0.0012 * grit, lab);
    double brush = Grain.FIBRE.at(x + 0.5 * y, y - 0.3 * x, 260, pixel);
    double l = 0.27 + 0.68 * lab[0] + 0.022 * cloud + 0.02 * grit + 0.015 * brush + 0.05 * slow;
    double fade = 0.9 + 0.12 * slow;
    lab[1] = (float) (lab[1] * fade + 0.004);
    lab[2] = (float) (lab[2] * fade + 0.009);
    // What is left of the paint thins out before it falls.
    double bare = noise.clouds(x * 2.1 + 40, y * 2.1, 4) + 0.02 * cloud;
    double thin = Curves.step(worn - 0.25, worn, bare);
    double fallen = Curves.step(worn, worn + 0.012 + pixel * 2, bare);
    double depth = noise.clouds((x - 0.003) * 2.1 + 40, (y - 0.004) * 2.1, 4) + 0.02 * cloud - bare;
    double lip = Curves.step(0.03, 0, Math.abs(bare - worn)) * Curves.clamp(depth * 14, -1, 1);
    l = Curves.mix(l, 0.84 + 0.03 * grit + 0.03 * cloud, Math.max(0.3 * thin, fallen));
    double keep = 1 - Math.max(0.35 * thin, 0.92 * fallen);
    l += 0.2 * lip;
    double jag = 0.09 * noise.at(x * 17, y * 17);
    double wide = Math.max(0.004, pixel * 2);
    double main = Math.abs(noise.at(x * 1.9 + jag, y * 1.9 - 7) + 0.2 * slow);
    double fine = Math.abs(noise.at(x * 4.1 + 60, y * 4.1 + 1.6 * jag) + 0.2 * slow);
    double crack =
        Curves.step(2.2 * wide, 0.4 * wide, main)
            + 0.5 * Curves.step(3 * wide, wide, fine) * Curves.step(0.0, 0.3, slow);
    l -= 0.24 * Math.min(1, crack) * Math.min(1, 0.003 / pixel);
    lab[0] = (float) Curves.clamp(l, 0, 0.97);
    lab[1] = (float) (lab[1] * keep + 0.006 * (1 - keep));
    lab[2] = (float) (lab[2] * keep + 0.028 * (1 - keep));
  }
}
