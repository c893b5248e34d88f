package culturalalien.image;

import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;

/**
 * The sentence embedding all-MiniLM-L6-v2, 384 numbers, its weights on the class path: works
 * offline, about a millisecond a phrase. Safe from any thread; one per JVM is enough.
 */
public final class MiniLm implements TextEmbedder {

  private final AllMiniLmL6V2QuantizedEmbeddingModel model =
      new AllMiniLmL6V2QuantizedEmbeddingModel();

  @Override
  public float[] embed(String text) {
    return model.embed(text).content().vector();
  }
}
