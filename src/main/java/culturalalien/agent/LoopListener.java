package culturalalien.agent;

/** Hears of everything that happens in a loop, on the loop's thread: be quick. */
public interface LoopListener {

  /** A concept joined the pool; {@code coherence} and {@code typicality} as the step found them. */
  void conceptAdded(Event.Named concept, float coherenceNll, float contextNll);

  /** A concept left the pool. */
  void conceptRemoved(String name, String reason);

  void promptComposed(Prompt prompt);

  void artworkFinished(Work work);

  /** A run goes on that had made works before; this was the last of them. */
  void resumed(Work last);

  /** One sentence that the artist should know, each once. */
  void warning(String sentence);
}
