package culturalalien.image.plan;

/** Where in a picture its things are. */
public enum Arrangement implements Term {
  CENTRE,
  ASIDE,
  LOW,
  HIGH,
  DIAGONAL,
  TRIANGLE,
  SYMMETRY,
  RING,
  SPIRAL,
  GRID,
  COLUMN,
  SCATTER,
  CROWD
}
