package culturalalien.study.judge;

import culturalalien.study.judge.Judgement.Shown;

/**
 * Two things beside each other, and what is asked about them.
 *
 * @param question by its name
 * @param left of another condition than {@code right}
 */
record Pair(String question, Shown left, Shown right) {

  static Pair of(Judgement judgement) {
    return new Pair(judgement.question(), judgement.left(), judgement.right());
  }
}
