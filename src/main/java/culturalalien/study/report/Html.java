package culturalalien.study.report;

import java.util.Base64;
import java.util.Collection;
import java.util.stream.Collectors;
import org.apache.commons.text.StringEscapeUtils;

/** Pieces of a page that is well-formed XML too. */
final class Html {

  private Html() {}

  /** Text, harmless between tags and within quotes. */
  static String text(String text) {
    return StringEscapeUtils.escapeXml11(text);
  }

  static String element(String name, String content) {
    return "<" + name + ">" + content + "</" + name + ">";
  }

  /**
   * @param attributes such as {@code class="x"}, escaped already
   */
  static String element(String name, String attributes, String content) {
    return "<" + name + " " + attributes + ">" + content + "</" + name + ">";
  }

  /** A picture inside the page. */
  static String image(byte[] bytes, String type, String alt, String attributes) {
    String data = Base64.getEncoder().encodeToString(bytes);
    return "<img src=\"data:image/%s;base64,%s\" alt=\"%s\" %s/>"
        .formatted(type, data, text(alt), attributes);
  }

  /** Where the numbers are. */
  static String data(Collection<String> files) {
    return files.stream()
        .map(file -> "<a href=\"data/" + file + "\">data/" + file + "</a>")
        .collect(Collectors.joining(", ", "<p class=\"data\">Numbers: ", "</p>\n"));
  }

  static String figure(Figure figure) {
    StringBuilder images = new StringBuilder();
    for (int i = 0; i < figure.pngs().size(); i++) {
      String shown = i == 0 ? figure.finding() : "Part " + (i + 1) + ".";
      images.append(
          image(
              figure.pngs().get(i),
              "png",
              figure.alt() + " " + shown,
              "width=\"" + Panels.WIDTH + "\""));
    }
    return element(
        "section",
        "id=\"" + figure.id() + "\"",
        element("h2", text(figure.heading()))
            + element(
                "figure",
                images
                    + element(
                        "figcaption",
                        element("p", "class=\"finding\"", text(figure.finding()))
                            + element("p", text(figure.caption()))
                            + data(figure.data()))));
  }
}
