package culturalalien.study.rank;

import culturalalien.study.rank.Duel.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Who beat whom how often. Conditions are numbered in the order in which they were named first.
 * Owned by one thread.
 */
public final class Tally {

  private final List<String> names = new ArrayList<>();

  /** [i][j]: how often i was preferred to j. */
  private double[][] wins = new double[0][0];

  /** [i][j] and [j][i]: how often neither was. */
  private double[][] ties = new double[0][0];

  /** An empty tally. */
  public Tally() {}

  /** A tally of conditions that may never meet. */
  public Tally(List<String> names) {
    names.forEach(this::join);
  }

  /** Counts an answer; an unknown name becomes a new condition. */
  public void add(String a, String b, Outcome outcome) {
    int i = join(a);
    int j = join(b);
    switch (outcome) {
      case A -> add(i, j, 1, 0);
      case B -> add(j, i, 1, 0);
      case TIE -> add(i, j, 0, 1);
    }
  }

  /** Adds wins of i over j, and ties of the two; parts of a game are allowed. */
  void add(int i, int j, double won, double tied) {
    wins[i][j] += won;
    ties[i][j] += tied;
    ties[j][i] += tied;
  }

  /** Adds all counts of a tally of the same conditions, so many times. */
  void add(Tally other, int times) {
    for (int i = 0; i < size(); i++) {
      for (int j = 0; j < size(); j++) {
        wins[i][j] += times * other.wins[i][j];
        ties[i][j] += times * other.ties[i][j];
      }
    }
  }

  /** Conditions, by number. */
  public List<String> names() {
    return List.copyOf(names);
  }

  /** A condition's number; −1 for a name that is none. */
  public int number(String name) {
    return names.indexOf(name);
  }

  /** How many conditions there are. */
  public int size() {
    return names.size();
  }

  /** How often i was preferred to j. */
  double wins(int i, int j) {
    return wins[i][j];
  }

  /** How often neither of i and j was preferred. */
  double ties(int i, int j) {
    return ties[i][j];
  }

  /** How often i and j met. */
  double games(int i, int j) {
    return wins[i][j] + wins[j][i] + ties[i][j];
  }

  /** How often i was preferred. */
  double wins(int i) {
    return Arrays.stream(wins[i]).sum();
  }

  /** How often i met one that was neither better nor worse. */
  double ties(int i) {
    return Arrays.stream(ties[i]).sum();
  }

  /** How often i met any other. */
  double games(int i) {
    double sum = 0;
    for (int j = 0; j < size(); j++) {
      sum += games(i, j);
    }
    return sum;
  }

  /** All games. */
  double games() {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      sum += games(i);
    }
    return sum / 2;
  }

  /** All games that were ties. */
  double ties() {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      sum += ties(i);
    }
    return sum / 2;
  }

  /** Games of the pair that met least often; 0 if there is no pair. */
  double fewest() {
    double fewest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < size(); i++) {
      for (int j = 0; j < i; j++) {
        fewest = Math.min(fewest, games(i, j));
      }
    }
    return size() < 2 ? 0 : fewest;
  }

  /** A condition's number, new if need be. */
  private int join(String name) {
    int number = number(name);
    if (number >= 0) {
      return number;
    }
    names.add(name);
    wins = grown(wins);
    ties = grown(ties);
    return names.size() - 1;
  }

  private double[][] grown(double[][] counts) {
    double[][] grown = new double[size()][size()];
    for (int i = 0; i < counts.length; i++) {
      System.arraycopy(counts[i], 0, grown[i], 0, counts.length);
    }
    return grown;
  }
}
