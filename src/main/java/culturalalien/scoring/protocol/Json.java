package culturalalien.scoring.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import culturalalien.io.ProtocolException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Reads JSON that strangers sent: within limits, nothing twice, nothing after the end. */
public final class Json {

  /** Deepest tensor that is understood, in brackets, with room for the message around it. */
  private static final int DEPTH = 16;

  /** Longest text, in characters; a concept's name has a few dozen. */
  private static final int TEXT = 1000;

  /** Longest number, in digits. */
  private static final int NUMBER = 40;

  /** How much of a text is repeated in a sentence about it. */
  private static final int SHOWN = 60;

  /** How much of another machine's sentence is repeated. */
  private static final int SENTENCE = 300;

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH)
                          .maxStringLength(TEXT)
                          .maxNameLength(TEXT)
                          .maxNumberLength(NUMBER)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** Most tensors in a message: more than any model has. */
  private static final int TENSORS = 64;

  private Json() {}

  /** A factory for messages of our own. */
  static JsonFactory factory() {
    return MAPPER.getFactory();
  }

  /**
   * Reads an object.
   *
   * @throws ProtocolException 400, if it is not one JSON object within the limits
   */
  public static ObjectNode object(byte[] text) throws ProtocolException {
    return object(text, text.length);
  }

  /** As {@link #object(byte[])}, of so many bytes at the beginning. */
  static ObjectNode object(byte[] text, int length) throws ProtocolException {
    JsonNode node;
    try {
      node = MAPPER.readTree(text, 0, length);
    } catch (JsonProcessingException e) {
      String place =
          e.getLocation() == null
              ? ""
              : " at line "
                  + e.getLocation().getLineNr()
                  + ", column "
                  + e.getLocation().getColumnNr();
      throw ProtocolException.bad(
          "the body is not JSON as it is understood here"
              + place
              + "; texts have at most "
              + TEXT
              + " characters, numbers "
              + NUMBER
              + " digits, lists "
              + DEPTH
              + " levels, and no key stands twice");
    } catch (IOException e) {
      throw ProtocolException.bad("the body is not JSON in UTF-8");
    }
    if (!(node instanceof ObjectNode object)) {
      throw ProtocolException.bad("the body must be a JSON object");
    }
    return object;
  }

  /** Refuses keys that nobody would look at: a setting is never passed over in silence. */
  static void requireKnown(JsonNode object, String where, String... known)
      throws ProtocolException {
    List<String> all = Arrays.asList(known);
    for (Iterator<String> keys = object.fieldNames(); keys.hasNext(); ) {
      String key = keys.next();
      if (!all.contains(key)) {
        throw ProtocolException.bad(
            where + " has no \"" + shown(key) + "\"; it has " + String.join(", ", known));
      }
    }
  }

  /** Refuses a list that would only cost time. */
  static void requireFew(JsonNode list, String where) throws ProtocolException {
    if (list.size() > TENSORS) {
      throw ProtocolException.bad(
          "\"" + where + "\" holds " + list.size() + " tensors, at most " + TENSORS + " are read");
    }
  }

  /** A text from outside as it may stand in a sentence: not too long, on one line. */
  public static String shown(String text) {
    return cut(text, SHOWN);
  }

  /** A sentence from outside, on one line. */
  public static String line(String sentence) {
    return cut(sentence, SENTENCE);
  }

  private static String cut(String text, int most) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= most ? line : line.substring(0, most) + "…";
  }
}
