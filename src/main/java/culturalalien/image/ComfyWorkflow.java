package culturalalien.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import culturalalien.io.Http;
import culturalalien.io.Messages;
import culturalalien.io.TextLines;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A workflow of ComfyUI with gaps for what changes from picture to picture. To make one: build it
 * in ComfyUI, write {@code {prompt}} where the prompt belongs, export it in API format (menu
 * Workflow, Export (API)), and in the file put the others, in quotes as every text, where numbers
 * and names stand: {@code "seed": "{seed}"}.
 *
 * <p>The gaps: {@code {prompt}} (a must), {@code {negative}}, {@code {seed}}, {@code {width}},
 * {@code {height}}, {@code {checkpoint}}. A text that is nothing but the gap of a number becomes
 * that number; within a longer text ({@code "a woodcut of {prompt}"}) the value is inserted. Other
 * braces stay as they are. Immutable.
 */
final class ComfyWorkflow {

  private static final Pattern GAP =
      Pattern.compile("\\{(prompt|negative|seed|width|height|checkpoint)\\}");
  private static final String INPUTS = "inputs";

  private final JsonNode nodes;

  private ComfyWorkflow(JsonNode nodes) {
    this.nodes = nodes;
  }

  /** The library's own: text to image with any all-in-one checkpoint; leaves no file behind. */
  static ComfyWorkflow plain() {
    try (InputStream in = ComfyWorkflow.class.getResourceAsStream("comfyui-workflow.json")) {
      return new ComfyWorkflow(Http.JSON.readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads an artist's own.
   *
   * @throws IllegalArgumentException with one sentence if it is none
   */
  static ComfyWorkflow read(Path file) {
    JsonNode nodes;
    try {
      nodes = Http.JSON.readTree(TextLines.text(file));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the workflow " + file + " cannot be read: " + Messages.of(e), e);
    }
    if (nodes.path("nodes").isArray()) {
      throw new IllegalArgumentException(
          "the workflow " + file + " is in the editor's format; export it with Export (API)");
    }
    boolean sound = nodes.isObject() && !nodes.isEmpty();
    for (JsonNode node : nodes) {
      sound &= node.path("class_type").isTextual() && node.path(INPUTS).isObject();
    }
    if (!sound) {
      throw new IllegalArgumentException(
          "the workflow " + file + " is none of ComfyUI's; export it there with Export (API)");
    }
    ComfyWorkflow workflow = new ComfyWorkflow(nodes);
    if (!workflow.wants("prompt")) {
      throw new IllegalArgumentException(
          "the workflow " + file + " has no place for the prompt; write {prompt} where it belongs");
    }
    return workflow;
  }

  /** Whether a gap of this name is in it. */
  boolean wants(String gap) {
    for (JsonNode node : nodes) {
      if (node.path(INPUTS).toString().contains("{" + gap + "}")) {
        return true;
      }
    }
    return false;
  }

  /** With every gap filled; the values hold one for each name. */
  ComfyWorkflow filled(Map<String, JsonNode> values) {
    JsonNode copy = nodes.deepCopy();
    for (JsonNode node : copy) {
      fill(node.path(INPUTS), values);
    }
    return new ComfyWorkflow(copy);
  }

  private static JsonNode fill(JsonNode tree, Map<String, JsonNode> values) {
    if (tree instanceof ObjectNode object) {
      object.properties().forEach(field -> field.setValue(fill(field.getValue(), values)));
    } else if (tree instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, fill(array.get(i), values));
      }
    } else if (tree.isTextual()) {
      Matcher gap = GAP.matcher(tree.textValue());
      return gap.matches()
          ? values.get(gap.group(1))
          : TextNode.valueOf(
              gap.replaceAll(g -> Matcher.quoteReplacement(values.get(g.group(1)).asText())));
    }
    return tree;
  }

  /** The nodes by their numbers, as ComfyUI takes them; not to be changed. */
  JsonNode nodes() {
    return nodes;
  }

  /** "node 4 (KSampler)", in the words of the file only; "a node" for one that is not in it. */
  String describe(String number) {
    JsonNode node = nodes.path(number);
    return node.isMissingNode() ? "a node" : "node " + number + " (" + type(number) + ")";
  }

  /** The kind of a node, "" for one that is not in it. */
  String type(String number) {
    return nodes.path(number).path("class_type").asText("");
  }

  /** What a node is given, as text; "" for a node or an input that is not in it. */
  String input(String number, String input) {
    return nodes.path(number).path(INPUTS).path(input).asText("");
  }
}
