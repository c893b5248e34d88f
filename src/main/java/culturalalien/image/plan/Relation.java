package culturalalien.image.plan;

/** What the first figure of a picture has to do with the second. */
public enum Relation implements Term {
  /** There is no second figure. */
  ALONE,

  /** Next to each other, of a size. */
  BESIDE,

  /** The first stands in the second. */
  IN,

  /** The first stands on top of the second. */
  ON,

  /** The first stands under the second. */
  UNDER,

  /** The first throws the second's shape as its reflection. */
  REFLECTED,

  /** The second's shapes make a frame around the first. */
  FRAMED,

  /** The first is seen through the second's outline. */
  THROUGH,

  /** The first's outline is filled with many of the second. */
  MADE_OF,

  /** The first is as large as a hill beside many of the second. */
  SCALE,

  /** The second, repeated, is the wall or cloth behind the first. */
  PATTERN
}
