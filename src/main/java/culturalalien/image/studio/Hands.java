package culturalalien.image.studio;

import culturalalien.image.plan.Medium;

/** Which technique makes a medium look like itself: each has its own. */
final class Hands {

  private Hands() {}

  static Hand of(Medium medium, Stage stage, Motif scene) throws InterruptedException {
    Study study = new Study(scene, stage.frame());
    return switch (medium) {
      case OIL -> new Oil(stage, study);
      case GOUACHE -> new Gouache(stage, study);
      case WATERCOLOUR -> new Watercolour(stage, study);
      case INK -> new Ink(stage, study);
      case CHARCOAL -> new Charcoal(stage, study);
      case PASTEL -> new Pastel(stage, study);
      case PENCIL -> new Pencil(stage, study);
      case TEMPERA -> new Tempera(stage, study);
      case FRESCO -> new Fresco(stage, study);
      case WOODCUT -> new Woodcut(stage, study);
      case LINOCUT -> new Linocut(stage, study);
      case ETCHING -> new Etching(stage, study);
      case LITHOGRAPH -> new Lithograph(stage, study);
      case SCREENPRINT -> new Screenprint(stage, study);
      case RISOGRAPH -> new Risograph(stage, study);
      case MONOTYPE -> new Monotype(stage, study);
      case CYANOTYPE -> new Cyanotype(stage, study);
      case TINTYPE -> new Tintype(stage, study);
      case COLLAGE -> new Collage(stage, study);
      case CUT_PAPER -> new CutPaper(stage, study);
      case MOSAIC -> new Mosaic(stage, study);
      case STAINED_GLASS -> new StainedGlass(stage, study);
      case TAPESTRY -> new Tapestry(stage, study);
      case EMBROIDERY -> new Embroidery(stage, study);
      case QUILT -> new Quilt(stage, study);
      case TILES -> new GlazedTiles(stage, study);
      case BLUEPRINT -> new Blueprint(stage, study);
      case PLOTTER -> new Plotter(stage, study);
      case CHALKBOARD -> new Chalkboard(stage, study);
      case RELIEF -> new Relief(stage, study);
      case POINTS -> new Points(stage, study);
      case LACQUER -> new Lacquer(stage, study);
    };
  }

  /** The medium of a hand that the concepts' meaning called for, where nobody planned one. */
  static Medium medium(String hand) {
    return switch (hand) {
      case "glaze" -> Medium.GOUACHE;
      case "engraving" -> Medium.ETCHING;
      case "print" -> Medium.SCREENPRINT;
      case "facets" -> Medium.STAINED_GLASS;
      case "thread" -> Medium.TAPESTRY;
      case "points" -> Medium.POINTS;
      case "watercolour" -> Medium.WATERCOLOUR;
      default -> Medium.OIL;
    };
  }

  /** How much of a difference in hue a medium shows, 0 to 1: some know hardly more than tones. */
  static double sees(Medium medium) {
    boolean few =
        switch (medium) {
          case LACQUER, WOODCUT, LINOCUT, CHALKBOARD, LITHOGRAPH, SCREENPRINT, MONOTYPE -> true;
          default -> medium.isMonochrome();
        };
    return few ? 0.2 : 1;
  }
}
