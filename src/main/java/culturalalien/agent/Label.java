package culturalalien.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import culturalalien.image.PngText;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a work's picture says of itself: the journal's line as JSON in its text "Cultural Alien", so
 * that a picture alone can be read back into a journal.
 *
 * @param vocabulary of the run, as {@link Event.Started} has it
 */
record Label(Event.Made made, String vocabulary) {

  private static final String KEYWORD = "Cultural Alien";
  private static final String VOCABULARY = "vocabulary";

  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** A PNG with the label within. */
  byte[] on(byte[] png) throws IOException {
    ObjectNode text = JSON.valueToTree(made);
    text.put(VOCABULARY, vocabulary);
    return PngText.with(png, KEYWORD, JSON.writeValueAsString(text));
  }

  /** The label of a picture; empty if it has none that can be read. */
  static Optional<Label> of(Path picture) throws IOException {
    Optional<String> text;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(picture))) {
      text = PngText.read(in, KEYWORD);
    }
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      JsonNode label = JSON.readTree(text.get());
      return JSON.treeToValue(label, Event.class) instanceof Event.Made made
          ? Optional.of(new Label(made, label.path(VOCABULARY).asText("")))
          : Optional.empty();
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
