package culturalalien.image.studio;

/** Fields of colour with breathing edges, hung above each other; or a wall and a table. */
final class Veil implements Motif {

  private final Stage stage;
  private final Noise noise;
  private final Oklab ground;
  private final Oklab[] fields;
  private final double[] edges;
  private final double margin;
  private final double soft;
  private final boolean room;

  Veil(Stage stage, boolean room) {
    this.stage = stage;
    this.room = room;
    noise = stage.noise("veil");
    Dice dice = stage.dice("veil");
    Palette palette = stage.palette();
    double key = palette.key;
    int count = room ? 2 : 2 + (int) stage.trait(30, 0, 1.99);
    fields = new Oklab[count];
    edges = new double[count + 1];
    margin = room ? -1 : stage.trait(31, 0.03, 0.09);
    soft = room ? 0.004 : stage.trait(32, 0.008, 0.035);
    ground = palette.tone(Curves.mix(0.15, 0.72, key)).vivid(1.2);
    double offset = dice.between(0, 1);
    for (int i = 0; i < count; i++) {
      double t = (i + offset) / count % 1;
      Oklab tone = palette.tone(Curves.mix(0.1, 0.92, t * 0.7 + key * 0.3));
      fields[i] = tone.mix(palette.form(t), room ? 0.3 : 0.55);
    }
    if (!room && dice.chance(0.4)) {
      fields[dice.below(count)] = palette.accent.mix(palette.tone(0.5), 0.25);
    }
    double low = -stage.frame().bottom() + Math.max(0, margin);
    double high = stage.frame().bottom() - Math.max(0, margin);
    edges[0] = room ? -9 : low;
    edges[count] = room ? 9 : high;
    for (int i = 1; i < count; i++) {
      edges[i] = Curves.mix(low, high, i / (double) count + dice.around(0, 0.16));
    }
    if (room) {
      edges[1] = Math.max(stage.horizon(), stage.frame().bottom() * 0.3);
    }
  }

  /** Where a table would begin. */
  double edge() {
    return edges[1];
  }

  @Override
  public void paint(double x, double y, double pixel, float[] lab) {
    double cloud = noise.clouds(x * 2.2, y * 2.2, 4);
    double breath = noise.clouds(x * 7 + 3, y * 7, 3);
    ground.lighter(0.03 * cloud).over(lab, 1);
    double gap = room ? 0 : 0.012;
    for (int i = 0; i < fields.length; i++) {
      double across = Math.abs(x) - (room ? 9 : stage.frame().right() - margin);
      double down = Math.max(edges[i] + gap - y, y - edges[i + 1] + gap);
      double outside = Math.max(across, down) + breath * soft * 0.8;
      double cover = Curves.step(soft + pixel, -soft - pixel, outside);
      double inner = room ? 0.5 : Curves.step(0, -0.22, outside);
      Oklab field = fields[i].lighter(0.05 * cloud + 0.06 * (inner - 0.5));
      field.over(lab, cover * (room ? 1 : 0.86 + 0.14 * breath));
    }
    double light = stage.attention(x, y) - 0.4;
    lab[0] += (float) ((room ? 0.16 : 0.08) * light);
  }
}
