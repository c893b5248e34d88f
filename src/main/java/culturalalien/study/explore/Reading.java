package culturalalien.study.explore;

import culturalalien.study.explore.Jury.Verdict;
import java.util.List;

/**
 * A run as the yardsticks see it.
 *
 * @param joined the concepts that joined, in order; at least one
 * @param vectors what they mean, of length 1
 * @param start what the run's start means, of length 1
 * @param others what joined in the runs of the same sampler from other starts
 * @param verdicts of the jury on the run's works
 * @param epsilon within which two concepts are the same ground
 * @param numbers of those that joined in the jury's vocabulary; −1 for none
 * @param logProbs natural logarithm of how typical the jury finds each concept by itself
 */
record Reading(
    List<String> joined,
    float[][] vectors,
    float[] start,
    List<List<String>> others,
    List<Verdict> verdicts,
    double epsilon,
    int[] numbers,
    float[] logProbs) {}
