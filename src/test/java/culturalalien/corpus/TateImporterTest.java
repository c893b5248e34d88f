package culturalalien.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TateImporterTest {
  private static final Thresholds NONE = new Thresholds(1, 0);
  private static final Catalogue SMALL =
      new Catalogue()
          .work(
              "B2",
              11,
              "Ann",
              "nature > weather > storm",
              "society > transport: water > boat, sailing")
          .work("B10", 12, "Ben", "nature > weather > storm", "places > UK counties > Anyshire")
          .work("A1", 12, "Ben", "people > adults > man, old", "objects > kitchen > cup / mug");

  @TempDir private Path folder;

  @Test
  void aCatalogueBecomesRecordsByAccessionNumber() throws Exception {
    var imported = run(SMALL.folder(folder));
    assertEquals(
        List.of(
            new CorpusRecord("A1", List.of("Ben"), List.of("cup", "old man")),
            new CorpusRecord("B2", List.of("Ann"), List.of("sailing boat", "storm"))),
        imported.records());
    ImportReport report = imported.report();
    assertEquals(3, report.files());
    assertEquals(2, report.works());
    assertEquals(1, report.worksTooFew());
    assertEquals(2, report.artists());
    assertEquals(4, report.concepts());
    assertEquals(2.0, report.conceptsPerWork());
    assertEquals(
        new ImportReport.Dropped(1, 1, List.of("Anyshire")), report.dropped().get("place"));
  }

  @Test
  void aConceptIsOfTheKindWhereMostOfItsUsesStand() throws Exception {
    var catalogue =
        new Catalogue()
            .work("A1", 11, "Ann", "nature > landscape > sphere", "people > adults > man")
            .work("A2", 11, "Ann", "objects > miscellaneous > sphere", "a > b > odd")
            .work("A3", 12, "Ben", "objects > miscellaneous > sphere", "c > d > odd")
            .work("A4", 12, "Ben", "architecture > periods and styles > Gothic", "e > f > odd");
    var imported = run(catalogue.folder(folder));
    assertEquals("objects", imported.kinds().get("sphere"));
    assertEquals("styles and movements", imported.kinds().get("gothic architecture"));
    assertEquals("people", imported.kinds().get("man"));
    assertEquals("", imported.kinds().get("odd"));
    assertEquals(4, imported.kinds().size());
  }

  @Test
  void folderTarAndZipGiveTheSame() throws Exception {
    var fromFolder = run(SMALL.folder(folder.resolve("catalogue")));
    assertEquals(fromFolder, run(SMALL.tarGz(folder.resolve("any-name"))));
    assertEquals(fromFolder, run(SMALL.zip(folder.resolve("misleading.tar.gz"))));
  }

  @Test
  void movementsAreConcepts() throws Exception {
    var catalogue =
        new Catalogue()
            .file(
                "a.json",
                "{\"acno\":\"A1\",\"movements\":[{\"id\":1,\"name\":\"Romanticism\"},"
                    + "{\"id\":2,\"name\":\"Cubism\"},{\"id\":3,\"name\":\"Any Street Circle\"}]}");
    assertEquals(
        List.of(new CorpusRecord("A1", List.of(), List.of("cubism", "romanticism"))),
        run(catalogue.folder(folder)).records());
  }

  @Test
  void namesakesAreToldApart() throws Exception {
    String[] subjects = {"nature > weather > storm", "nature > weather > rain"};
    var catalogue =
        new Catalogue()
            .work("A1", 21, "Ann Smith", subjects)
            .work("A2", 22, "Ann Smith", subjects)
            .work("A3", 23, "Ann Jones", subjects);
    assertEquals(
        List.of("Ann Smith (1921-2021)", "Ann Smith (1922-2022)", "Ann Jones"),
        run(catalogue.folder(folder)).records().stream().map(r -> r.artists().get(0)).toList());
  }

  @Test
  void aMalformedFileIsNamedSkippedAndCounted() throws Exception {
    SMALL.folder(folder);
    var odd =
        new Catalogue()
            .file("x1.json", "{\"acno\":\"X1\",\"subjects\":{\"children\":[{\"name\":")
            .file("x2.json", "[]")
            .file("x3.json", "{\"title\":\"no number\"}")
            .file("x4.json", "{\"acno\":\"X4\",\"subjects\":{\"children\":\"none\"}}")
            .file("x5.json", "{\"acno\":\"X5\",\"contributors\":[{\"role\":\"artist\"}]}")
            .file("x6.json", "")
            .file("x7.json", " ".repeat(MuseumFiles.MOST_BYTES + 1))
            .file("x8.json", "{\"acno\":\"A1\"}")
            .file("notes.txt", "not read")
            .file("artists/x9.json", "{\"fc\":\"not read\"}")
            .file(".hidden.json", "not read");
    var imported = run(odd.folder(folder));
    assertEquals(2, imported.records().size());
    assertEquals(8, imported.report().malformedFiles());
    assertEquals(
        List.of(
            "x1.json: Unexpected end-of-input within/between Object entries",
            "x2.json: not a JSON object",
            "x3.json: no text as \"acno\"",
            "x4.json: \"children\" is not a list",
            "x5.json: an artist without a number as \"id\"",
            "x6.json: not a JSON object",
            "x7.json: larger than 4 MB",
            "x8.json: A1 is already in artworks/a1.json"),
        imported.report().malformed());
  }

  @Test
  void theReportCapsItsListOfMalformedFiles() throws Exception {
    SMALL.folder(folder);
    var odd = new Catalogue();
    for (int i = 100; i < 130; i++) {
      odd.file(i + ".json", "odd");
    }
    ImportReport report = run(odd.folder(folder)).report();
    assertEquals(30, report.malformedFiles());
    assertEquals(20, report.malformed().size());
    assertTrue(report.toString().contains("and 10 more"), report.toString());
  }

  @Test
  void progressEndsAtTheTotal() throws Exception {
    for (Path source :
        List.of(
            SMALL.folder(folder.resolve("f")),
            SMALL.tarGz(folder.resolve("t")),
            SMALL.zip(folder.resolve("z")))) {
      long[] last = new long[2];
      TateImporter.run(
          source,
          Curation.standard(),
          NONE,
          (done, total) -> {
            assertTrue(last[0] <= done && done <= total);
            last[0] = done;
            last[1] = total;
          });
      assertEquals(last[1], last[0]);
    }
  }

  @Test
  void aMissingSourceIsOneSentence() {
    Path none = folder.resolve("none.zip");
    var e = assertThrows(UncheckedIOException.class, () -> run(none));
    assertEquals(
        "Cannot read the museum's files in "
            + none
            + ": there is no such file or folder; check the path.",
        e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "P", "plain text"})
  void anUnknownFormatIsOneSentence(String content) throws Exception {
    Path file = Files.writeString(folder.resolve("a.rar"), content);
    assertTrue(refusal(file).contains("is neither a folder, a .tar.gz nor a .zip"));
  }

  @Test
  void anEmptySourceIsOneSentence() throws Exception {
    assertTrue(refusal(folder).contains("holds no .json file"));
    assertTrue(refusal(new Catalogue().zip(folder.resolve("z"))).contains("holds no .json file"));
    assertTrue(refusal(new Catalogue().tarGz(folder.resolve("t"))).contains("holds no .json file"));
  }

  @Test
  void aDamagedArchiveIsOneSentence() throws Exception {
    for (Path archive : List.of(SMALL.tarGz(folder.resolve("t")), SMALL.zip(folder.resolve("z")))) {
      byte[] whole = Files.readAllBytes(archive);
      for (int length : new int[] {12, whole.length / 2, whole.length - 9}) {
        Files.write(archive, Arrays.copyOf(whole, length));
        assertTrue(refusal(archive).contains("fetch it again"), refusal(archive));
      }
    }
  }

  private static TateImporter.Imported run(Path source) {
    return TateImporter.run(source, Curation.standard(), NONE, (done, total) -> {});
  }

  private static String refusal(Path source) {
    return assertThrows(IllegalArgumentException.class, () -> run(source)).getMessage();
  }
}
