package culturalalien.study.judge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import culturalalien.io.Messages;
import culturalalien.io.ProtocolException;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** What the page and the server write to each other, in JSON. */
final class Letters {

  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** Ids that pages make at random; anything else has no place in the file. */
  private static final Pattern ID = Pattern.compile("[0-9a-zA-Z-]{8,64}");

  private static final int MOST_HAND = 200;
  private static final double MOST_SECONDS = 1e9;

  private Letters() {}

  /** A pair by its keys, as the page holds it. */
  record Held(String question, String left, String right) {}

  /**
   * The page asks for the next pair.
   *
   * @param tab which of the judge's pages it is; "" for one that does not say
   */
  record Ask(String judge, String tab, List<Held> hand) {

    static Ask read(byte[] json) throws ProtocolException {
      Ask ask = Letters.read(json, Ask.class);
      requireId("judge", ask.judge());
      List<Held> hand = ask.hand() == null ? List.of() : ask.hand();
      if (hand.size() > MOST_HAND) {
        throw ProtocolException.bad("\"hand\" holds more than " + MOST_HAND + " pairs");
      }
      if (ask.tab() != null) {
        requireId("tab", ask.tab());
      }
      return new Ask(ask.judge(), ask.tab() == null ? "" : ask.tab(), hand);
    }
  }

  /** An answer, or that the one with the id {@code withdrawn} is taken back. */
  record Sent(
      String id,
      String withdrawn,
      String judge,
      String question,
      String left,
      String right,
      Judgement.Answer answer,
      double seconds) {

    static Sent read(byte[] json) throws ProtocolException {
      Sent sent = Letters.read(json, Sent.class);
      requireId("judge", sent.judge());
      if (sent.withdrawn() != null) {
        requireId("withdrawn", sent.withdrawn());
        return sent;
      }
      requireId("id", sent.id());
      if (sent.answer() == null) {
        throw ProtocolException.bad("the answer is missing; it is LEFT, RIGHT or TIE");
      }
      if (!(sent.seconds() >= 0 && sent.seconds() < MOST_SECONDS)) {
        throw ProtocolException.bad("\"seconds\" must be 0 or more");
      }
      return sent;
    }

    Held held() {
      return new Held(question, left, right);
    }
  }

  /** One side of a pair: a picture where there are no concepts. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Side(String key, List<String> concepts) {

    static Side of(Exhibit exhibit) {
      return new Side(
          exhibit.key(), exhibit.concepts().stream().map(Capitals.SHIPPED::written).toList());
    }
  }

  record Next(String question, String text, Side left, Side right) {}

  /**
   * @param judged how many answers of the judge count
   * @param pair null when the judge has seen all
   */
  record Told(int judged, Next pair) {}

  static byte[] write(Told told) throws JsonProcessingException {
    return JSON.writeValueAsBytes(told);
  }

  private static <T> T read(byte[] json, Class<T> type) throws ProtocolException {
    T value;
    try {
      value = JSON.readValue(json, type);
    } catch (IOException e) {
      throw ProtocolException.bad("the message is not understood: " + Messages.of(e));
    }
    if (value == null) {
      throw ProtocolException.bad("the message is empty");
    }
    return value;
  }

  private static void requireId(String name, String id) throws ProtocolException {
    if (id == null || !ID.matcher(id).matches()) {
      throw ProtocolException.bad("\"" + name + "\" must be 8 to 64 letters and digits");
    }
  }
}
