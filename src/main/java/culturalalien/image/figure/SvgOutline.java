package culturalalien.image.figure;

import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The filled shapes of an SVG file as one silhouette. Shapes in white cut out, as they do on paper;
 * strokes, text, pictures and style sheets are not read. No document type is followed, so that no
 * file can make it read another or grow without end.
 */
final class SvgOutline {

  private static final String SVG = "http://www.w3.org/2000/svg";

  /** More sides than a silhouette needs; the union of as many takes about a second. */
  private static final int MOST_SIDES = 20_000;

  /** A larger drawing has lost its small parts to rounding. */
  private static final double LARGEST = 1e9;

  private final Deque<SvgStyle> styles = new ArrayDeque<>();
  private final List<Area> black = new ArrayList<>();
  private Area all = new Area();
  private int sides;
  private boolean strokes;

  private SvgOutline() {}

  /**
   * @throws IllegalArgumentException with the end of a sentence that tells what is wrong
   */
  static Outline read(byte[] file) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader in = factory.createXMLStreamReader(new ByteArrayInputStream(file));
      return new SvgOutline().outline(in);
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
      throw new IllegalArgumentException("it is no well-formed XML, see line " + line, e);
    }
  }

  private Outline outline(XMLStreamReader in) throws XMLStreamException {
    while (in.hasNext()) {
      int event = in.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        start(in);
      } else if (event == XMLStreamReader.END_ELEMENT) {
        styles.pop();
      }
    }
    all.add(union(black));
    if (all.isEmpty()) {
      throw new IllegalArgumentException(
          strokes
              ? "it has only strokes; fill its shapes or turn its strokes into paths"
              : "it has no filled shape");
    }
    return Outline.of(all);
  }

  private void start(XMLStreamReader in) {
    String element = in.getLocalName();
    if (styles.isEmpty() && !element.equals("svg")) {
      throw new IllegalArgumentException("it begins with <" + element + "> and not with <svg>");
    }
    String space = in.getNamespaceURI();
    boolean ours = space == null || space.isEmpty() || space.equals(SVG);
    Function<String, String> attributes = name -> in.getAttributeValue(null, name);
    SvgStyle style =
        (styles.isEmpty() ? SvgStyle.START : styles.peek()).within(element, attributes);
    styles.push(style);
    if (ours && style.shown()) {
      strokes |= element.equals("line") || (style.stroked() && !style.filled());
      Optional<Shape> shape = SvgShapes.shape(element, attributes, style.rule());
      if (shape.isPresent() && style.filled()) {
        put(style.transform().createTransformedShape(shape.get()), style.white());
      }
    }
  }

  private void put(Shape shape, boolean white) {
    for (PathIterator at = shape.getPathIterator(null); !at.isDone(); at.next()) {
      sides++;
    }
    if (sides > MOST_SIDES) {
      throw new IllegalArgumentException(
          "it has more than 20,000 sides; simplify it to a silhouette");
    }
    Rectangle2D box = shape.getBounds2D();
    double far =
        Math.max(
            Math.max(Math.abs(box.getMinX()), Math.abs(box.getMaxX())),
            Math.max(Math.abs(box.getMinY()), Math.abs(box.getMaxY())));
    if (!(far < LARGEST)) {
      throw new IllegalArgumentException("its coordinates lie beyond every measure");
    }
    if (white) {
      all.add(union(black));
      black.clear();
      all.subtract(new Area(shape));
    } else {
      black.add(new Area(shape));
    }
  }

  /** By halves: one after another, each would go through all that came before. */
  private static Area union(List<Area> areas) {
    if (areas.size() < 2) {
      return areas.isEmpty() ? new Area() : areas.get(0);
    }
    int half = areas.size() / 2;
    Area union = union(areas.subList(0, half));
    union.add(union(areas.subList(half, areas.size())));
    return union;
  }
}
