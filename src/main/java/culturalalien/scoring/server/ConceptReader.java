package culturalalien.scoring.server;

import culturalalien.io.ProtocolException;
import culturalalien.sampling.Selection;
import culturalalien.sampling.Vocabulary;
import culturalalien.scoring.protocol.InferenceRequest;
import culturalalien.scoring.protocol.InferenceTensor;
import culturalalien.scoring.protocol.Json;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/** Finds the concepts that a tensor means, by name or by number. */
record ConceptReader(Vocabulary vocabulary) {

  /** Fills up rows that are shorter than others; "" does the same among names. */
  static final int NONE = -1;

  /** Looking for names like a longer one would only cost time. */
  private static final int LONGEST_NAME = 100;

  /** Every element's number, {@link #NONE} where a row is only filled up. */
  int[] numbers(InferenceTensor tensor) throws ProtocolException {
    return switch (tensor.datatype()) {
      case BYTES -> {
        String[] names = tensor.data(String[].class);
        int[] numbers = new int[names.length];
        for (int i = 0; i < numbers.length; i++) {
          numbers[i] = number(names[i]);
        }
        yield numbers;
      }
      case INT32 -> {
        for (int number : tensor.data(int[].class)) {
          check(number);
        }
        yield tensor.data(int[].class);
      }
      case INT64 -> {
        for (long number : tensor.data(long[].class)) {
          check(number);
        }
        yield Arrays.stream(tensor.data(long[].class)).mapToInt(n -> (int) n).toArray();
      }
      default ->
          throw ProtocolException.bad(
              "\""
                  + tensor.name()
                  + "\" is "
                  + tensor.datatype()
                  + ", must be BYTES (names), INT32 or INT64 (numbers)");
    };
  }

  /** The elements of an input that is one row; none if the request lacks it. */
  int[] row(InferenceRequest request, String name) throws ProtocolException {
    Optional<InferenceTensor> tensor = request.input(name);
    if (tensor.isEmpty()) {
      return new int[0];
    }
    int[] shape = tensor.get().shape();
    if (shape.length != 1 && !(shape.length == 2 && shape[0] == 1)) {
      throw ProtocolException.bad(
          "\"" + name + "\" has the shape " + Arrays.toString(shape) + ", must be [n] or [1, n]");
    }
    return numbers(tensor.get());
  }

  /**
   * The concepts of an input that must not be suggested; without that input what is left out by
   * default.
   *
   * @param pool beside which they would stand
   */
  BitSet excluded(InferenceRequest request, String name, int[] pool) throws ProtocolException {
    if (request.input(name).isEmpty()) {
      return Selection.DEFAULT.excluded(vocabulary, pool);
    }
    BitSet excluded = new BitSet();
    Arrays.stream(row(request, name)).filter(number -> number >= 0).forEach(excluded::set);
    return excluded;
  }

  private int number(String name) throws ProtocolException {
    if (name.isBlank()) {
      return NONE;
    }
    int number = vocabulary.number(name);
    if (number < 0) {
      throw ProtocolException.bad(
          name.length() > LONGEST_NAME
              ? "\"" + Json.shown(name) + "\" is not in the vocabulary"
              : vocabulary.unknown(Json.shown(name)));
    }
    return number;
  }

  private void check(long number) throws ProtocolException {
    if (number < NONE || number >= vocabulary.size()) {
      throw ProtocolException.bad(
          "no concept has the number "
              + number
              + "; they go from 0 to "
              + (vocabulary.size() - 1)
              + ", and "
              + NONE
              + " fills up a row");
    }
  }

  /** One set, filled up at its end; each concept once. */
  static int[] set(int[] row, String name) throws ProtocolException {
    int size = 0;
    while (size < row.length && row[size] != NONE) {
      size++;
    }
    int[] set = Arrays.copyOf(row, size);
    if (Arrays.stream(row).skip(size).anyMatch(number -> number != NONE)) {
      throw ProtocolException.bad("\"" + name + "\" has a gap; rows are filled up at their end");
    }
    if (Arrays.stream(set).distinct().count() != size) {
      throw ProtocolException.bad("\"" + name + "\" holds a concept twice");
    }
    return set;
  }
}
