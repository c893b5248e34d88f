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

  /**
   * What goes with a concept without showing it, such as a ship with the sea: for a theme that
   * would else be shown by the same silhouette again and again.
   */
  default List<Match> near(float[] vector, int most) {
    return List.of();
  }

  /** Those that come with the library. */
  static Depictions shipped() {
    return of(Figures.shipped());
  }

  static Depictions of(Figures figures) {
    return new Depictions() {
      @Override
      public List<Match> matches(String concept, float[] vector, int most) {
        return figures.matches(concept, vector, most);
      }

      @Override
      public List<Match> near(float[] vector, int most) {
        return figures.near(vector, most);
      }
    };
  }
}
