/**
 * A scoring server as a sketch uses it. Read {@link culturalalien.scoring.remote.FailoverScorer}
 * first, what a sketch holds; {@link culturalalien.scoring.remote.RemoteScorer} is the server while
 * it answers.
 */
package culturalalien.scoring.remote;
