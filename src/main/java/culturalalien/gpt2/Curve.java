package culturalalien.gpt2;

import java.util.ArrayList;
import java.util.List;

/**
 * How a training went: one point per look at the held-out sequences.
 *
 * @param steps steps done at each look
 * @param training mean training loss since the look before, nats per token
 * @param heldOut held-out NLL per concept, nats
 */
public record Curve(List<Integer> steps, List<Float> training, List<Float> heldOut) {

  public Curve {
    steps = new ArrayList<>(steps);
    training = new ArrayList<>(training);
    heldOut = new ArrayList<>(heldOut);
  }

  static Curve empty() {
    return new Curve(List.of(), List.of(), List.of());
  }

  void add(int step, float trainingLoss, float heldOutLoss) {
    steps.add(step);
    training.add(trainingLoss);
    heldOut.add(heldOutLoss);
  }

  /** Index of the lowest held-out loss, the first of equals; −1 while there is none. */
  public int best() {
    int best = -1;
    for (int i = 0; i < heldOut.size(); i++) {
      if (best < 0 || heldOut.get(i) < heldOut.get(best)) {
        best = i;
      }
    }
    return best;
  }

  /** The lowest held-out loss in nats, infinite while there is none. */
  public float bestHeldOut() {
    return best() < 0 ? Float.POSITIVE_INFINITY : heldOut.get(best());
  }

  /** Looks since the best one. */
  int sinceBest() {
    return heldOut.size() - 1 - best();
  }
}
