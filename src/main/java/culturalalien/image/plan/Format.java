package culturalalien.image.plan;

/** The outline of what is painted on the sheet. */
public enum Format implements Term {
  FULL,
  MARGIN,
  CIRCLE,
  ARCH,
  DIPTYCH
}
