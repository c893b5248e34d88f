package culturalalien.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.image.MiniLm;
import culturalalien.image.TextEmbedder;
import culturalalien.image.plan.Arrangement;
import culturalalien.image.plan.Format;
import culturalalien.image.plan.Light;
import culturalalien.image.plan.Medium;
import culturalalien.image.plan.Mood;
import culturalalien.image.plan.Term;
import culturalalien.image.plan.Viewpoint;
import culturalalien.image.plan.Weather;
import java.awt.Color;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LexiconTest {

  private static final Lexicon LEXICON = Lexicon.shipped();

  /** Slots with little to say. */
  private static final Set<String> SHORT = Set.of("weather", "format");

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
      int least = SHORT.contains(slot) ? 8 : 30;
      assertTrue(entries.size() >= least, () -> slot + " has " + entries.size());
      entries.forEach(e -> assertTrue(texts.add(e.text().toLowerCase(Locale.ROOT)), e::text));
    }
    assertTrue(texts.size() >= 500, () -> texts.size() + " entries");
  }

  @Test
  void everyTermOfAPlanCanBeSaidAndNothingElse() {
    assertEquals(Map.of(), wrong("medium", Medium.class, 1, 3));
    assertEquals(Map.of(), wrong("viewpoint", Viewpoint.class, 3, 9));
    assertEquals(Map.of(), wrong("composition", Arrangement.class, 2, 9));
    assertEquals(Map.of(), wrong("light", Light.class, 3, 9));
    assertEquals(Map.of(), wrong("mood", Mood.class, 3, 20));
    assertEquals(Map.of(), wrong("weather", Weather.class, 1, 9));
    Map<String, Long> formats = wrong("format", Format.class, 2, 9);
    assertEquals(Map.of("full", 0L), formats, "a sheet that is painted to its edges goes unsaid");
  }

  /** How often terms stand in a slot that stand there too rarely, too often or wrongly. */
  private static <T extends Enum<T> & Term> Map<String, Long> wrong(
      String slot, Class<T> type, int least, int most) {
    Map<String, Long> counts = new TreeMap<>();
    for (T term : type.getEnumConstants()) {
      counts.put(term.word(), 0L);
    }
    for (Lexicon.Entry entry : LEXICON.entries(slot)) {
      assertEquals(1, entry.terms().size(), entry::text);
      counts.merge(entry.terms().get(0), 1L, Long::sum);
    }
    counts
        .keySet()
        .retainAll(
            counts.keySet().stream()
                .filter(
                    word ->
                        Term.of(type, word).isEmpty()
                            || counts.get(word) < least
                            || counts.get(word) > most)
                .toList());
    return counts;
  }

  @Test
  void aPaletteHasThreeToFiveColoursOfItsOwn() {
    Set<String> palettes = new HashSet<>();
    for (Lexicon.Entry entry : LEXICON.entries("palette")) {
      List<String> colors = Planner.Draws.colors(entry);
      assertTrue(colors.size() >= 3 && colors.size() <= 5, entry::text);
      colors.forEach(color -> assertTrue(color.matches("#[0-9A-F]{6}"), entry::text));
      assertTrue(palettes.add(colors.toString()), entry::text);
    }
  }

  @Test
  void theColoursOfAPaletteAreThoseThatItNames() {
    Map<String, Integer> hues = Map.of("red", 0, "orange", 30, "yellow", 55, "green", 120);
    int looked = 0;
    for (Lexicon.Entry entry : LEXICON.entries("palette")) {
      for (Map.Entry<String, Integer> hue : hues.entrySet()) {
        if (Set.of(entry.text().split("[ ,]+")).contains(hue.getKey())) {
          looked++;
          assertTrue(
              Planner.Draws.colors(entry).stream().anyMatch(c -> near(c, hue.getValue())),
              () -> entry.text() + " without " + hue.getKey());
        }
      }
    }
    assertTrue(looked >= 10, looked + " names looked for");
  }

  private static boolean near(String color, int hue) {
    Color c = Color.decode(color);
    float[] hsb = Color.RGBtoHSB(c.getRed(), c.getGreen(), c.getBlue(), null);
    double away = Math.abs(hsb[0] * 360 - hue);
    return hsb[1] > 0.2 && Math.min(away, 360 - away) < 42;
  }

  @Test
  void whatATextureOrATimeFitsIsATermToo() {
    for (String slot : List.of("texture", "time")) {
      for (Lexicon.Entry entry : LEXICON.entries(slot)) {
        for (String term : entry.terms()) {
          boolean known =
              slot.equals("time")
                  ? Term.of(Light.class, term).isPresent()
                  : Term.of(Medium.class, term).isPresent();
          assertTrue(known, () -> entry.text() + ": " + term);
        }
      }
    }
    for (Medium medium : Medium.values()) {
      long fitting = LEXICON.entries("texture").stream().filter(e -> e.fits(medium.word())).count();
      assertTrue(fitting >= 2, () -> medium + " has " + fitting);
    }
  }

  @Test
  void whatStandsBeforeTheEqualsSignDoesNotCountForTheMeaning() {
    assertEquals("dim light, cellar", Lexicon.meaning("lamp, moon = dim light | cellar"));
    assertEquals("dim light", Lexicon.meaning("dim light"));
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
