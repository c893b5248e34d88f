package culturalalien.image.plan;

/** What a picture is made of, and how: each has a technique of its own in the offline painter. */
public enum Medium implements Term {
  OIL,
  GOUACHE,
  WATERCOLOUR,
  INK,
  CHARCOAL,
  PASTEL,
  PENCIL,
  TEMPERA,
  FRESCO,
  WOODCUT,
  LINOCUT,
  ETCHING,
  LITHOGRAPH,
  SCREENPRINT,
  RISOGRAPH,
  MONOTYPE,
  CYANOTYPE,
  TINTYPE,
  COLLAGE,
  CUT_PAPER,
  MOSAIC,
  STAINED_GLASS,
  TAPESTRY,
  EMBROIDERY,
  QUILT,
  TILES,
  BLUEPRINT,
  PLOTTER,
  CHALKBOARD,
  RELIEF,
  POINTS,
  LACQUER;

  /** Whether it knows light and dark, and of colour no more than a tint of its own. */
  public boolean isMonochrome() {
    return switch (this) {
      case INK, CHARCOAL, ETCHING, CYANOTYPE, TINTYPE, TILES, BLUEPRINT, PLOTTER, RELIEF -> true;
      default -> false;
    };
  }
}
