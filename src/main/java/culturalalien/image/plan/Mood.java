package culturalalien.image.plan;

/** How a picture feels: how calm, how dense and how ordered it is. */
public enum Mood implements Term {
  CALM,
  SOLEMN,
  TENSE,
  JOYFUL,
  PLAYFUL,
  EERIE
}
