package culturalalien.image.studio;

/**
 * Fields of colour with breathing edges: hung above each other, side by side, or one in another; or
 * a wall and a table.
 */
final class Veil implements Motif {

  private enum Plan {
    ROOM,
    STACK,
    COLUMNS,
    NESTED
  }

  private final Stage stage;
  private final Noise noise;
  private final Oklab ground;
  private final Oklab[] fields;
  private final double[] edges;
  private final double margin;
  private final double soft;
  private final Plan plan;
  private final double[] sizes;
  private final double drop;

  Veil(Stage stage, boolean room) {
    this.stage = stage;
    noise = stage.noise("veil");
    Dice dice = stage.dice("veil");
    Palette palette = stage.palette();
    double kind = stage.whim(33);
    plan = room ? Plan.ROOM : kind < 0.5 ? Plan.STACK : kind < 0.8 ? Plan.COLUMNS : Plan.NESTED;
    int count = room ? 2 : 2 + (int) (stage.whim(30) * (plan == Plan.COLUMNS ? 4.99 : 2.99));
    fields = new Oklab[count];
    edges = new double[count + 1];
    margin = room ? -1 : plan == Plan.STACK ? stage.trait(31, 0.03, 0.09) : 0;
    soft = room ? 0.004 : stage.trait(32, 0.003, plan == Plan.NESTED ? 0.012 : 0.035);
    ground = palette.tone(Curves.mix(0.15, 0.72, palette.key)).vivid(1.2);
    double offset = dice.between(0, 1);
    for (int i = 0; i < count; i++) {
      double t = (i * (count > 3 ? 0.618 : 1.0 / count) + offset) % 1;
      Oklab tone = palette.tone(Curves.mix(0.1, 0.92, t * 0.7 + palette.key * 0.3));
      fields[i] = tone.mix(palette.form(t), room ? 0.3 : 0.55);
    }
    if (!room && dice.chance(0.4)) {
      fields[dice.below(count)] = palette.accent.mix(palette.tone(0.5), 0.25);
    }
    drop = dice.between(-0.5, 0.5);
    sizes = new double[count];
    for (int i = 0; i < count; i++) {
      sizes[i] = 1 - 0.85 * (i + dice.between(0.15, 0.75)) / count;
    }
    double far = plan == Plan.COLUMNS ? stage.frame().right() : stage.frame().bottom();
    for (int i = 0; i <= count; i++) {
      double jitter = i == 0 || i == count ? 0 : dice.around(0, 0.3 / count);
      edges[i] = Curves.mix(-far + margin, far - margin, i / (double) count + jitter);
    }
    if (room) {
      edges[0] = -9;
      edges[1] = Math.max(stage.horizon(), stage.frame().bottom() * 0.3);
      edges[2] = 9;
    }
  }

  /** Where a table would begin. */
  double edge() {
    return Math.max(stage.horizon(), stage.frame().bottom() * 0.3);
  }

  @Override
  public void paint(double x, double y, double pixel, float[] lab) {
    double cloud = noise.clouds(x * 2.2, y * 2.2, 4);
    double breath = noise.clouds(x * 7 + 3, y * 7, 3);
    boolean room = plan == Plan.ROOM;
    ground.lighter(0.03 * cloud).over(lab, 1);
    for (int i = 0; i < fields.length; i++) {
      double outside = outside(i, x, y) + breath * soft * 0.8;
      double cover = Curves.step(soft + pixel, -soft - pixel, outside);
      double inner = room ? 0.5 : Curves.step(0, -0.22, outside);
      Oklab field = fields[i].lighter(0.05 * cloud + 0.06 * (inner - 0.5));
      field.over(lab, cover * (room ? 1 : Math.min(1, 0.9 + 0.14 * breath)));
    }
    double light = stage.attention(x, y) - 0.4;
    lab[0] += (float) ((room ? 0.16 : 0.08) * light);
  }

  /** How far outside a field a point lies, negative inside. */
  private double outside(int i, double x, double y) {
    double right = stage.frame().right();
    double bottom = stage.frame().bottom();
    return switch (plan) {
      case ROOM -> Math.max(edges[i] - y, y - edges[i + 1]);
      case STACK ->
          Math.max(
              Math.abs(x) - right + margin,
              Math.max(edges[i] + 0.012 - y, y - edges[i + 1] + 0.012));
      case COLUMNS -> Math.max(edges[i] - x, x - edges[i + 1]) - 0.004;
      case NESTED -> {
        double size = sizes[i];
        double across = Math.abs(x - stage.focusX() * 0.5 * (1 - size)) - right * size;
        double down = Math.abs(y - bottom * drop * (1 - size)) - bottom * size;
        yield Math.max(across, down);
      }
    };
  }
}
