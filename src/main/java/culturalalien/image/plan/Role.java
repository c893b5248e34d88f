package culturalalien.image.plan;

/** What a concept does in a picture. */
public enum Role implements Term {
  /** It is what the picture shows. */
  FIGURE,

  /** It is the land, water or room behind. */
  GROUND,

  /** It fills the air. */
  WEATHER,

  /** It gives the colours and the rhythm. */
  COLOUR,

  /** It is repeated all over something. */
  PATTERN,

  /** It runs around the border. */
  FRAME,

  /** It stands only in the words. */
  TITLE
}
