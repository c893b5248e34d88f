package culturalalien.image.studio;

/**
 * What stands in a picture and what lies behind: fields of one flat colour that run along the
 * border are ground, those that it hardly touches are figures.
 */
final class Standing {

  /** Border pixels over the square root of the area: a figure that the border cuts has few. */
  private static final double CUT = 0.35;

  private static final double RUN = 0.9;

  private Standing() {}

  /** 1 on figures, 0 on grounds, soft between. */
  static Plane of(Flats flats) {
    Frame frame = flats.frame();
    int width = frame.width();
    byte[] labels = flats.labels();
    float[] standing = new float[labels.length];
    boolean[] seen = new boolean[labels.length];
    int[] queue = new int[labels.length];
    for (int start = 0; start < labels.length; start++) {
      if (seen[start]) {
        continue;
      }
      int end = 0;
      int border = 0;
      queue[end++] = start;
      seen[start] = true;
      for (int next = 0; next < end; next++) {
        int at = queue[next];
        int column = at % width;
        boolean first = column == 0;
        boolean last = column == width - 1;
        boolean top = at < width;
        boolean bottom = at >= labels.length - width;
        border += first || last || top || bottom ? 1 : 0;
        end = first ? end : join(at - 1, labels, start, seen, queue, end);
        end = last ? end : join(at + 1, labels, start, seen, queue, end);
        end = top ? end : join(at - width, labels, start, seen, queue, end);
        end = bottom ? end : join(at + width, labels, start, seen, queue, end);
      }
      float stands = (float) Curves.step(RUN, CUT, border / Math.sqrt(end));
      for (int i = 0; i < end; i++) {
        standing[queue[i]] = stands;
      }
    }
    return new Plane(frame, standing);
  }

  private static int join(int at, byte[] labels, int start, boolean[] seen, int[] queue, int end) {
    if (seen[at] || labels[at] != labels[start]) {
      return end;
    }
    seen[at] = true;
    queue[end] = at;
    return end + 1;
  }
}
