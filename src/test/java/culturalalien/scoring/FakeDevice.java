package culturalalien.scoring;

import culturalalien.sampling.ConceptModel;
import culturalalien.sampling.FakeModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/**
 * Devices whose models know their answers, remember how they were asked, and fail or wait when
 * told.
 */
final class FakeDevice implements LoadedModels.Opener {

  private static final double[] EVEN = new double[16];

  static {
    java.util.Arrays.fill(EVEN, 1.0 / 16);
  }

  /** How many calls each pass of a model answered. */
  final List<Integer> passes = Collections.synchronizedList(new ArrayList<>());

  /** Where models were opened, in order. */
  final List<String> opened = Collections.synchronizedList(new ArrayList<>());

  /** Where passes were answered, in order. */
  final List<String> answered = Collections.synchronizedList(new ArrayList<>());

  /** How many of those were closed. */
  final List<String> closed = Collections.synchronizedList(new ArrayList<>());

  /** Thrown by the next passes until there is none. */
  volatile Supplier<Throwable> failure = () -> null;

  /** Thrown when models are opened elsewhere than on the CPU. */
  volatile RuntimeException noDevice;

  /** A pass waits for it, once the warm-up is over. */
  volatile CountDownLatch hold = new CountDownLatch(0);

  /** Counted down when a pass has begun. */
  volatile CountDownLatch begun = new CountDownLatch(0);

  @Override
  public LoadedModels open(ModelBundle bundle, String device) {
    opened.add(device);
    if (noDevice != null && !device.equals("cpu")) {
      throw noDevice;
    }
    return new LoadedModels(new Model(device), new Model(device), device, () -> closed.add(device));
  }

  private final class Model implements ConceptModel {
    private final FakeModel known = FakeModel.unigram(8, EVEN);
    private final String device;

    Model(String device) {
      this.device = device;
    }

    @Override
    public int maxConcepts() {
      return known.maxConcepts();
    }

    @Override
    public Next next(int[] prefix) {
      return known.next(prefix);
    }

    @Override
    public Next[] next(int[][] prefixes) {
      pass(prefixes.length);
      for (int[] prefix : prefixes) {
        if (prefix.length >= known.maxConcepts()) {
          throw new IllegalArgumentException("too long");
        }
      }
      return ConceptModel.super.next(prefixes);
    }

    @Override
    public float[] nll(int[][] sequences) {
      pass(sequences.length);
      return known.nll(sequences);
    }

    private void pass(int size) {
      begun.countDown();
      try {
        hold.await();
      } catch (InterruptedException e) {
        throw new AssertionError("the worker was interrupted", e);
      }
      passes.add(size);
      answered.add(device);
      Throwable thrown = failure.get();
      if (thrown instanceof Error error) {
        throw error;
      }
      if (thrown instanceof RuntimeException problem) {
        throw problem;
      }
    }
  }
}
