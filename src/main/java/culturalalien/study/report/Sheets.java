package culturalalien.study.report;

import static culturalalien.study.report.Html.element;

import culturalalien.study.report.Findings.Sheet;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Contact sheets, no larger than a page needs. */
final class Sheets {

  /** A PNG up to this size goes into the page as it is. */
  private static final int SMALL = 300_000;

  private static final int MOST_WIDE = Panels.WIDTH * Panels.DENSITY;
  private static final float QUALITY = 0.85f;

  private Sheets() {}

  static String of(Findings findings) {
    StringBuilder html = new StringBuilder();
    for (Sheet sheet : readable(findings.sheets())) {
      String about =
          findings.samplers().stream()
              .filter(row -> row.sampler().equals(sheet.sampler()))
              .map(row -> ": " + row.about())
              .findFirst()
              .orElse("");
      boolean small = sheet.png().length <= SMALL;
      String image =
          Html.image(
              small ? sheet.png() : jpeg(picture(sheet)),
              small ? "png" : "jpeg",
              "Contact sheet of works by " + sheet.sampler() + about,
              "class=\"sheet\"");
      html.append(
              element(
                  "figure",
                  image
                      + element(
                          "figcaption",
                          element("b", Html.text(sheet.sampler())) + Html.text(about))))
          .append('\n');
    }
    return html.toString();
  }

  static List<Sheet> readable(List<Sheet> sheets) {
    return sheets.stream().filter(sheet -> picture(sheet) != null).toList();
  }

  private static BufferedImage picture(Sheet sheet) {
    try {
      return ImageIO.read(new ByteArrayInputStream(sheet.png()));
    } catch (IOException e) {
      return null; // A broken sheet is no reason to lose the report of a long run.
    }
  }

  /** Paintings as lossless PNG would make a page of tens of megabytes. */
  private static byte[] jpeg(BufferedImage picture) {
    int width = Math.min(MOST_WIDE, picture.getWidth());
    int height = Math.max(1, (int) ((long) picture.getHeight() * width / picture.getWidth()));
    BufferedImage opaque = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = opaque.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    g.drawImage(picture, 0, 0, width, height, null);
    g.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(opaque, null, null), settings);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot encode a contact sheet", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
