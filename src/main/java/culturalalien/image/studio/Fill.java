package culturalalien.image.studio;

/**
 * How a shape is coloured.
 *
 * @param lit its colour in the light
 * @param shade its colour away from it
 * @param blend how softly one becomes the other: 0.01 cut with a knife, 1 round
 * @param opacity 0 to 1
 * @param shadow how dark the shadow that it throws on what is behind it, 0 to 1
 * @param lift how far the shadow falls and how soft it is
 * @param glow how far light spreads around it, 0 for none
 */
record Fill(
    Oklab lit, Oklab shade, double blend, double opacity, double shadow, double lift, double glow) {

  static Fill flat(Oklab color) {
    return new Fill(color, color, 1, 1, 0, 0, 0);
  }

  /** A body that turns from the light into its own shade. */
  static Fill round(Oklab color, double depth, Palette palette) {
    Oklab lit = color.mix(palette.tone(1), 0.22 * depth).lighter(0.03 * depth);
    Oklab shade = color.mix(palette.tone(0), 0.5 * depth);
    return new Fill(lit, shade, 0.9, 1, 0, 0, 0);
  }

  Fill blended(double softness) {
    return new Fill(lit, shade, softness, opacity, shadow, lift, glow);
  }

  Fill sheer(double opaque) {
    return new Fill(lit, shade, blend, opaque, shadow, lift, glow);
  }

  Fill lifted(double dark, double far) {
    return new Fill(lit, shade, blend, opacity, dark, far, glow);
  }

  Fill glowing(double far) {
    return new Fill(lit, shade, blend, opacity, shadow, lift, far);
  }
}
