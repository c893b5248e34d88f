/**
 * The loop that makes works: inspire, compose, paint, judge, curate. Read {@link
 * culturalalien.agent.NoveltyMemory} first: how new a work is beside the earlier ones of its run.
 */
package culturalalien.agent;
