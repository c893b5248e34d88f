package culturalalien.gpt2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** How far our network is from the reference library's, for a test and for the evidence. */
public final class Parity {

  static final Path FIXTURES = Path.of("src/test/resources/gpt2");

  private Parity() {}

  /**
   * The largest difference of a logit.
   *
   * @param name of a fixture: "small" or "other"
   * @param device "cpu", "gpu", "gpu:1" or "mps"
   */
  public static double difference(String name, String device) throws IOException {
    JsonNode golden = new ObjectMapper().readTree(FIXTURES.resolve(name + "/golden.json").toFile());
    long[] ids = numbers(golden.path("ids")).mapToLong(Double::longValue).toArray();
    double[] expected = numbers(golden.path("logits")).mapToDouble(Double::doubleValue).toArray();
    float[] logits;
    try (Gpt2Model model = Gpt2Model.load(Checkpoint.read(FIXTURES.resolve(name)), device)) {
      logits = model.logits(ids, golden.path("ids").size());
    }
    if (logits.length != expected.length) {
      throw new IllegalStateException(logits.length + " logits, not " + expected.length);
    }
    double most = 0;
    for (int i = 0; i < logits.length; i++) {
      double difference = Math.abs(expected[i] - logits[i]);
      // A number that is none differs from everything.
      most = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(most, difference);
    }
    return most;
  }

  /** All numbers in nested arrays, in order. */
  private static Stream<Double> numbers(JsonNode node) {
    return node.isNumber()
        ? Stream.of(node.asDouble())
        : StreamSupport.stream(node.spliterator(), false).flatMap(Parity::numbers);
  }
}
