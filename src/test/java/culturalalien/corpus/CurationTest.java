package culturalalien.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurationTest {
  private static final Curation STANDARD = Curation.standard();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          society > transport: water    | boat, sailing          | sailing boat
          society > transport: water    | ship, sailing          | sailing ship
          society > transport: water    | boat, barge            | barge
          society > transport: air      | aircraft, military     | military aircraft
          people > adults               | man, old               | old man
          nature > animals: mammals     | dog - non-specific     | dog
          nature > animals: mammals     | dog, greyhound         | greyhound
          objects > kitchen             | cup / mug              | cup
          people > actions: postures and motions | arm/arms raised | arms raised
          people > actions: postures and motions | head in hand/hands | head in hands
          people > actions: postures and motions | hand/hands on hip | hands on hips
          objects > fine arts and music | instrument, flute      | flute
          objects > fine arts and music | instrument, stringed   | stringed instrument
          objects > weapons             | weapon, firing / explosion | gunfire
          objects > weapons             | gun, rifle             | rifle
          objects > food and drink      | fruit, apple           | apple
          objects > food and drink      | fruit - non-specific   | fruit
          objects > heating and lighting | fire, open            | open fire
          objects > heating and lighting | light, electric       | electric light
          architecture > features       | window, stained glass  | stained glass window
          architecture > townscapes, man-made features | townscape, distant | distant townscape
          religion and belief > Saints  | St George              | saint george
          work and occupations > agriculture and fishing | shepherd / shepherdess | shepherd
          work and occupations > arts and entertainment | artist, sculptor | sculptor
          """)
  void headingsReadAsPeopleSayThem(String branch, String leaf, String phrase) {
    assertEquals(phrase, decide(branch, leaf).concept());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          people > nudes                | female                 | female nude
          people > portraits            | individuals: male      | portrait of a man
          architecture > ruins          | military               | military ruins
          architecture > periods and styles | classical          | classical architecture
          abstraction > from recognisable sources | figure       | abstracted figure
          nature > landscape            | rocky                  | rocky landscape
          nature > landscape            | wooded                 | wooded landscape
          nature > seascapes and coasts | rocky                  | rocky coast
          nature > trees                | palm                   | palm tree
          nature > trees                | tree                   | tree
          nature > animals: features    | skull                  | animal skull
          people > body                 | skull                  | human skull
          nature > animals: actions     | flying                 | flying animal
          people > actions: processes and functions | looking / watching | watching
          objects > toys and models     | robot                  | toy robot
          interiors > religious         | church                 | church interior
          symbols & personifications > birth to death | death - skull | symbol of death
          movements                     | British Surrealism     | surrealism
          """)
  void aBranchGivesItsLeavesTheirMeaning(String branch, String leaf, String phrase) {
    assertEquals(phrase, decide(branch, leaf).concept());
  }

  @Test
  void theSameThingInTwoBranchesIsOneConcept() {
    assertEquals(
        decide("places > mythical, religious, fictional", "Hell").concept(),
        decide("religion and belief > Judaeo-Christian imagery", "Hell").concept());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          places > UK counties                    | Anyshire                | place
          people > named individuals              | Doe, Jane               | named person
          people > named families                 | Doe family              | named family or group
          people > ethnicity                      | anybody                 | nationality or ethnicity
          society > nationality                   | Anylander               | nationality or ethnicity
          history > military                      | Any Battle, 1 Jan 1700  | dated history
          literature and fiction > Shakespeare    | 'A Play'                | named work
          objects > reading, writing, printed matter | newspaper, 'The Day' | named work
          society > transport: water              | ship, sailing, 'Ann'    | named work
          religion and belief > Bible: Old Testament | Any Book, chapter 4  | passage of a text
          symbols & personifications > inscriptions | any note              | inscription
          nature > weather                        | storm of 1703           | dated history
          nature > weather                        | ,                       | no words
          """)
  void namesAndDatesAreNoConcepts(String branch, String leaf, String reason) {
    assertNull(decide(branch, leaf).concept());
    assertEquals(reason, decide(branch, leaf).reason());
  }

  @Test
  void aBranchWithoutARuleKeepsItsLeaves() {
    assertEquals("steam engine", decide("a branch > to come", "engine, steam").concept());
  }

  @Test
  void ownRulesReplaceTheStandardOnes(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("rules.json");
    Files.writeString(
        file,
        """
        // Rules may be explained.
        {"branches": [{"at": "sea", "say": "{} at sea", "without": {"dull": ["calm"]}}],
         "marks": {"violent": {"words": ["storm"]}}}
        """);
    Curation own = Curation.read(file);
    assertEquals("storm at sea", own.decide(subject("sea > weather", "storm")).concept());
    assertEquals("dull", own.decide(subject("sea", "calm")).reason());
    assertTrue(own.marks().marks("storm at sea").contains("violent"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"branchs": []}                            | unknown setting "branchs"
          {"branches": [{"say": "{} tree"}]}         | without "at"
          {"branches": [{"at": "a", "say": "tree"}]} | has no {}
          {"branches": [{"at": "a"}, {"at": "a"}]}   | has two rules
          {"drop": {"odd": ["("]}}                   | Unclosed group
          {"branches": [                             | end-of-input
          """)
  void aMistakeInTheRulesIsNamed(String json, String message, @TempDir Path folder)
      throws Exception {
    Path file = Files.writeString(folder.resolve("rules.json"), json);
    var e = assertThrows(IllegalArgumentException.class, () -> Curation.read(file));
    assertTrue(e.getMessage().contains(message), e.getMessage());
    assertTrue(e.getMessage().contains("rules.json"), e.getMessage());
  }

  @Test
  void missingRulesAreNamed(@TempDir Path folder) {
    Path file = folder.resolve("none.json");
    var e = assertThrows(UncheckedIOException.class, () -> Curation.read(file));
    assertEquals(
        "Cannot read the curation rules "
            + file
            + ": there is no such file or folder; check the path.",
        e.getMessage());
  }

  private static MuseumWork.Subject subject(String branch, String leaf) {
    return new MuseumWork.Subject(branch, leaf);
  }

  private static Curation.Decision decide(String branch, String leaf) {
    return STANDARD.decide(subject(branch, leaf));
  }
}
