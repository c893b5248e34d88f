package culturalalien.agent;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a language model answered, read leniently (many wrap their JSON in words or code fences) and
 * checked strictly.
 *
 * @param prompt the composition, without a plan; null if something is wrong with it
 * @param wanted as much of its plan as the answer has
 * @param complaints what is wrong, for the model
 * @param reasons the same for people: without anything that the model said
 */
record ChatAnswer(Prompt prompt, Wanted wanted, List<String> complaints, Set<String> reasons) {

  /** Longer ones are no titles or prompts. */
  private static final int LONGEST_TITLE = 100;

  private static final int LONGEST_PROMPT = 2000;
  private static final int LONGEST_RATIONALE = 600;
  private static final int MOST_CONCEPTS = 6;

  /** What a model thinks before it answers; the beginning of it is often left out. */
  private static final Pattern THOUGHTS =
      Pattern.compile("(?is)^.*</(think|thinking|thought|reasoning)>");

  /** No answer is nested deeper, and one that is shall not cost its length at every brace. */
  private static final int DEEPEST = 20;

  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
              .build());

  static ChatAnswer read(String text, Brief brief) {
    JsonNode answer = object(text);
    Check check = new Check(brief, new ArrayList<>(), new LinkedHashSet<>());
    if (answer == null) {
      check.fault(
          "no JSON object could be read in the answer", "its answer was not the JSON asked for");
      return new ChatAnswer(null, Wanted.NOTHING, check.complaints(), check.reasons());
    }
    String title = check.text(answer, "title", LONGEST_TITLE);
    String prompt = check.text(answer, "prompt", LONGEST_PROMPT);
    List<String> concepts = check.concepts(answer);
    check.title(title);
    check.ownWords(prompt);
    if (!check.complaints().isEmpty()) {
      return new ChatAnswer(null, Wanted.NOTHING, check.complaints(), check.reasons());
    }
    String rationale = answer.path("rationale").asText("").strip();
    String why = rationale.substring(0, Math.min(rationale.length(), LONGEST_RATIONALE));
    return new ChatAnswer(
        new Prompt(title, concepts, prompt, why), PlanAnswer.read(answer), List.of(), Set.of());
  }

  /**
   * The answer's JSON object, whatever stands around it: the last that looks like an answer, as
   * drafts come before it; what stands among thoughts only if there is nothing behind them. Null if
   * there is none.
   */
  static JsonNode object(String text) {
    JsonNode answer = last(THOUGHTS.matcher(text).replaceFirst(""));
    return answer == null ? last(text) : answer;
  }

  private static JsonNode last(String text) {
    char[] chars = text.toCharArray();
    JsonNode found = null;
    for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at)) {
      try (JsonParser parser = JSON.createParser(chars, at, chars.length - at)) {
        JsonNode node = JSON.readTree(parser);
        if (!node.isEmpty() && (found == null || isAnswer(node) || !isAnswer(found))) {
          found = node;
        }
        // What is in it is no answer of its own.
        at += (int) parser.currentLocation().getCharOffset();
      } catch (IOException e) {
        // Not the beginning of an object; another brace may be.
        at++;
      }
    }
    return found;
  }

  private static boolean isAnswer(JsonNode node) {
    return node.has("title") && node.has("prompt");
  }

  /** Gathers what is wrong. */
  private record Check(Brief brief, List<String> complaints, Set<String> reasons) {

    private void fault(String complaint, String reason) {
      complaints.add(complaint);
      reasons.add(reason);
    }

    private String text(JsonNode answer, String field, int longest) {
      String text = answer.path(field).isTextual() ? answer.path(field).asText().strip() : "";
      if (text.isEmpty()) {
        fault("\"" + field + "\" is missing", "its answer had no " + field);
      } else if (text.length() > longest) {
        fault(
            "\"" + field + "\" has " + text.length() + " characters, at most " + longest,
            "its " + field + " was too long");
      }
      return text;
    }

    /** The artist's own words and the concepts named, each as the pool spells it. */
    private List<String> concepts(JsonNode answer) {
      Map<String, String> pool =
          brief.choices().stream()
              .map(Ingredient::name)
              .collect(Collectors.toMap(Brief::key, Function.identity(), (a, b) -> a));
      Map<String, String> own =
          brief.own().stream()
              .collect(Collectors.toMap(Brief::key, Function.identity(), (a, b) -> a));
      Set<String> chosen = new LinkedHashSet<>();
      for (JsonNode name : answer.path("concepts_used")) {
        String key = Brief.key(name.asText());
        if (pool.containsKey(key)) {
          chosen.add(pool.get(key));
        } else if (!own.containsKey(key)) {
          fault(
              "\"" + name.asText() + "\" is not in the pool; choose from the pool alone",
              "it named concepts outside the pool");
        }
      }
      if (!pool.isEmpty() && (chosen.isEmpty() || chosen.size() > MOST_CONCEPTS)) {
        fault(
            "\"concepts_used\" names " + chosen.size() + " concepts of the pool; name 2 to 4",
            "it did not choose 2 to 4 concepts");
      }
      List<String> all = new ArrayList<>(brief.own());
      all.addAll(chosen);
      return all;
    }

    private void title(String title) {
      if (brief.usedTitles().contains(title)) {
        fault("the title \"" + title + "\" has been used; find another", "it repeated a title");
      }
    }

    private void ownWords(String prompt) {
      for (String word : brief.own()) {
        if (!Words.stands(word, prompt)) {
          fault(
              "the prompt must hold the artist's words \"" + word + "\" exactly as they are",
              "it altered or dropped the artist's own words");
        }
      }
    }
  }
}
