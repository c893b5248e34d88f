package culturalalien.agent;

import com.fasterxml.jackson.databind.JsonNode;
import culturalalien.image.plan.Arrangement;
import culturalalien.image.plan.Format;
import culturalalien.image.plan.Light;
import culturalalien.image.plan.Medium;
import culturalalien.image.plan.Mood;
import culturalalien.image.plan.Relation;
import culturalalien.image.plan.Role;
import culturalalien.image.plan.Term;
import culturalalien.image.plan.Viewpoint;
import culturalalien.image.plan.Weather;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The plan in a language model's answer, read leniently: what is missing or no legal word is left
 * to be drawn, and no answer is refused for it.
 */
final class PlanAnswer {

  private static final int LEAST_COLORS = 2;
  private static final int MOST_COLORS = 8;

  private PlanAnswer() {}

  /** The words that a plan may say, by field; for the model. */
  static Map<String, List<String>> words() {
    Map<String, List<String>> words = new LinkedHashMap<>();
    words.put("medium", words(Medium.class));
    words.put("viewpoint", words(Viewpoint.class));
    words.put("arrangement", words(Arrangement.class));
    words.put("light", words(Light.class));
    words.put("weather", words(Weather.class));
    words.put("format", words(Format.class));
    words.put("mood", words(Mood.class));
    words.put("relation", words(Relation.class));
    words.put("role", words(Role.class));
    return words;
  }

  /** A plan's form as a JSON schema. */
  static Map<String, Object> form() {
    Map<String, Object> text = Map.of("type", "string");
    Map<String, Object> properties = new LinkedHashMap<>();
    words()
        .forEach((field, words) -> properties.put(field, Map.of("type", "string", "enum", words)));
    Map<String, Object> part = object(Map.of("concept", text, "role", properties.remove("role")));
    properties.put("parts", Map.of("type", "array", "items", part));
    properties.put("palette", Map.of("type", "array", "items", text));
    return object(properties);
  }

  private static Map<String, Object> object(Map<String, Object> properties) {
    return Map.of(
        "type",
        "object",
        "properties",
        properties,
        "required",
        List.copyOf(properties.keySet()),
        "additionalProperties",
        false);
  }

  private static <T extends Enum<T> & Term> List<String> words(Class<T> type) {
    return Arrays.stream(type.getEnumConstants()).map(Term::word).toList();
  }

  /** As much of a plan as an answer holds. */
  static Wanted read(JsonNode answer) {
    JsonNode plan = answer.path("plan");
    return new Wanted(
        roles(plan.path("parts")),
        term(plan, "relation", Relation.class),
        term(plan, "medium", Medium.class),
        term(plan, "viewpoint", Viewpoint.class),
        term(plan, "arrangement", Arrangement.class),
        term(plan, "light", Light.class),
        term(plan, "weather", Weather.class),
        term(plan, "format", Format.class),
        term(plan, "mood", Mood.class),
        palette(plan.path("palette")));
  }

  private static <T extends Enum<T> & Term> T term(JsonNode plan, String field, Class<T> type) {
    return Term.of(type, plan.path(field).asText("")).orElse(null);
  }

  private static Map<String, Role> roles(JsonNode named) {
    Map<String, Role> roles = new LinkedHashMap<>();
    for (JsonNode part : named) {
      Term.of(Role.class, part.path("role").asText(""))
          .ifPresent(role -> roles.put(Brief.key(part.path("concept").asText("")), role));
    }
    return roles;
  }

  private static List<String> palette(JsonNode named) {
    List<String> colors = new ArrayList<>();
    for (JsonNode color : named) {
      if (color.asText().matches("#[0-9a-fA-F]{6}") && colors.size() < MOST_COLORS) {
        colors.add(color.asText());
      }
    }
    return colors.size() < LEAST_COLORS ? null : colors;
  }
}
