package culturalalien.study.rank;

import culturalalien.study.rank.Duel.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Judges who answer as Davidson's model says, each with a taste of their own.
 *
 * @param logStrengths of the conditions, to the judges on average
 * @param tie ν
 * @param taste standard deviation of one judge's log strengths around the average
 */
record Simulation(double[] logStrengths, double tie, double taste) {

  /** What many judges would answer. */
  List<Duel> duels(int judges, int duelsEach, SplittableRandom random) {
    List<Duel> duels = new ArrayList<>();
    for (int judge = 0; judge < judges; judge++) {
      double[] own = logStrengths.clone();
      for (int i = 0; i < own.length; i++) {
        own[i] += taste * random.nextGaussian();
      }
      for (int n = 0; n < duelsEach; n++) {
        int a = random.nextInt(own.length);
        int b = (a + 1 + random.nextInt(own.length - 1)) % own.length;
        duels.add(new Duel("judge " + judge, "c" + a, "c" + b, outcome(own[a] - own[b], random)));
      }
    }
    return duels;
  }

  private Outcome outcome(double difference, SplittableRandom random) {
    double a = Math.exp(difference / 2);
    double b = Math.exp(-difference / 2);
    double draw = random.nextDouble() * (a + b + tie);
    return draw < a ? Outcome.A : draw < a + b ? Outcome.B : Outcome.TIE;
  }
}
