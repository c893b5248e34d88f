package culturalalien.image.plan;

/** From where a picture is seen, which decides how its space is built. */
public enum Viewpoint implements Term {
  /** Standing before it: ground below, air above. */
  LEVEL,

  /** A low, far horizon under a great sky. */
  WIDE,

  /** Straight down, as on a map. */
  ABOVE,

  /** Looking up: the horizon is out of the picture or at its foot. */
  BELOW,

  /** So near that what is shown fills the picture. */
  CLOSE,

  /** A room: floor, wall, and what light comes in. */
  INTERIOR,

  /** A band from edge to edge, without depth. */
  FRIEZE,

  /** Through an opening that frames it. */
  WINDOW,

  /** Over still water that doubles it. */
  REFLECTION
}
