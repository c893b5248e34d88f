package culturalalien.image.studio;

import culturalalien.image.plan.Medium;

/** Which technique makes a medium look like itself. */
final class Hands {

  private Hands() {}

  static Hand of(Medium medium, Stage stage, Motif scene) throws InterruptedException {
    return switch (medium) {
      case OIL -> new Oil(stage, new Study(scene, stage.frame()));
      case ETCHING, LITHOGRAPH, BLUEPRINT, PLOTTER, CHALKBOARD, PENCIL, CHARCOAL, TINTYPE ->
          new Engraving(stage, new Study(scene, stage.frame()));
      case POINTS, PASTEL -> new Points(stage, new Study(scene, stage.frame()));
      case WATERCOLOUR, INK -> new Watercolour(stage, new Study(scene, stage.frame()));
      case STAINED_GLASS, MOSAIC, TILES, QUILT ->
          new Facets(stage, new Study(scene, stage.frame()));
      case TAPESTRY, EMBROIDERY -> new Tapestry(stage, new Study(scene, stage.frame()));
      case WOODCUT, LINOCUT, SCREENPRINT, RISOGRAPH, MONOTYPE -> new Print(stage, scene);
      case GOUACHE, TEMPERA, FRESCO, CYANOTYPE, COLLAGE, CUT_PAPER, RELIEF, LACQUER ->
          new Glaze(stage, scene);
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
}
