package culturalalien.study.choices;

import culturalalien.sampling.Choice;
import culturalalien.sampling.Sampler;
import culturalalien.sampling.SamplerSettings;
import culturalalien.sampling.StepRequest;
import culturalalien.sampling.Typicality;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

/**
 * Has rules answer cases.
 *
 * @param sampler asked for all of them
 * @param excluded what must not be suggested to a pool
 * @param seed of the first case; each has random numbers of its own, the same for every rule
 */
public record Choosing(Sampler sampler, Function<int[], BitSet> excluded, long seed) {

  /**
   * A rule that chooses.
   *
   * @param name for tables
   * @param strategy and with which settings
   */
  public record Rule(String name, String strategy, SamplerSettings settings) {

    static Rule of(String strategy) {
      return new Rule(strategy, strategy, SamplerSettings.USUAL);
    }
  }

  /** All that are compared: ours, its trade-off, and the others. */
  public static List<Rule> rules() {
    SamplerSettings usual = SamplerSettings.USUAL;
    List<Rule> rules = new ArrayList<>();
    rules.add(Rule.of("random"));
    rules.add(new Rule("temperature 1", "temperature", usual.withTemperature(1)));
    rules.add(Rule.of("coherence"));
    rules.add(Rule.of("published"));
    rules.add(Rule.of("cas-orders"));
    for (double beta : new double[] {0, 0.25}) {
      rules.add(new Rule("cas, β " + beta, "cas", usual.withBeta(beta)));
    }
    rules.add(Rule.of("cas"));
    for (double beta : new double[] {0.75, 1}) {
      rules.add(new Rule("cas, β " + beta, "cas", usual.withBeta(beta)));
    }
    rules.add(
        new Rule("cas by the context model", "cas", usual.withTypicality(Typicality.CONTEXT)));
    return List.copyOf(rules);
  }

  /** The rule's first choice for each case. */
  public int[] answers(Rule rule, List<Case> cases) {
    int[] answers = new int[cases.size()];
    for (int i = 0; i < answers.length; i++) {
      int[] pool = cases.get(i).pool();
      StepRequest step =
          new StepRequest(pool, excluded.apply(pool), rule.settings(), rule.strategy(), seed, i);
      List<Choice> choices = sampler.step(step);
      if (choices.isEmpty()) {
        throw new IllegalArgumentException("nothing is left that may be suggested");
      }
      answers[i] = choices.get(0).concept();
    }
    return answers;
  }
}
