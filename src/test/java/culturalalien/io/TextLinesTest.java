package culturalalien.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.io.TextLines.Line;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextLinesTest {

  private static final Charset UTF_8 = StandardCharsets.UTF_8;

  private static List<Line> lines(InputStream in) throws IOException {
    List<Line> found = new ArrayList<>();
    try (TextLines lines = new TextLines(in)) {
      for (Optional<Line> line; (line = lines.next()).isPresent(); ) {
        found.add(line.get());
      }
    }
    return found;
  }

  private static List<Line> lines(byte[] bytes) throws IOException {
    return lines(new ByteArrayInputStream(bytes));
  }

  /** Texts of sound lines, and what is wrong with the others. */
  private static List<String> told(byte[] bytes) throws IOException {
    return lines(bytes).stream().map(line -> line.fault().orElse(line.text())).toList();
  }

  private static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void aByteOrderMarkTellsTheEncodingAndIsNoPartOfTheFirstLine(String charset) throws IOException {
    String text = "\uFEFFcafé\n海\n\uD83C\uDF0A Welle";
    assertEquals(
        List.of("café", "海", "\uD83C\uDF0A Welle"), told(text.getBytes(Charset.forName(charset))));
  }

  @Test
  void filesThatWerePutTogetherKeepNoMarkBetweenThem() throws IOException {
    assertEquals(List.of("sea", "boat"), told("\uFEFFsea\n\uFEFFboat\n".getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void everySystemsLineEndsAreLineEnds(String end) throws IOException {
    String text = String.join(end, "sea", "", "boat", "");
    assertEquals(List.of("sea", "", "boat"), told(text.getBytes(UTF_8)));
    assertEquals(
        List.of("sea", "", "boat"), told(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)));
  }

  @Test
  void linesAreNumberedFromOneBlankOnesToo() throws IOException {
    List<Line> lines = lines("\nsea\n\n boat".getBytes(UTF_8));
    assertEquals(List.of(1, 2, 3, 4), lines.stream().map(Line::number).toList());
    assertEquals(List.of(true, false, true, false), lines.stream().map(Line::isBlank).toList());
  }

  @Test
  void whatIsNoTextCostsItsOwnLineAlone() throws IOException {
    byte[] bytes =
        joined(
            "sea\n".getBytes(UTF_8),
            new byte[] {'a', (byte) 0xFF, '\n'},
            "boat\n".getBytes(UTF_8),
            new byte[] {'a', 0, 'b', '\n'},
            "gull\n".getBytes(UTF_8),
            // A letter that was cut in two.
            new byte[] {(byte) 0xC3});
    assertEquals(
        List.of(
            "sea",
            "is not UTF-8 text",
            "boat",
            "holds NUL bytes, as no text does; save the file as UTF-8",
            "gull",
            "is not UTF-8 text"),
        told(bytes));
    assertFalse(lines(bytes).get(1).isBlank());
  }

  @Test
  void halfAUnitAtTheEndOfUtf16IsTold() throws IOException {
    byte[] sound = "\uFEFFsea\nboat".getBytes(StandardCharsets.UTF_16BE);
    assertEquals(
        List.of("sea", "is not UTF-16 text"), told(Arrays.copyOf(sound, sound.length - 1)));
  }

  @Test
  void aLineOf50MegabytesIsToldAndNotHeld() throws IOException {
    byte[] row = "x".repeat(1 << 20).getBytes(UTF_8);
    InputStream endless =
        new InputStream() {
          private long left = 50L << 20;

          @Override
          public int read() {
            return left-- > 0 ? 'x' : -1;
          }

          @Override
          public int read(byte[] to, int from, int count) {
            int most = (int) Math.min(Math.min(count, row.length), left);
            System.arraycopy(row, 0, to, from, Math.max(0, most));
            left -= most;
            return most <= 0 ? -1 : most;
          }
        };
    List<Line> lines =
        lines(
            new java.io.SequenceInputStream(
                new java.io.SequenceInputStream(
                    new ByteArrayInputStream("sea\n".getBytes(UTF_8)), endless),
                new ByteArrayInputStream("\nboat".getBytes(UTF_8))));
    assertEquals(3, lines.size());
    assertEquals(Optional.of("has 50 MB, must have at most 8 MB"), lines.get(1).fault());
    assertEquals("boat", lines.get(2).text());
  }

  @Test
  void theLongestLineIsReadAndOneByteMoreIsTold() throws IOException {
    byte[] longest = new byte[TextLines.LONGEST + 1];
    Arrays.fill(longest, (byte) 'x');
    assertTrue(lines(longest).get(0).fault().isPresent());
    assertEquals(
        TextLines.LONGEST,
        lines(Arrays.copyOf(longest, longest.length - 1)).get(0).text().length());
  }

  @Test
  void aFileThatMustBeTextNamesItsFirstLineThatIsNone(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("words.txt"), "\uFEFFsea\r\nboat".getBytes(UTF_8));
    assertEquals(List.of("sea", "boat"), TextLines.all(file));
    assertEquals("sea\nboat", TextLines.text(file));
    Files.write(file, new byte[] {'a', '\n', (byte) 0x80, '\n'});
    var refused = assertThrows(IOException.class, () -> TextLines.all(file));
    assertEquals("line 2 is not UTF-8 text", refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void aPipeGivesALineAsSoonAsItIsThere(String end) throws IOException {
    try (var writer = new PipedOutputStream();
        TextLines lines = open(new PipedInputStream(writer), writer, "s" + end)) {
      assertEquals("s", lines.next().orElseThrow().text());
      assertFalse(lines.ready());
      writer.write("\n".getBytes(UTF_8));
      assertTrue(lines.ready());
      assertEquals("", lines.next().orElseThrow().text());
    }
  }

  /** One that has its first bytes: the encoding is told by them. */
  private static TextLines open(InputStream in, PipedOutputStream writer, String first)
      throws IOException {
    writer.write(first.getBytes(UTF_8));
    return new TextLines(in);
  }

  @Test
  void randomBytesAreSplitAsTheyStandAndEveryLineIsTextOrTold() throws IOException {
    Random random = new Random(7);
    byte[] pieces = {'a', '"', '\n', '\n', '\r', 0, (byte) 0xC3, (byte) 0xA9, (byte) 0xFF};
    for (int round = 0; round < 3000; round++) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      for (int i = 0; i < bytes.length; i++) {
        if (random.nextInt(3) > 0) {
          bytes[i] = pieces[random.nextInt(pieces.length)];
        }
      }
      if (bytes.length > 0 && (bytes[0] & 0xFF) >= 0xEF) {
        // Not a mark of UTF-16: that text is split elsewhere.
        bytes[0] = 'a';
      }
      List<Line> lines = lines(bytes);
      // Latin letters stand for bytes, so that the platform's own splitting can be asked.
      List<String> expected = new String(bytes, StandardCharsets.ISO_8859_1).lines().toList();
      assertEquals(expected.size(), lines.size(), Arrays.toString(bytes));
      for (int i = 0; i < lines.size(); i++) {
        assertEquals(i + 1, lines.get(i).number());
        assertEquals(sound(expected.get(i)), lines.get(i).fault().isEmpty(), expected.get(i));
      }
    }
  }

  private static boolean sound(String latin) {
    try {
      byte[] bytes = latin.getBytes(StandardCharsets.ISO_8859_1);
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().indexOf('\0') < 0;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
