package culturalalien.gpt2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdamWTest {

  private static final Gpt2Config CONFIG = new Gpt2Config(5, 4, 8, 1, 2, 1e-5f, 0, 4);
  private static final float RATE = 0.01f;
  private static final float DECAY = 0.1f;

  /** Gradients of half the sum of squares: the parameters themselves. */
  private static float step(Gpt2Weights weights, AdamW optimizer, int step) {
    try (NDManager manager = weights.manager().newSubManager()) {
      try (GradientCollector collector = Pytorch.engine().newGradientCollector()) {
        NDArray loss = null;
        for (NDArray array : weights.arrays().values()) {
          NDArray half = manager.full(array.getShape(), 0.5f);
          NDArray part = half.mul(array).mul(array).sum();
          loss = loss == null ? part : loss.add(part);
        }
        collector.backward(loss);
      }
      return optimizer.update(step, RATE, manager);
    }
  }

  @Test
  void threeStepsEqualTheFormula() {
    NDManager manager = Pytorch.newManager(Devices.open("cpu"));
    Map<String, Tensor> start = Gpt2Weights.random(CONFIG, 1);
    try (Gpt2Weights weights = new Gpt2Weights(CONFIG, manager, start)) {
      weights.arrays().values().forEach(a -> a.setRequiresGradient(true));
      AdamW optimizer = new AdamW(weights, DECAY, 1);
      Map<String, double[]> expected = new HashMap<>();
      Map<String, double[]> means = new HashMap<>();
      Map<String, double[]> variances = new HashMap<>();
      weights
          .arrays()
          .forEach(
              (name, array) -> {
                float[] data = array.toFloatArray();
                expected.put(name, new double[data.length]);
                for (int i = 0; i < data.length; i++) {
                  expected.get(name)[i] = data[i];
                }
                means.put(name, new double[data.length]);
                variances.put(name, new double[data.length]);
              });
      for (int t = 1; t <= 3; t++) {
        double squares = 0;
        for (double[] p : expected.values()) {
          for (double x : p) {
            squares += x * x;
          }
        }
        double norm = Math.sqrt(squares);
        double scale = Math.min(1, 1 / norm);
        assertTrue(norm > 1, "the example clips");
        assertEquals(norm, step(weights, optimizer, t - 1), 1e-3 * norm);
        for (String name : expected.keySet()) {
          boolean decays = name.contains(".c_") && name.endsWith("weight");
          double[] p = expected.get(name);
          double[] m = means.get(name);
          double[] v = variances.get(name);
          for (int i = 0; i < p.length; i++) {
            double g = p[i] * scale;
            m[i] = 0.9 * m[i] + 0.1 * g;
            v[i] = 0.95 * v[i] + 0.05 * g * g;
            double rate = RATE * Math.sqrt(1 - Math.pow(0.95, t)) / (1 - Math.pow(0.9, t));
            p[i] =
                p[i] * (1 - (decays ? RATE * DECAY : 0)) - rate * m[i] / (Math.sqrt(v[i]) + 1e-8);
          }
          float[] actual = weights.get(name).toFloatArray();
          for (int i = 0; i < p.length; i++) {
            assertEquals(p[i], actual[i], 2e-5, name + "[" + i + "] after step " + t);
          }
        }
      }
    }
  }

  @Test
  void aStepLeavesNoArrayBehind() {
    NDManager manager = Pytorch.newManager(Devices.open("cpu"));
    try (Gpt2Weights weights = new Gpt2Weights(CONFIG, manager, Gpt2Weights.random(CONFIG, 1))) {
      weights.arrays().values().forEach(a -> a.setRequiresGradient(true));
      AdamW optimizer = new AdamW(weights, DECAY, 1);
      step(weights, optimizer, 0);
      int before = manager.getManagedArrays().size();
      for (int t = 1; t < 20; t++) {
        step(weights, optimizer, t);
      }
      assertEquals(before, manager.getManagedArrays().size());
    }
  }
}
