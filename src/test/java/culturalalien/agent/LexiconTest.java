package culturalalien.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.image.MiniLm;
import culturalalien.image.TextEmbedder;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LexiconTest {

  private static final Lexicon LEXICON = Lexicon.shipped();

  /** Cosine of two rows of bytes. */
  private static double cosine(byte[] a, byte[] b) {
    double dot = 0;
    double lengthA = 0;
    double lengthB = 0;
    for (int i = 0; i < a.length; i++) {
      dot += a[i] * b[i];
      lengthA += a[i] * a[i];
      lengthB += b[i] * b[i];
    }
    return dot / Math.sqrt(lengthA * lengthB);
  }

  @Test
  void theVectorsAreThoseOfTheText() {
    // That no entry was changed since, the checksum tells; that vectors mean what they should,
    // these.
    List<String> entries =
        Resources.lines("lexicon.txt").stream().filter(line -> !line.startsWith("[")).toList();
    byte[] kept = Resources.bytes("lexicon.bin");
    TextEmbedder embedder = new MiniLm();
    for (int i = 0; i < entries.size(); i += 37) {
      String entry = entries.get(i);
      int from = Integer.BYTES + i * Lexicon.WIDTH;
      byte[] row = Arrays.copyOfRange(kept, from, from + Lexicon.WIDTH);
      // Not to the bit: the embedder's arithmetic differs a little between processors.
      double likeness = cosine(LexiconMaker.vector(entry, embedder), row);
      assertTrue(likeness > 0.99, () -> entry + ": " + likeness + "; run LexiconMaker");
    }
  }

  @Test
  void vectorsOfAnotherTextAreRefused() {
    List<String> lines = List.of("[light]", "dusk", "noon | bright");
    assertEquals(2, new Lexicon(lines, file(lines, 2)).entries("light").size());
    assertThrows(IllegalStateException.class, () -> new Lexicon(lines, file(lines, 3)));
    assertThrows(IllegalStateException.class, () -> new Lexicon(lines, file(lines, 1)));
    List<String> other = List.of("[light]", "dusk", "noon | dark");
    assertThrows(IllegalStateException.class, () -> new Lexicon(other, file(lines, 2)));
  }

  private static byte[] file(List<String> lines, int entries) {
    int length = Integer.BYTES + entries * Lexicon.WIDTH;
    return ByteBuffer.allocate(length).putInt(Lexicon.mark(lines)).array();
  }

  @Test
  void thereIsMuchToSayAndNothingTwice() {
    Set<String> texts = new HashSet<>();
    for (String slot : LEXICON.slots()) {
      List<Lexicon.Entry> entries = LEXICON.entries(slot);
      assertTrue(entries.size() >= 30, () -> slot + " has " + entries.size());
      entries.forEach(e -> assertTrue(texts.add(e.text().toLowerCase(Locale.ROOT)), e::text));
    }
    assertTrue(texts.size() >= 500, () -> texts.size() + " entries");
  }

  @Test
  void templatesNameOnlySlotsThatAreThere() {
    List<String> templates = new ArrayList<>(Resources.lines("prompts.txt"));
    templates.addAll(Resources.lines("titles.txt"));
    Set<String> concepts = Set.of("subject", "a", "b", "the a", "the b");
    assertTrue(templates.size() > 60);
    for (String template : templates) {
      Template.fill(
          template.replace("[", "").replace("]", ""),
          slot -> {
            String name = slot.toLowerCase(Locale.ROOT);
            assertTrue(concepts.contains(name) || LEXICON.slots().contains(name), template);
            return "";
          },
          Chance.of(1, 1));
    }
  }

  @Test
  void whatIsTakenIsNotDrawnAgain() {
    Set<String> taken = new HashSet<>();
    int entries = LEXICON.entries("light").size();
    for (int i = 0; i < entries; i++) {
      String drawn =
          LEXICON.draw("light", new float[384], new Said(List.of()), taken, Chance.of(1, i));
      assertFalse(drawn.isEmpty());
      assertTrue(taken.add(drawn), drawn);
    }
  }

  @Test
  void whatWasSaidOfLateIsDrawnLessOften() {
    String phrase = LEXICON.entries("mood").get(0).text();
    Said said = new Said(List.of(new Prompt("T", List.of("c"), "Full of " + phrase + ".", "")));
    int before = 0;
    int after = 0;
    for (int i = 0; i < 4000; i++) {
      Set<String> none = Set.of();
      before += count(phrase, new Said(List.of()), none, i);
      after += count(phrase, said, none, i);
    }
    int first = before;
    int second = after;
    assertTrue(first > 40 && second < first / 10, () -> first + " times, then " + second);
  }

  private static int count(String phrase, Said said, Set<String> taken, int i) {
    return LEXICON.draw("mood", new float[384], said, taken, Chance.of(2, i)).equals(phrase)
        ? 1
        : 0;
  }
}
