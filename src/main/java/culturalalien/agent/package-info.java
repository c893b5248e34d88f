/**
 * The loop from concept to work and back: inspire, compose, paint, judge, curate, and write all of
 * it down. Read {@link culturalalien.agent.AgentLoop} first, then {@link
 * culturalalien.agent.Compositor} with its prompts, {@link culturalalien.agent.NoveltyMemory},
 * which judges, and {@link culturalalien.agent.Event}, what a run consists of. What a work is to
 * show is decided by the Planner before the Wording says it. A run that no longer brings anything
 * new is told so: FailureSigns.
 */
package culturalalien.agent;
