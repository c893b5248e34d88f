package culturalalien.agent;

/**
 * Hears of everything that happens in a loop, on the loop's thread: be quick. Each method does
 * nothing by default.
 */
public interface LoopListener {

  /** A concept joined the pool. */
  default void conceptAdded(Suggested suggested) {}

  /** A concept left the pool. */
  default void conceptRemoved(String name, String reason) {}

  /** Works begin that have medium, palette and a theme in common. */
  default void periodBegan(Event.Period period) {}

  default void promptComposed(Prompt prompt) {}

  default void artworkFinished(Work work) {}

  /** A run goes on that had made works before; this was the last of them. */
  default void resumed(Work last) {}

  /** One sentence that the artist should know, each time that it begins. */
  default void warning(String sentence) {}
}
