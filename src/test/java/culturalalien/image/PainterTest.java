package culturalalien.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.image.ImageRequest.Subject;
import culturalalien.io.ServiceException;
import culturalalien.io.ServiceException.Remedy;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class PainterTest {

  private static final float[] MEANING = {0.6f, 0.8f};

  private static Pixels paint(Subject subject, int width, int height) throws Exception {
    return new Painter()
        .generate(new ImageRequest("", "", List.of(subject), width, height, 1), done -> {});
  }

  @Test
  void itIsFoundAsAPlugInUnderItsName() {
    assertTrue(
        ServiceLoader.load(ImageGenerator.class).stream()
            .map(ServiceLoader.Provider::get)
            .anyMatch(generator -> generator.name().equals("painter")));
  }

  @Test
  void itPaintsTheSizeThatIsAskedFor() throws Exception {
    Pixels picture = paint(new Subject("sea", MEANING, new int[] {0x2040C0}), 31, 17);
    assertEquals(31, picture.width());
    assertEquals(17, picture.height());
  }

  @Test
  void aConceptWithoutColourIsRefusedByName() {
    Subject subject = new Subject("sea", MEANING, new int[0]);
    ServiceException refusal = assertThrows(ServiceException.class, () -> paint(subject, 8, 8));
    assertTrue(refusal.getMessage().contains("\"sea\" has no colour"), refusal::getMessage);
    assertEquals(Remedy.OTHER_REQUEST, refusal.remedy());
  }

  @Test
  void aVectorThatIsNoNumberIsRefused() {
    Subject subject = new Subject("sea", new float[] {1, Float.NaN}, new int[] {0});
    ServiceException refusal = assertThrows(ServiceException.class, () -> paint(subject, 8, 8));
    assertTrue(refusal.getMessage().contains("holds NaN"), refusal::getMessage);
  }

  @Test
  void aPictureBeyondOneArrayIsRefusedBeforeAnyWork() {
    Subject subject = new Subject("sea", MEANING, new int[] {0x2040C0});
    ServiceException refusal =
        assertThrows(ServiceException.class, () -> paint(subject, 50_000, 50_000));
    assertTrue(refusal.getMessage().contains("50000 x 50000"), refusal::getMessage);
  }
}
