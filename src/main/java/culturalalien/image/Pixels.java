package culturalalien.image;

/**
 * A picture as numbers, free of any graphics library: what generators hand over and embedders look
 * at. The array is shared, not copied; whoever holds it must not change it.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param argb row by row from the top left, alpha in the highest byte
 */
public record Pixels(int width, int height, int[] argb) {

  public Pixels {
    if (width < 1 || height < 1 || argb.length != (long) width * height) {
      throw new IllegalArgumentException(
          "a picture of " + width + " x " + height + " with " + argb.length + " pixels");
    }
  }
}
