package culturalalien.image.plan;

/** The light of a picture. */
public enum Light implements Term {
  NOON,
  OVERCAST,
  DAWN,
  DUSK,
  MOON,
  LAMP,
  BACKLIGHT,
  SIDE,
  STORM,
  NEON
}
