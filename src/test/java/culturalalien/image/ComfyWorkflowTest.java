package culturalalien.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import culturalalien.io.Heard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComfyWorkflowTest {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Map<String, JsonNode> VALUES =
      Map.of(
          "prompt", NODES.textNode("say \"$1\" {seed}\\"),
          "negative", NODES.textNode(""),
          "seed", NODES.numberNode(4294967295L),
          "width", NODES.numberNode(640),
          "height", NODES.numberNode(480),
          "checkpoint", NODES.textNode("x.ckpt"));

  @TempDir private Path folder;

  private ComfyWorkflow read(String content) throws Exception {
    return ComfyWorkflow.read(Files.writeString(folder.resolve("flow.json"), content));
  }

  private static String node(String inputs) {
    return "{\"3\":{\"class_type\":\"Any\",\"inputs\":{" + inputs + "}}}";
  }

  @Test
  void gapsAreFilledOnceAndAsWhatTheyAre() throws Exception {
    ComfyWorkflow workflow =
        read(
            node(
                "\"a\":\"a woodcut of {prompt}, {width}x{height}\",\"b\":\"{seed}\","
                    + "\"c\":[\"{width}\",{\"d\":\"{height}\"}],\"e\":\"{red|blue} {other}\","
                    + "\"f\":[\"3\",0],\"g\":\"{negative}\""));
    JsonNode inputs = workflow.filled(VALUES).nodes().at("/3/inputs");
    assertEquals("a woodcut of say \"$1\" {seed}\\, 640x480", inputs.get("a").textValue());
    assertEquals(4294967295L, inputs.get("b").numberValue());
    assertEquals(640, inputs.at("/c/0").numberValue());
    assertEquals(480, inputs.at("/c/1/d").numberValue());
    assertEquals("{red|blue} {other}", inputs.get("e").textValue());
    assertEquals("[\"3\",0]", inputs.get("f").toString());
    assertEquals("", inputs.get("g").textValue());
    assertEquals("{seed}", workflow.input("3", "b"), "the workflow itself has changed");
  }

  @Test
  void aWorkflowSavedWithAByteOrderMarkIsRead() throws Exception {
    assertTrue(read("\uFEFF" + node("\"a\":\"{prompt}\"")).wants("prompt"));
  }

  @Test
  void thePlainWorkflowHasEveryGap() {
    ComfyWorkflow plain = ComfyWorkflow.plain();
    VALUES.keySet().forEach(gap -> assertTrue(plain.wants(gap), gap));
    ComfyWorkflow filled = plain.filled(VALUES);
    VALUES.keySet().stream()
        .filter(gap -> !gap.equals("seed")) // The prompt itself says "{seed}".
        .forEach(gap -> assertFalse(filled.wants(gap), gap));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "{\"nodes\":[],\"links\":[]}; editor's format",
        "{\"3\":{\"inputs\":{}}}; none of ComfyUI's",
        "{}; none of ComfyUI's",
        "[1]; none of ComfyUI's",
        "{\"3\":; JSON is damaged",
        "{\"3\":{\"class_type\":\"A\",\"inputs\":{\"text\":\"sea\"}}}; no place for the prompt"
      })
  void aFileThatIsNoneIsToldWhatItNeeds(String content, String part) {
    var problem = assertThrows(IllegalArgumentException.class, () -> read(content));
    assertTrue(problem.getMessage().contains(part), problem::getMessage);
    assertTrue(problem.getMessage().contains("flow.json"), problem::getMessage);
  }

  @Test
  void aMissingFileIsSaidToBe() {
    List<String> heard =
        Heard.of(() -> new ComfyUI().workflow(folder.resolve("none.json").toString()));
    assertEquals(1, heard.size(), heard::toString);
    assertTrue(heard.get(0).contains("the file does not exist"), heard::toString);
  }
}
