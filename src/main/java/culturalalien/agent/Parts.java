package culturalalien.agent;

import culturalalien.image.ImageEmbedder;
import culturalalien.image.ImageGenerator;
import culturalalien.image.TextEmbedder;
import culturalalien.image.figure.Figures;
import culturalalien.sampling.SamplerSettings;
import culturalalien.sampling.Vocabulary;
import culturalalien.scoring.Scorer;
import java.util.BitSet;
import java.util.function.Supplier;

/**
 * What a loop is made of. The suppliers are asked anew for every work, on the loop's thread, so
 * that parts may be changed while it runs.
 *
 * @param scorer the two models
 * @param wishes how concepts are chosen
 * @param compositor writes prompts
 * @param generator paints
 * @param texts made on first use, as loading it takes a moment
 * @param pictures how works are compared by their looks
 * @param figures the silhouettes that plans may name
 */
public record Parts(
    Scorer scorer,
    Supplier<Wishes> wishes,
    Supplier<Compositor> compositor,
    Supplier<ImageGenerator> generator,
    Supplier<TextEmbedder> texts,
    ImageEmbedder pictures,
    Figures figures) {

  /** With the shipped silhouettes. */
  public Parts(
      Scorer scorer,
      Supplier<Wishes> wishes,
      Supplier<Compositor> compositor,
      Supplier<ImageGenerator> generator,
      Supplier<TextEmbedder> texts,
      ImageEmbedder pictures) {
    this(scorer, wishes, compositor, generator, texts, pictures, Figures.shipped());
  }

  /** How concepts are chosen, now. */
  public interface Wishes {
    SamplerSettings settings();

    String strategy();

    /**
     * Concepts that are not to join, by number; the caller's own.
     *
     * @param pool what they would stand beside
     */
    BitSet excluded(Vocabulary vocabulary, int[] pool);
  }
}
