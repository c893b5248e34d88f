package culturalalien;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import processing.core.PApplet;

class SketchEventTest {

  /** What the events of both main objects say of a sketch's methods. */
  private static List<String> said(PApplet sketch) {
    try (Sentences said = new Sentences()) {
      Host host = new Host(sketch, "Test");
      List<SketchEvent<?>> unused = new ArrayList<>();
      unused.add(new SketchEvent<>(host, "source", "conceptEvent", Concept.class));
      unused.add(new SketchEvent<>(host, "source", "ideaEvent", Idea.class));
      unused.add(new SketchEvent<>(host, "source", "artworkFinished", Artwork.class));
      unused.add(new SketchEvent<>(host, "source", "agentWarning", String.class));
      return said.taken().stream().map(s -> s.line().replace("Cultural Alien: ", "")).toList();
    }
  }

  private static void assertSays(String sentence, PApplet sketch) {
    assertEquals(List.of(sentence), said(sketch));
    assertEquals(List.of(), said(sketch), "it is said once");
  }

  /** Takes something else. */
  public static class OtherArgument extends PApplet {
    public void conceptEvent(String name) {}
  }

  /** Takes nothing. */
  public static class NoArgument extends PApplet {
    public void conceptEvent() {}
  }

  /** Cannot be called. */
  public static class Hidden extends PApplet {
    @SuppressWarnings("UnusedMethod")
    private void conceptEvent(Concept c) {}
  }

  /** Misspelt by its case. */
  public static class OtherCase extends PApplet {
    public void artworkfinished(Artwork a) {}
  }

  /** Misspelt by a letter. */
  public static class OtherLetters extends PApplet {
    public void artworkFinshed(Artwork a) {}
  }

  /** Of another source. */
  public static class OtherSource extends PApplet {
    public void artworkFinished(CulturalAlien from, Artwork a) {}
  }

  @Test
  void aMethodThatAlmostFitsIsNamedWithWhatItShouldBe() {
    assertSays(
        "the sketch's conceptEvent(String) is never called; it must be public void"
            + " conceptEvent(Concept)",
        new OtherArgument());
    assertSays(
        "the sketch's conceptEvent() is never called; it must be public void conceptEvent(Concept)",
        new NoArgument());
    assertSays(
        "the sketch's hidden conceptEvent(Concept) is never called; it must be public void"
            + " conceptEvent(Concept)",
        new Hidden());
    assertSays(
        "the sketch's artworkfinished(Artwork) is never called; it must be public void"
            + " artworkFinished(Artwork)",
        new OtherCase());
    assertSays(
        "the sketch's artworkFinshed(Artwork) is never called; it must be public void"
            + " artworkFinished(Artwork)",
        new OtherLetters());
    assertSays(
        "the sketch's artworkFinished(CulturalAlien, Artwork) is never called; it must be public"
            + " void artworkFinished(Artwork)",
        new OtherSource());
  }

  /** Methods of its own, beside those that are called. */
  public static class Legal extends PApplet {
    public final List<String> heard = new ArrayList<>();

    public void conceptEvent(Concept c) {
      heard.add("short " + c);
    }

    public void conceptEvent(String source, Concept c) {
      heard.add(source + " " + c);
    }

    public void conceptEvent(int helper) {}

    public void artworkEnded(int helper) {}

    public void ideaEvents(int helper) {}

    public void warn(String sentence) {}

    public void draw(Concept c) {}
  }

  @Test
  void methodsOfItsOwnAreTheSketchsAffair() {
    assertEquals(List.of(), said(new Legal()));
    assertEquals(List.of(), said(new PApplet()));
  }

  @Test
  void bothFormsAreCalled() {
    Legal sketch = new Legal();
    Host host = new Host(sketch, "Test");
    new SketchEvent<>(host, "source", "conceptEvent", Concept.class).call(Concept.NONE);
    assertEquals(List.of("short ", "source "), sketch.heard);
    assertTrue(sketch.heard.size() == 2);
  }
}
