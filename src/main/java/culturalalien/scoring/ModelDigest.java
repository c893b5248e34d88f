package culturalalien.scoring;

import culturalalien.gpt2.Checkpoint;
import culturalalien.sampling.Artists;
import culturalalien.sampling.ConceptVectors;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Tells bundles apart: two that answer everything alike have the same digest. */
public final class ModelDigest {

  private static final int BYTES = 6;

  private ModelDigest() {}

  /** The first 12 hexadecimal digits of SHA-256 over everything in a bundle. */
  public static String of(ModelBundle bundle) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      add(digest, String.join("\n", bundle.vocabulary().lines()));
      add(digest, bundle.coherence());
      add(digest, bundle.context());
      ConceptVectors vectors = bundle.vectors();
      Arrays.stream(vectors.vectors()).forEach(row -> add(digest, row));
      Arrays.stream(vectors.places()).forEach(row -> add(digest, row));
      Arrays.stream(vectors.colorVectors()).forEach(row -> add(digest, row));
      add(digest, Arrays.toString(vectors.colors()));
      Artists artists = bundle.artists();
      add(digest, String.join("\n", artists.names()));
      Arrays.stream(artists.vectors()).forEach(row -> add(digest, row));
      Arrays.stream(artists.concepts()).forEach(row -> add(digest, row));
      Arrays.stream(artists.habits()).forEach(row -> add(digest, row));
      add(digest, artists.makers());
      return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  private static void add(MessageDigest digest, Checkpoint model) {
    add(digest, model.config().toJson());
    model
        .tensors()
        .forEach(
            (name, tensor) -> {
              add(digest, name + Arrays.toString(tensor.shape()));
              add(digest, tensor.data());
            });
  }

  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
    digest.update(bytes);
  }

  private static void add(MessageDigest digest, float[] numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * numbers.length);
    bytes.asFloatBuffer().put(numbers);
    digest.update(bytes);
  }
}
