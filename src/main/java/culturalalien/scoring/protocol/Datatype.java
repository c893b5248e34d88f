package culturalalien.scoring.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import culturalalien.io.ProtocolException;
import java.io.IOException;
import java.util.List;

/** What a tensor's elements are, by the protocol's names; those that our models use. */
public enum Datatype {
  /** Texts in UTF-8; {@code String[]} here. */
  BYTES("texts", 0) {
    @Override
    Object read(List<JsonNode> elements) throws ProtocolException {
      String[] data = new String[elements.size()];
      for (int i = 0; i < data.length; i++) {
        data[i] = require(elements.get(i).isTextual(), elements.get(i)).textValue();
      }
      return data;
    }

    @Override
    void write(JsonGenerator out, Object data) throws IOException {
      out.writeArray((String[]) data, 0, ((String[]) data).length);
    }
  },
  /** {@code boolean[]} here. */
  BOOL("true or false", 1) {
    @Override
    Object read(List<JsonNode> elements) throws ProtocolException {
      boolean[] data = new boolean[elements.size()];
      for (int i = 0; i < data.length; i++) {
        data[i] = require(elements.get(i).isBoolean(), elements.get(i)).booleanValue();
      }
      return data;
    }

    @Override
    void write(JsonGenerator out, Object data) throws IOException {
      out.writeStartArray();
      for (boolean element : (boolean[]) data) {
        out.writeBoolean(element);
      }
      out.writeEndArray();
    }
  },
  /** {@code int[]} here. */
  INT32("whole numbers of 32 bits", 4) {
    @Override
    Object read(List<JsonNode> elements) throws ProtocolException {
      int[] data = new int[elements.size()];
      for (int i = 0; i < data.length; i++) {
        JsonNode e = elements.get(i);
        data[i] = require(e.isIntegralNumber() && e.canConvertToInt(), e).intValue();
      }
      return data;
    }

    @Override
    void write(JsonGenerator out, Object data) throws IOException {
      out.writeArray((int[]) data, 0, ((int[]) data).length);
    }
  },
  /** {@code long[]} here. */
  INT64("whole numbers of 64 bits", 8) {
    @Override
    Object read(List<JsonNode> elements) throws ProtocolException {
      long[] data = new long[elements.size()];
      for (int i = 0; i < data.length; i++) {
        JsonNode e = elements.get(i);
        data[i] = require(e.isIntegralNumber() && e.canConvertToLong(), e).longValue();
      }
      return data;
    }

    @Override
    void write(JsonGenerator out, Object data) throws IOException {
      out.writeArray((long[]) data, 0, ((long[]) data).length);
    }
  },
  /** {@code float[]} here. */
  FP32("numbers", 4) {
    @Override
    Object read(List<JsonNode> elements) throws ProtocolException {
      float[] data = new float[elements.size()];
      for (int i = 0; i < data.length; i++) {
        data[i] = require(elements.get(i).isNumber(), elements.get(i)).floatValue();
      }
      return data;
    }

    @Override
    void write(JsonGenerator out, Object data) throws IOException {
      out.writeStartArray();
      for (float element : (float[]) data) {
        out.writeNumber(element);
      }
      out.writeEndArray();
    }
  },
  /** {@code double[]} here. */
  FP64("numbers", 8) {
    @Override
    Object read(List<JsonNode> elements) throws ProtocolException {
      double[] data = new double[elements.size()];
      for (int i = 0; i < data.length; i++) {
        data[i] = require(elements.get(i).isNumber(), elements.get(i)).doubleValue();
      }
      return data;
    }

    @Override
    void write(JsonGenerator out, Object data) throws IOException {
      out.writeArray((double[]) data, 0, ((double[]) data).length);
    }
  };

  private final String elements;
  private final int width;

  Datatype(String elements, int width) {
    this.elements = elements;
    this.width = width;
  }

  /** Bytes of an element in binary data; 0 where they differ. */
  int width() {
    return width;
  }

  /** The elements as an array of the kind named above. */
  abstract Object read(List<JsonNode> elements) throws ProtocolException;

  /** One flat list; the shape says how it is divided. */
  abstract void write(JsonGenerator out, Object data) throws IOException;

  JsonNode require(boolean legal, JsonNode element) throws ProtocolException {
    if (!legal) {
      throw ProtocolException.bad(
          name() + " data holds " + elements + ", not " + Json.shown(element.toString()));
    }
    return element;
  }
}
