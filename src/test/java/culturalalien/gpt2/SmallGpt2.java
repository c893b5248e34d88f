package culturalalien.gpt2;

import java.util.ArrayList;
import java.util.List;

/** GPT-2s small enough for a test. */
public final class SmallGpt2 {

  private SmallGpt2() {}

  /** A model with random parameters over these concepts and the end token. */
  public static Checkpoint over(List<String> concepts, long seed) {
    List<String> tokens = new ArrayList<>(concepts);
    tokens.add(Checkpoint.END);
    return Checkpoint.random(config(tokens.size()), tokens, seed);
  }

  static Gpt2Config config(int tokens) {
    return new Gpt2Config(tokens, 6, 8, 2, 2, 1e-5f, 0.1f, tokens - 1);
  }
}
