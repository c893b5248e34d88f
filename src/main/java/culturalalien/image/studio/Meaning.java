package culturalalien.image.studio;

import culturalalien.image.ImageRequest.Subject;
import culturalalien.image.plan.Mood;
import culturalalien.image.studio.Anchors.Anchor;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a request's subjects call for. All of it changes steadily with the vectors, so that near
 * subjects get related pictures; no chance is in it. Immutable.
 */
final class Meaning {

  /** A later subject speaks less. */
  private static final double FADING = 0.62;

  /** A choice with how strongly it is called for; about a standard normal number. */
  record Choice(String name, double strength) {}

  /** How much a mood that was decided on adds to those that the subjects call for. */
  private static final double TOLD = 1.3;

  private final double[] sum;
  private final Map<String, Double> nearness = new HashMap<>();

  Meaning(List<Subject> subjects) {
    int length = subjects.stream().mapToInt(subject -> subject.vector().length).max().orElse(0);
    sum = new double[length];
    double weight = 1;
    double squares = 0;
    for (Subject subject : subjects) {
      for (int i = 0; i < subject.vector().length; i++) {
        sum[i] += weight * (subject.vector()[i] - Anchors.centre(i));
      }
      for (Anchor anchor : Anchors.CHOICES) {
        nearness.merge(
            key(anchor.kind(), anchor.name()),
            weight * anchor.nearness(subject.vector()),
            Double::sum);
      }
      squares += weight * weight;
      weight *= FADING;
    }
    double scale = 1 / Math.sqrt(squares);
    nearness.replaceAll((name, value) -> value * scale);
    double dot = 0;
    for (double value : sum) {
      dot += value * value;
    }
    double unit = dot == 0 ? 0 : 1 / Math.sqrt(dot);
    for (int i = 0; i < length; i++) {
      sum[i] *= unit;
    }
  }

  private Meaning(double[] sum, Map<String, Double> nearness) {
    this.sum = sum;
    this.nearness.putAll(nearness);
  }

  /** The same in a mood that was decided on. */
  Meaning in(Mood mood) {
    Meaning other = new Meaning(sum, nearness);
    for (String near : moods(mood)) {
      other.nearness.merge(key("mood", near), TOLD, Double::sum);
    }
    return other;
  }

  private static List<String> moods(Mood mood) {
    return switch (mood) {
      case CALM -> List.of("calm", "sparse");
      case SOLEMN -> List.of("austere", "ordered", "calm");
      case TENSE -> List.of("violent", "dense");
      case JOYFUL -> List.of("colourful", "day", "dense");
      case PLAYFUL -> List.of("colourful", "organic", "violent");
      case EERIE -> List.of("night", "sparse", "organic");
    };
  }

  private static String key(String kind, String name) {
    return kind + " " + name;
  }

  /**
   * All choices of a kind, the most called for first.
   *
   * @param drift how much chance may add to each: works of one set need not all be made alike
   */
  List<Choice> choices(String kind, double drift, Dice dice) {
    return Anchors.of(kind).stream()
        .map(
            anchor ->
                new Choice(
                    anchor.name(), nearness.get(key(kind, anchor.name())) + dice.around(0, drift)))
        .sorted(Comparator.comparingDouble((Choice choice) -> -choice.strength()))
        .toList();
  }

  /** How strongly something is called for; about a standard normal number. */
  double nearness(String kind, String name) {
    return nearness.get(key(kind, name));
  }

  /** Between two opposite moods: 0 wholly the first, 1 wholly the second. */
  double mood(String from, String to) {
    return Curves.sigmoid(1.4 * (nearness.get(key("mood", to)) - nearness.get(key("mood", from))));
  }

  /**
   * A whim that follows the meaning as all else does, but has no name: the vector seen from one
   * fixed direction. 0 to 1, evenly spread over concepts.
   */
  double trait(int number) {
    double dot = 0;
    for (int i = 0; i < sum.length; i++) {
      dot += sum[i] * (Noise.hash(i, number, 77) - 0.5);
    }
    // The direction's numbers have variance 1/12.
    return Curves.sigmoid(1.7 * dot * Math.sqrt(12.0));
  }

  /** A trait as a number between bounds. */
  double trait(int number, double low, double high) {
    return Curves.mix(low, high, trait(number));
  }
}
