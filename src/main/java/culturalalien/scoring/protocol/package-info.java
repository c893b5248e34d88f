/**
 * The messages between the scoring server and its clients: the Open Inference Protocol, version 2,
 * over REST. Read {@link culturalalien.scoring.protocol.InferenceRequest} first, then {@link
 * culturalalien.scoring.protocol.InferenceTensor}, of which requests and answers are made.
 */
package culturalalien.scoring.protocol;
