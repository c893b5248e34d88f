package culturalalien.agent;

import java.util.ArrayDeque;
import java.util.Deque;

/** The latest numbers of a row, so many at most. */
final class Latest {

  private final int size;
  private final Deque<Double> values = new ArrayDeque<>();
  private double sum;

  Latest(int size) {
    this.size = size;
  }

  void add(double value) {
    values.addLast(value);
    sum += value;
    if (values.size() > size) {
      sum -= values.removeFirst();
    }
  }

  /** The one that the next will push out, once these are all. */
  double oldest() {
    return values.getFirst();
  }

  /** As 1 or 0, so that the mean is a share. */
  void add(boolean value) {
    add(value ? 1 : 0);
  }

  boolean full() {
    return values.size() == size;
  }

  /** 0 if there are none. */
  double mean() {
    return values.isEmpty() ? 0 : sum / values.size();
  }
}
