/**
 * The models behind the sketch: a bundle on disk, loaded on a device, asked by one background
 * worker for everybody. Read {@link culturalalien.scoring.Scorer} first, then {@link
 * culturalalien.scoring.ScoringService}; {@link culturalalien.scoring.ModelBundle} is what lies on
 * the disk. A server for others is in {@link culturalalien.scoring.server.ScoringServer}, its
 * client in {@link culturalalien.scoring.remote.FailoverScorer}.
 */
package culturalalien.scoring;
