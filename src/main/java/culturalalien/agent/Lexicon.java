package culturalalien.agent;

import culturalalien.sampling.ConceptVectors;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;

/**
 * What can be said about a work, by slots: medium, composition, viewpoint, light and so on. Each
 * entry has a vector in the space of the concepts, so that a storm is lit otherwise than a wedding.
 * The text is {@code lexicon.txt}; {@code lexicon.bin} holds four bytes that tell whether it was
 * made of this text ({@link #mark}), then an entry's 384 numbers as bytes, in the order of the
 * text, of which only the direction counts. Immutable; safe from any thread.
 */
final class Lexicon {

  /** Numbers in a vector. */
  static final int WIDTH = 384;

  /** How much nearness decides: logits are this times the standardised cosine. */
  private static final double SHARPNESS = 1.6;

  private static final String EQUALS = " = ";

  /**
   * Something to say.
   *
   * @param terms of a plan for which it fits: "stained glass", "dusk", the colours of a palette;
   *     none if it fits all
   * @param text as it stands in a sentence
   * @param meaning what its vector was made of: the text and further words
   * @param vector as a direction from the middle of its slot
   */
  record Entry(List<String> terms, String text, String meaning, float[] vector) {

    private static Entry of(String line, float[] vector) {
      return new Entry(
          Lexicon.terms(line), said(line).split(" \\|")[0], Lexicon.meaning(line), vector);
    }

    /** Whether it may be said where a plan has a term; an empty term asks for nothing. */
    boolean fits(String term) {
      return term.isEmpty() || terms.isEmpty() || terms.contains(term);
    }

    private Entry from(float[] middle) {
      return new Entry(terms, text, meaning, Vectors.minus(Vectors.unit(vector), middle));
    }
  }

  private static final class Shipped {
    private static final Lexicon LEXICON =
        new Lexicon(Resources.lines("lexicon.txt"), Resources.bytes("lexicon.bin"));
  }

  private final Map<String, List<Entry>> slots = new LinkedHashMap<>();

  /** The one that comes with the library, read once. */
  static Lexicon shipped() {
    return Shipped.LEXICON;
  }

  /**
   * @param lines of the text, without comments: a slot in brackets, then its entries
   * @param vectors of all entries, one after another
   */
  Lexicon(List<String> lines, byte[] vectors) {
    Map<String, List<Entry>> read = new LinkedHashMap<>();
    List<Entry> slot = new ArrayList<>();
    int at = Integer.BYTES;
    for (String line : lines) {
      if (line.startsWith("[")) {
        slot = read.computeIfAbsent(line.substring(1, line.indexOf(']')), s -> new ArrayList<>());
        continue;
      }
      float[] vector = new float[WIDTH];
      for (int i = 0; i < WIDTH; i++, at++) {
        vector[i] = at < vectors.length ? vectors[at] : 0;
      }
      slot.add(Entry.of(line, vector));
    }
    if (at != vectors.length || ByteBuffer.wrap(vectors).getInt() != mark(lines)) {
      throw new IllegalStateException(
          "lexicon.bin was made of another lexicon.txt; make it anew with LexiconMaker");
    }
    read.forEach((name, list) -> slots.put(name, centred(list)));
  }

  /** A checksum of the text, by which its vectors are known. */
  static int mark(List<String> lines) {
    CRC32 sum = new CRC32();
    sum.update(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    return (int) sum.getValue();
  }

  /** What a line means: the text and, after it, the words that count but are not said. */
  static String meaning(String line) {
    return said(line).replace(" |", ",");
  }

  private static String said(String line) {
    int equals = line.indexOf(EQUALS);
    return equals < 0 ? line : line.substring(equals + EQUALS.length());
  }

  private static List<String> terms(String line) {
    int equals = line.indexOf(EQUALS);
    return equals < 0 ? List.of() : List.of(line.substring(0, equals).split(", "));
  }

  /** All media are near "painting"; what tells them apart is the difference from their middle. */
  private static List<Entry> centred(List<Entry> entries) {
    float[] middle = Vectors.mean(entries.stream().map(e -> Vectors.unit(e.vector())).toList());
    return entries.stream().map(entry -> entry.from(middle)).toList();
  }

  /** The slots' names. */
  Set<String> slots() {
    return slots.keySet();
  }

  /** What a slot can be filled with, in the text's order. */
  List<Entry> entries(String slot) {
    List<Entry> entries = slots.get(slot);
    if (entries == null) {
      throw new IllegalArgumentException("the lexicon has no slot \"" + slot + "\"");
    }
    return entries;
  }

  /** As below, whatever the plan; the text of the entry. */
  String draw(String slot, float[] meaning, Said said, Set<String> taken, RandomGenerator random) {
    return draw(
            slot,
            entry -> !taken.contains(entry.text()),
            meaning,
            entry -> said.worn(entry.text()),
            random)
        .text();
  }

  /**
   * Draws an entry: those near in meaning more often than others, worn ones less often.
   *
   * @param fits entries that may be said; if none does, all may
   * @param meaning the mean of the concepts' vectors; all zeros if nothing is known of them
   * @param worn what an entry loses for its use of late, as a logarithm of its chance
   */
  Entry draw(
      String slot,
      Predicate<Entry> fits,
      float[] meaning,
      ToDoubleFunction<Entry> worn,
      RandomGenerator random) {
    List<Entry> entries = entries(slot);
    double[] nearness =
        Vectors.standardized(
            entries.stream()
                .mapToDouble(e -> ConceptVectors.cosine(meaning, e.vector()))
                .toArray());
    boolean any = entries.stream().noneMatch(fits);
    Entry best = null;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < nearness.length; i++) {
      Entry entry = entries.get(i);
      // Every entry uses up a number, so that one that does not fit shifts no other's chance.
      double key = SHARPNESS * nearness[i] + Chance.gumbel(random) - worn.applyAsDouble(entry);
      if (key > highest && (any || fits.test(entry))) {
        highest = key;
        best = entry;
      }
    }
    return best;
  }
}
