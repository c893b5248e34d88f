package culturalalien.image.figure;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * What an SVG element hands on to those within.
 *
 * @param transform to the drawing's own measure
 * @param fill what shapes are filled with, in small letters
 * @param stroked whether their contours are drawn
 * @param rule of {@link Path2D}
 * @param shown whether they are seen at all
 */
record SvgStyle(AffineTransform transform, String fill, boolean stroked, int rule, boolean shown) {

  static final SvgStyle START =
      new SvgStyle(new AffineTransform(), "black", false, Path2D.WIND_NON_ZERO, true);

  /** What these hold is seen only where something else refers to it, or is no shape. */
  private static final Set<String> UNSEEN =
      Set.of(
          "defs",
          "symbol",
          "clippath",
          "mask",
          "marker",
          "pattern",
          "metadata",
          "lineargradient",
          "radialgradient",
          "filter",
          "foreignobject");

  private static final Set<String> WHITE =
      Set.of("white", "#fff", "#ffffff", "rgb(255,255,255)", "rgb(100%,100%,100%)");

  /** For an element within one of this style. */
  SvgStyle within(String element, Function<String, String> attributes) {
    if (!shown) {
      return this;
    }
    AffineTransform to = new AffineTransform(transform);
    String change = attributes.apply("transform");
    if (change != null) {
      to.concatenate(SvgTransform.parse(change));
    }
    String ruled = property("fill-rule", attributes, "inherit");
    boolean clear =
        zero(property("opacity", attributes, "1"))
            || zero(property("fill-opacity", attributes, "1"));
    String filled = property("fill", attributes, "inherit");
    String line = property("stroke", attributes, "inherit");
    boolean seen =
        !property("display", attributes, "inline").equals("none")
            && !property("visibility", attributes, "visible").equals("hidden")
            && !UNSEEN.contains(element.toLowerCase(Locale.ROOT));
    return new SvgStyle(
        to,
        clear ? "none" : filled.equals("inherit") ? fill : filled,
        line.equals("inherit") ? stroked : !line.equals("none"),
        ruled.equals("inherit")
            ? rule
            : ruled.equals("evenodd") ? Path2D.WIND_EVEN_ODD : Path2D.WIND_NON_ZERO,
        seen);
  }

  boolean filled() {
    return !fill.equals("none") && !fill.equals("transparent");
  }

  /** Whether it is the colour of the paper, with which drawings cover what is below. */
  boolean white() {
    return WHITE.contains(fill.replace(" ", ""));
  }

  /** A property's last declaration in the style, else the attribute of its name. */
  private static String property(
      String name, Function<String, String> attributes, String otherwise) {
    String found = attributes.apply(name);
    String style = attributes.apply("style");
    if (style != null) {
      for (String declaration : style.split(";")) {
        int colon = declaration.indexOf(':');
        if (colon > 0 && declaration.substring(0, colon).strip().equals(name)) {
          found = declaration.substring(colon + 1).replace("!important", "");
        }
      }
    }
    return found == null ? otherwise : found.strip().toLowerCase(Locale.ROOT);
  }

  private static boolean zero(String opacity) {
    return opacity.matches("0*\\.?0*%?") && !opacity.isEmpty();
  }
}
