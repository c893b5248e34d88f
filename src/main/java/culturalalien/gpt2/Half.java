package culturalalien.gpt2;

/** 16-bit floats (IEEE 754 binary16 and bfloat16), which Java 17 cannot convert. */
final class Half {

  private Half() {}

  /** The 32-bit float equal to a binary16, subnormals, infinities and NaN included. */
  static float toFloat(short half) {
    int sign = (half & 0x8000) << 16;
    int exponent = half >> 10 & 0x1F;
    int fraction = half & 0x3FF;
    if (exponent == 0) {
      // Subnormal: fraction · 2⁻²⁴, exact in 32 bits.
      float value = fraction * 0x1p-24f;
      return sign == 0 ? value : -value;
    }
    int widened = exponent == 0x1F ? 0xFF : exponent - 15 + 127;
    return Float.intBitsToFloat(sign | widened << 23 | fraction << 13);
  }

  /** The binary16 nearest to a 32-bit float, ties to even; beyond 65,504 an infinity. */
  static short fromFloat(float value) {
    int bits = Float.floatToRawIntBits(value);
    int sign = bits >>> 16 & 0x8000;
    float magnitude = Math.abs(value);
    if (Float.isNaN(value)) {
      return (short) (sign | 0x7E00);
    }
    if (magnitude >= 65520) {
      return (short) (sign | 0x7C00);
    }
    if (magnitude < 0x1p-14f) {
      // Subnormal: Math.rint rounds ties to even; 1024 carries into the first normal number.
      return (short) (sign | (int) Math.rint(magnitude * 0x1p24f));
    }
    int rounded = (bits & 0x7FFFFFFF) + 0xFFF + (bits >> 13 & 1);
    return (short) (sign | (rounded >> 13) - (112 << 10));
  }

  /** The 32-bit float equal to a bfloat16. */
  static float bfloatToFloat(short bfloat) {
    return Float.intBitsToFloat(bfloat << 16);
  }
}
