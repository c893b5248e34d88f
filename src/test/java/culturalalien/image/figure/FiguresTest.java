package culturalalien.image.figure;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.image.MiniLm;
import culturalalien.image.TextEmbedder;
import culturalalien.sampling.ConceptVectors;
import culturalalien.scoring.ModelBundle;
import culturalalien.scoring.ShippedModels;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {

  private static final Figures FIGURES = Figures.shipped();
  private static final ModelBundle TATE = read();
  private static final float[] WORDS_ONLY = {};

  private static ModelBundle read() {
    try {
      return ShippedModels.read(ShippedModels.TATE, ModelBundle::read);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static float[] vector(String concept) {
    int at = TATE.vocabulary().names().indexOf(concept);
    assertTrue(at >= 0, () -> "no concept " + concept);
    return TATE.vectors().vectors()[at];
  }

  private static String best(String concept, float[] vector) {
    List<Figures.Match> matches = FIGURES.matches(concept, vector, 1);
    return matches.isEmpty() ? "none" : matches.get(0).figure();
  }

  @ParameterizedTest
  @CsvSource({
    "horse, horse",
    "horse racing, riding figure",
    "rearing horse, horse",
    "lighthouse, lighthouse",
    "sailing boat, sailing boat",
    "fishing boat, sailing boat",
    "rowing boat, rowing boat",
    "warship, three-masted ship",
    "steamboat, steamship",
    "shipwreck, three-masted ship",
    "gondola, gondola",
    "cathedral, cathedral",
    "church interior, church",
    "castle, castle",
    "windmill, windmill",
    "ruined building, ruined arch",
    "monumental column, column",
    "triumphal arch, triumphal arch",
    "standing stone, standing stones",
    "fountain, fountain",
    "village, houses",
    "gravestone, grave",
    "bridge, bridge",
    "tree, tree",
    "pine tree, pine tree",
    "willow tree, weeping willow",
    "tree trunk, tree stump",
    "blasted tree trunk, bare tree",
    "rose, rose",
    "lily, lily",
    "reeds, reeds",
    "grapes, grapes",
    "leaf, leaf",
    "mountain, mountains",
    "volcano, volcano",
    "lightning, lightning",
    "rainbow, rainbow",
    "moonlight, crescent moon",
    "sunset, setting sun",
    "deer, stag",
    "swan, swan",
    "leda and the swan, swan",
    "owl, owl",
    "pigeon, dove",
    "whale, whale",
    "wolf, wolf",
    "snake, snake",
    "butterfly, butterfly",
    "picking flowers, flower",
    "bouquet, vase of flowers",
    "urn, amphora",
    "goblet, goblet",
    "violin, violin",
    "sheet music, clef",
    "king, crown",
    "hourglass, hourglass",
    "mortality, hourglass",
    "crown of thorns, wreath",
    "artist's palette, paint palette",
    "shepherd's crook, shepherd's crook",
    "mother and child, mother with a child",
    "seated figure, seated figure",
    "lying figure, reclining figure",
    "prayer, kneeling figure",
    "monk, hooded figure",
    "bound figure, standing figure",
    "angel, angel",
    "mermaid, mermaid",
    "monster, dragon",
    "time, clock",
    "symbol of justice, balance",
    "teeth, tooth",
    "parachute, parachute"
  })
  void conceptsFindWhatOneWouldDraw(String concept, String figure) {
    assertEquals(figure, best(concept, vector(concept)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "justice",
        "cubism",
        "anxiety",
        "philosophy",
        "geometric abstraction",
        "irony",
        "minimalism",
        "human rights",
        "kitchen sink realism",
        "totalitarianism",
        "war art",
        "nostalgia",
        "texture",
        "prejudice",
        "sublime",
        "perspective",
        "beauty"
      })
  void whatNothingDepictsFindsNothing(String concept) {
    assertEquals(List.of(), FIGURES.matches(concept, vector(concept), 9));
  }

  @ParameterizedTest
  @CsvSource({
    "Horses, horse",
    "two dead birds, bird",
    "wolves, wolf",
    "cherry, cherries",
    "the old lighthouse, lighthouse",
    "a cup of tea, cup",
    "windmill on a hill, windmill",
    "sailing, sailing boat",
    "hot-air balloons, hot-air balloon",
    "knives, kitchen knife",
    "uneasiness, none",
    "'', none",
    "of the, none",
    "'?!', none"
  })
  void wordsAloneFindFigures(String concept, String figure) {
    assertEquals(figure, best(concept, WORDS_ONLY));
  }

  @ParameterizedTest
  @CsvSource({
    "schooner, sailing boat",
    "canine, dog",
    "percussionist, drum",
    "bicyclist, bicycle",
    "pocketwatch, watch",
    "thunderclap, lightning",
    "nightfall, setting sun",
    "piracy, pirate",
    "melancholy, none",
    "syntax, none",
    "memory, none",
    "loneliness, none",
    "negative space, none"
  })
  void meaningFindsWhatNoWordDoes(String concept, String figure) {
    assertEquals(List.of(), FIGURES.matches(concept, WORDS_ONLY, 1));
    assertEquals(figure, best(concept, new MiniLm().embed(concept)));
  }

  @Test
  void mostConceptsOfAMuseumAreFoundAndManyFiguresUsed() {
    int found = 0;
    Set<String> used = new HashSet<>();
    List<String> names = TATE.vocabulary().names();
    for (int i = 0; i < names.size(); i++) {
      List<Figures.Match> matches = FIGURES.matches(names.get(i), TATE.vectors().vectors()[i], 3);
      for (int j = 1; j < matches.size(); j++) {
        assertTrue(matches.get(j - 1).strength() >= matches.get(j).strength());
      }
      for (Figures.Match match : matches) {
        assertTrue(match.strength() > 0 && match.strength() <= 1, match::toString);
      }
      if (!matches.isEmpty()) {
        found++;
        used.add(matches.get(0).figure());
      }
    }
    int concepts = found;
    assertTrue(concepts > 1200 && concepts < 1500, () -> concepts + " concepts");
    assertTrue(used.size() > 450, () -> used.size() + " figures");
  }

  @Test
  void everyOutlineCoversSomeOfItsBoxAndNotAll() {
    assertTrue(FIGURES.names().size() >= 600);
    for (String name : FIGURES.names()) {
      Outline outline = assertDoesNotThrow(() -> FIGURES.outline(name), name);
      double covered = covered(outline);
      assertTrue(covered > 0.05 && covered < 0.95, () -> name + " covers " + covered);
      assertTrue(Math.min(outline.width(), outline.height()) > 0.1, name);
      assertEquals(1, Math.max(outline.width(), outline.height()), 1e-9, name);
    }
  }

  private static double covered(Outline outline) {
    int size = 120;
    BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = picture.createGraphics();
    g.setColor(Color.WHITE);
    AffineTransform place = AffineTransform.getTranslateInstance(size / 2.0, size);
    place.scale(size / outline.width(), size / outline.height());
    g.fill(place.createTransformedShape(FigureSheet.shape(outline)));
    g.dispose();
    int white = 0;
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        white += picture.getRaster().getSample(x, y, 0) > 127 ? 1 : 0;
      }
    }
    return white / (double) (size * size);
  }

  @Test
  void noTwoFiguresLookTheSame() {
    Set<String> shapes = new HashSet<>();
    List<Figure> figures = Tables.lines("figures.txt").stream().map(Figure::of).toList();
    for (Figure figure : figures) {
      double[][] rings = FIGURES.outline(figure.name()).rings();
      assertTrue(
          shapes.add(List.of(rings).stream().map(java.util.Arrays::toString).toList() + ""),
          figure::name);
    }
    assertEquals(figures.size(), new HashSet<>(FIGURES.names()).size());
  }

  @Test
  void delicateFiguresAreShownOnlyIfAskedForByName() {
    for (String name : List.of("skull", "sword", "coffin", "pistol", "syringe")) {
      assertTrue(FIGURES.has(name));
      assertTrue(FIGURES.outline(name).height() > 0);
      float[] meaning = new MiniLm().embed(name);
      for (Figures.Match match : FIGURES.matches(name, meaning, 99)) {
        assertFalse(match.figure().equals(name), match::toString);
      }
    }
  }

  @Test
  void anOutlineIsMadeOnce() {
    assertSame(FIGURES.outline("swan"), FIGURES.outline("swan"));
    assertSame(FIGURES, Figures.shipped());
  }

  @Test
  void whatIsAskedWronglyIsTold() {
    String unknown =
        assertThrows(IllegalArgumentException.class, () -> FIGURES.outline("justice")).getMessage();
    assertTrue(unknown.contains("justice") && unknown.contains("names()"), unknown);
    assertFalse(FIGURES.has("justice"));
    assertThrows(IllegalArgumentException.class, () -> FIGURES.matches("horse", new float[300], 3));
    assertThrows(IllegalArgumentException.class, () -> FIGURES.matches("horse", WORDS_ONLY, -1));
    assertEquals(List.of(), FIGURES.matches("horse", WORDS_ONLY, 0));
    assertEquals("horse", best("horse", new float[384]));
    float[] broken = new float[384];
    broken[7] = Float.NaN;
    assertEquals("horse", best("horse", broken));
  }

  @Test
  void theVectorsAreThoseOfTheText() {
    List<Figure> figures = Tables.lines("figures.txt").stream().map(Figure::of).toList();
    List<String> phrases = Meanings.phrases(figures);
    byte[] file = Tables.bytes("figures.bin");
    TextEmbedder embedder = new MiniLm();
    for (int i = 0; i < phrases.size(); i += 97) {
      byte[] made = FiguresMaker.vector(phrases.get(i), embedder);
      float[] a = new float[Meanings.WIDTH];
      float[] b = new float[Meanings.WIDTH];
      for (int j = 0; j < Meanings.WIDTH; j++) {
        a[j] = made[j];
        b[j] = file[Integer.BYTES + i * Meanings.WIDTH + j];
      }
      // Not to the bit: the embedder's arithmetic differs a little between processors.
      double likeness = ConceptVectors.cosine(a, b);
      String phrase = phrases.get(i);
      assertTrue(likeness > 0.99, () -> phrase + ": " + likeness + "; run FiguresMaker");
    }
    assertThrows(IllegalStateException.class, () -> new Meanings(figures.subList(1, 9), file));
  }
}
