package culturalalien.agent;

import java.util.Locale;

/** What an agent is doing. */
public enum Stage {
  LOADING,
  INSPIRING,
  COMPOSING,
  PAINTING,
  JUDGING,
  WAITING,
  PAUSED,
  STOPPED;

  /** As a status line shows it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
