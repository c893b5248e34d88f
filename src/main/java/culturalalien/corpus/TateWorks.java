package culturalalien.corpus;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import culturalalien.corpus.MuseumWork.Artist;
import culturalalien.corpus.MuseumWork.Subject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads one artwork file of the Tate. */
final class TateWorks {
  /** The branch under which an artwork's art movements join its subjects. */
  static final String MOVEMENTS = "movements";

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private TateWorks() {}

  /**
   * @throws IllegalArgumentException if the text is not an artwork in the museum's form, with the
   *     reason
   */
  static MuseumWork parse(byte[] json) {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (IOException e) {
      throw new IllegalArgumentException(Failures.reason(e), e);
    }
    if (!root.isObject()) {
      throw new IllegalArgumentException("not a JSON object");
    }
    var subjects = new ArrayList<Subject>();
    JsonNode tree = root.path("subjects");
    if (!tree.isMissingNode() && !tree.isNull() && !tree.isObject()) {
      throw new IllegalArgumentException("\"subjects\" is not a tree");
    }
    for (JsonNode top : list(tree, "children")) {
      leaves(name(top), top, subjects);
    }
    for (JsonNode movement : list(root, "movements")) {
      subjects.add(new Subject(MOVEMENTS, name(movement)));
    }
    return new MuseumWork(text(root, "acno"), artists(root), subjects);
  }

  private static void leaves(String branch, JsonNode node, List<Subject> subjects) {
    for (JsonNode child : list(node, "children")) {
      if (list(child, "children").isEmpty()) {
        subjects.add(new Subject(branch, name(child)));
      } else {
        leaves(branch + " > " + name(child), child, subjects);
      }
    }
  }

  private static List<Artist> artists(JsonNode root) {
    var artists = new ArrayList<Artist>();
    for (JsonNode person : list(root, "contributors")) {
      if (person.path("role").asText().equals("artist")) {
        if (!person.path("id").canConvertToLong()) {
          throw new IllegalArgumentException("an artist without a number as \"id\"");
        }
        artists.add(
            new Artist(
                person.get("id").asLong(), text(person, "fc"), person.path("date").asText("")));
      }
    }
    return artists;
  }

  private static String name(JsonNode node) {
    return text(node, "name");
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isTextual() || value.asText().isBlank()) {
      throw new IllegalArgumentException("no text as \"" + field + "\"");
    }
    return value.asText().strip();
  }

  /** An absent list is an empty one; something else in its place is an error. */
  private static JsonNode list(JsonNode node, String field) {
    JsonNode list = node.path(field);
    if (!list.isArray() && !list.isMissingNode() && !list.isNull()) {
      throw new IllegalArgumentException("\"" + field + "\" is not a list");
    }
    return list;
  }
}
