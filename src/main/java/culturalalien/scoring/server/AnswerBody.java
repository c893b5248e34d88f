package culturalalien.scoring.server;

import culturalalien.io.server.Piece;
import culturalalien.scoring.protocol.BinaryData;
import culturalalien.scoring.protocol.InferenceRequest;
import culturalalien.scoring.protocol.InferenceResponse;
import culturalalien.scoring.protocol.InferenceTensor;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * An answer as it goes out: JSON, and after it the outputs that are wanted as bytes.
 *
 * @param binary empty if there are none
 */
record AnswerBody(List<Piece> json, List<Piece> binary) {

  /** Outputs that are the same in every answer, written once. Safe from any thread. */
  static final class Shared {
    private final Map<String, Piece> pieces = new ConcurrentHashMap<>();

    private Piece of(String key, Supplier<byte[]> bytes) {
      return pieces.computeIfAbsent(key, k -> new Piece(bytes.get()));
    }
  }

  /**
   * @param request says what is wanted as bytes
   * @param shared null if every answer has outputs of its own
   */
  static AnswerBody of(InferenceResponse answer, InferenceRequest request, Shared shared) {
    Pieces json = new Pieces(shared);
    Pieces binary = new Pieces(shared);
    json.add(answer.head());
    boolean first = true;
    for (InferenceTensor output : answer.outputs()) {
      if (!first) {
        json.add(",".getBytes(StandardCharsets.UTF_8));
      }
      first = false;
      if (request.isBinary(output.name())) {
        int bytes = binary.add("b " + output.name(), () -> BinaryData.write(output));
        json.add(InferenceResponse.json(output, bytes));
      } else {
        json.add("j " + output.name(), () -> InferenceResponse.json(output));
      }
    }
    json.add("]}".getBytes(StandardCharsets.UTF_8));
    boolean none = answer.outputs().stream().noneMatch(o -> request.isBinary(o.name()));
    return new AnswerBody(json.all(), none ? List.of() : binary.all());
  }

  /** All of it. */
  List<Piece> pieces() {
    return Stream.concat(json.stream(), binary.stream()).toList();
  }

  /** Bytes of JSON. */
  long jsonLength() {
    return json.stream().mapToLong(Piece::length).sum();
  }

  /** Puts what is shared beside what is not. */
  private static final class Pieces {
    private final Shared shared;
    private final List<Piece> pieces = new ArrayList<>();
    private final ByteArrayOutputStream own = new ByteArrayOutputStream();

    Pieces(Shared shared) {
      this.shared = shared;
    }

    void add(byte[] bytes) {
      own.writeBytes(bytes);
    }

    /** Adds something that may be shared; returns its length. */
    int add(String key, Supplier<byte[]> bytes) {
      if (shared == null) {
        byte[] made = bytes.get();
        add(made);
        return made.length;
      }
      Piece piece = shared.of(key, bytes);
      cut();
      pieces.add(piece);
      return piece.length();
    }

    List<Piece> all() {
      cut();
      return List.copyOf(pieces);
    }

    private void cut() {
      if (own.size() > 0 || pieces.isEmpty()) {
        pieces.add(new Piece(own.toByteArray()));
        own.reset();
      }
    }
  }
}
