package culturalalien.image;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import culturalalien.io.Natives;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The sentence embedding all-MiniLM-L6-v2, 384 numbers, its weights on the class path: works
 * offline, about a millisecond a phrase. Computes on the thread that asks and starts none, so that
 * a sketch keeps its core. Safe from any thread; all instances share the weights.
 */
public final class MiniLm implements TextEmbedder {

  private static final String WEIGHTS = "all-minilm-l6-v2-q.onnx";
  private static final String TOKENIZER = "all-minilm-l6-v2-q-tokenizer.json";

  private static final Natives NATIVES =
      new Natives(
          "the text embedding",
          50,
          "it runs on Linux, Windows and Apple silicon with all jars of the library folder in"
              + " place");

  /** Held, or a logger forgets its level. */
  private static final Logger RUNTIME = Logger.getLogger("ai.onnxruntime.OnnxRuntime");

  private static OnnxBertBiEncoder shared;

  private final Model model;

  /**
   * Loads the weights, which takes about a second the first time.
   *
   * @throws IllegalStateException with one sentence, if this machine cannot run it
   */
  public MiniLm() {
    model = new Model(encoder());
  }

  @Override
  public float[] embed(String text) {
    return model.embed(text).content().vector();
  }

  private static synchronized OnnxBertBiEncoder encoder() {
    if (shared == null) {
      try {
        shared = load();
      } catch (OrtException | IOException | RuntimeException | LinkageError e) {
        throw new IllegalStateException(NATIVES.sentence(e), e);
      }
    }
    return shared;
  }

  static OnnxBertBiEncoder load() throws OrtException, IOException {
    // The tokenizer would report its start over the network, and fetch itself anew for CUDA.
    setDefault("OPT_OUT_TRACKING", "true");
    // What it would print with a stack trace, the exception's sentence says.
    RUNTIME.setLevel(Level.OFF);
    setDefault("RUST_FLAVOR", "cpu");
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    environment.setTelemetry(false);
    try (InputStream weights = resource(WEIGHTS);
        InputStream tokenizer = resource(TOKENIZER);
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      // The calling thread is the one thread; else each core would get one that spins as it waits.
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      OrtSession session = environment.createSession(weights.readAllBytes(), options);
      return new OnnxBertBiEncoder(environment, session, tokenizer, PoolingMode.MEAN);
    }
  }

  private static InputStream resource(String name) throws IOException {
    ClassLoader loader = AllMiniLmL6V2QuantizedEmbeddingModel.class.getClassLoader();
    InputStream stream = loader.getResourceAsStream(name);
    if (stream == null) {
      throw new FileNotFoundException(name + " is in no jar");
    }
    return stream;
  }

  private static void setDefault(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /** Long texts are cut and averaged by the library; the executor is for lists, never asked for. */
  private static final class Model extends AbstractInProcessEmbeddingModel {

    private final OnnxBertBiEncoder encoder;

    private Model(OnnxBertBiEncoder encoder) {
      super(Runnable::run);
      this.encoder = encoder;
    }

    @Override
    protected OnnxBertBiEncoder model() {
      return encoder;
    }
  }
}
