package culturalalien.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusTest {
  private static final CorpusRecord FIRST =
      new CorpusRecord("A1", List.of("Ann Müller"), List.of("sea", "sailing boat"));
  private static final CorpusRecord SECOND = new CorpusRecord("A2", List.of(), List.of("sea"));

  @TempDir private Path folder;

  @Test
  void whatIsWrittenIsReadBack() throws Exception {
    Path file = folder.resolve("new/corpus.jsonl");
    Corpus.write(file, List.of(FIRST, SECOND));
    assertEquals(new Corpus(List.of(FIRST, SECOND), List.of()), Corpus.read(file));
    assertEquals(
        "{\"artwork\":\"A1\",\"artists\":[\"Ann Müller\"],\"concepts\":[\"sea\",\"sailing boat\"]}",
        Files.readAllLines(file).get(0));
  }

  @Test
  void writingLeavesNothingElseBehind() throws Exception {
    Path file = folder.resolve("corpus.jsonl");
    Corpus.write(file, List.of(FIRST));
    Corpus.write(file, List.of(SECOND));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void aMalformedLineCostsItselfAlone() throws Exception {
    var bytes = new ByteArrayOutputStream();
    for (String line :
        List.of(
            "{\"artwork\":\"A1\",\"artists\":[\"Ann Müller\"],\"concepts\":[\"sea\",\"sailing boat\"]}",
            "{\"artwork\":\"A3\",\"artists\":[",
            "",
            "{\"artists\":[],\"concepts\":[]}",
            "{\"artwork\":\"A4\",\"artists\":[],\"concepts\":[\"sea\",\"sea\"]}",
            "{\"artwork\":\"A1\",\"artists\":[],\"concepts\":[]}",
            "null")) {
      bytes.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
    bytes.write(0xff);
    bytes.writeBytes(
        "\n{\"artwork\":\"A2\",\"artists\":[],\"concepts\":[\"sea\"],\"year\":1}".getBytes(UTF_8));
    Path file = Files.write(folder.resolve("c.jsonl"), bytes.toByteArray());

    Corpus corpus = Corpus.read(file);

    assertEquals(List.of(FIRST, SECOND), corpus.records());
    assertEquals(
        List.of(
            "c.jsonl:2: Unexpected end-of-input: expected close marker for Array",
            "c.jsonl:4: \"artwork\" is missing or blank",
            "c.jsonl:5: \"concepts\" names \"sea\" twice",
            "c.jsonl:6: artwork A1 occurs again",
            "c.jsonl:7: null is no artwork",
            "c.jsonl:8: the line is not UTF-8 text"),
        corpus.malformed());
  }

  @Test
  void aFileWithAByteOrderMarkKeepsItsFirstRecord() throws Exception {
    String text =
        "\uFEFF{\"artwork\":\"A1\",\"artists\":[\"Ann Müller\"],"
            + "\"concepts\":[\"sea\",\"sailing boat\"]}\r\n";
    Path file = Files.writeString(folder.resolve("c.jsonl"), text);
    assertEquals(new Corpus(List.of(FIRST), List.of()), Corpus.read(file));
    Files.write(file, text.getBytes(StandardCharsets.UTF_16LE));
    assertEquals(new Corpus(List.of(FIRST), List.of()), Corpus.read(file));
  }

  @Test
  void whateverStandsBetweenThemEveryRecordIsRead() throws Exception {
    Random random = new Random(3);
    Path file = folder.resolve("c.jsonl");
    for (int round = 0; round < 200; round++) {
      var bytes = new ByteArrayOutputStream();
      int records = random.nextInt(4);
      int garbage = 0;
      for (int i = 0; i < records; i++) {
        byte[] noise = new byte[random.nextInt(30)];
        random.nextBytes(noise);
        // What begins with this is none of a record and no mark of an encoding.
        bytes.write('[');
        for (byte b : noise) {
          bytes.write(b == '\n' || b == '\r' ? '{' : b);
        }
        garbage++;
        bytes.writeBytes(
            ("\r\n{\"artwork\":\"A" + i + "\",\"artists\":[],\"concepts\":[\"sea\"]}\n")
                .getBytes(StandardCharsets.UTF_8));
      }
      Files.write(file, bytes.toByteArray());
      Corpus corpus = Corpus.read(file);
      assertEquals(records, corpus.records().size());
      assertEquals(garbage, corpus.malformed().size());
    }
  }

  @Test
  void namesInDecomposedLettersAreThoseInComposedOnes() {
    CorpusRecord record =
        new CorpusRecord("A1", List.of("Ann Mu\u0308ller"), List.of("cafe\u0301"));
    assertEquals(List.of("Ann Müller"), record.artists());
    assertEquals(List.of("café"), record.concepts());
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> new CorpusRecord("A1", List.of(), List.of("café", "cafe\u0301")));
    assertEquals("\"concepts\" names \"cafe\u0301\" twice", refused.getMessage());
  }

  @Test
  void aRecordWithAReservedNameIsToldAndTheOthersStay() throws Exception {
    Path file = folder.resolve("c.jsonl");
    CorpusRecord marked = new CorpusRecord("A3", List.of(), List.of("sea", "<|END|>"));
    Corpus.write(file, List.of(FIRST, marked, SECOND));
    Corpus corpus = Corpus.read(file, Set.of("<|end|>"));
    assertEquals(List.of(FIRST, SECOND), corpus.records());
    assertEquals(
        List.of(
            "c.jsonl:2: \"concepts\" names \"<|END|>\", which the models keep for themselves; call"
                + " the concept otherwise"),
        corpus.malformed());
    assertEquals(List.of(), Corpus.read(file).malformed());
  }

  @Test
  void whiteSpaceInANameCannotBreakAVocabularyFile() {
    CorpusRecord record = new CorpusRecord("A1", List.of(" Ann\tAuthor"), List.of("open\n fire "));
    assertEquals(List.of("Ann Author"), record.artists());
    assertEquals(List.of("open fire"), record.concepts());
  }

  private static final java.nio.charset.Charset UTF_8 = StandardCharsets.UTF_8;

  @Test
  void aMissingFileIsOneSentence() {
    Path file = folder.resolve("none.jsonl");
    var e = assertThrows(UncheckedIOException.class, () -> Corpus.read(file));
    assertEquals(
        "Cannot read the corpus file "
            + file
            + ": there is no such file or folder; check the path.",
        e.getMessage());
  }

  @Test
  void aFileInPlaceOfTheFolderIsOneSentence() throws Exception {
    Path blocker = Files.writeString(folder.resolve("file"), "");
    Path target = blocker.resolve("corpus.jsonl");
    var e = assertThrows(UncheckedIOException.class, () -> Corpus.write(target, List.of()));
    assertTrue(e.getMessage().startsWith("Cannot write the corpus file " + target), e.getMessage());
  }
}
