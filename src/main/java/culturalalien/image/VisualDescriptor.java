package culturalalien.image;

import java.util.Arrays;

/**
 * What a picture looks like, without a model to download: 416 numbers about its colours, its edges,
 * its layout and its roughness. Knows nothing of what is shown; a photograph and a drawing of one
 * cat are strangers to it.
 *
 * <p>The cosine of two descriptors is a similarity: about 0.9 and more for the same picture
 * slightly recoloured, cropped, blurred or compressed, about 0.3 for unrelated pictures, seldom
 * below 0. Each feature is brought to length 1, weighed, and the whole brought to length 1;
 * histograms enter as square roots, whose product is the Bhattacharyya coefficient.
 *
 * <p>A picture of any size is squeezed into a square of {@value #SIDE} pixels first, so size and
 * proportions do not count. Safe from any thread; the same picture has the same descriptor on every
 * machine.
 */
public final class VisualDescriptor implements ImageEmbedder {

  private static final int SIDE = 128;

  /** Length below which a feature is not brought to 1: grain of a flat picture is no structure. */
  private static final double FAINT = 0.02;

  @Override
  public String name() {
    return "descriptor";
  }

  @Override
  public float[] embed(Pixels picture) {
    OklabPicture fine = OklabPicture.of(picture, SIDE);
    OklabPicture middle = fine.halved();
    OklabPicture coarse = middle.halved();
    OklabPicture blocks = coarse.halved().halved();
    Parts parts = new Parts();
    parts.add(0.35, roots(VisualFeatures.colors(middle)));
    parts.add(0.20, VisualFeatures.edges(middle, 4));
    parts.add(0.10, VisualFeatures.edges(fine, 2));
    parts.add(0.25, VisualFeatures.layout(blocks));
    parts.add(0.10 / 3, roots(VisualFeatures.roughness(fine)));
    parts.add(0.10 / 3, roots(VisualFeatures.roughness(middle)));
    parts.add(0.10 / 3, roots(VisualFeatures.roughness(coarse)));
    return parts.whole();
  }

  private static float[] roots(float[] histogram) {
    for (int i = 0; i < histogram.length; i++) {
      histogram[i] = (float) Math.sqrt(histogram[i]);
    }
    return histogram;
  }

  /** Features one after the other, each with the share that it has in a similarity. */
  private static final class Parts {

    private float[] numbers = new float[0];

    void add(double share, float[] feature) {
      double scale = Math.sqrt(share) / (length(feature) + FAINT);
      int start = numbers.length;
      numbers = Arrays.copyOf(numbers, start + feature.length);
      for (int i = 0; i < feature.length; i++) {
        numbers[start + i] = (float) (scale * feature[i]);
      }
    }

    float[] whole() {
      double length = length(numbers);
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] /= (float) length;
      }
      return numbers;
    }

    private static double length(float[] vector) {
      double sum = 0;
      for (float value : vector) {
        sum += (double) value * value;
      }
      return Math.sqrt(sum);
    }
  }
}
