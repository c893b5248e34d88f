/**
 * The scoring server: models on one machine for every sketch in the room. Read {@link
 * culturalalien.scoring.server.ScoringServer} first, then {@link
 * culturalalien.scoring.server.ServedModel}, what can be asked; the messages are in {@link
 * culturalalien.scoring.protocol.InferenceRequest}.
 */
package culturalalien.scoring.server;
