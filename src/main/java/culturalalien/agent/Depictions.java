package culturalalien.agent;

import culturalalien.image.figure.Figures;
import culturalalien.image.figure.Figures.Match;
import java.util.List;

/** Which silhouettes can stand for a concept. Safe from any thread. */
interface Depictions {

  /**
   * The best of them.
   *
   * @param vector what the concept means; 384 numbers, none if nothing is known
   * @return the best first; empty if nothing depicts it
   */
  List<Match> matches(String concept, float[] vector, int most);

  /** Those that come with the library. */
  static Depictions shipped() {
    return Figures.shipped()::matches;
  }
}
