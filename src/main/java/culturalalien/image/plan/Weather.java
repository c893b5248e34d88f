package culturalalien.image.plan;

/** What the air of a picture is full of. */
public enum Weather implements Term {
  CLEAR,
  RAIN,
  SNOW,
  FOG,
  WIND,
  STORM,
  BLOSSOM,
  LEAVES,
  STARS
}
