package culturalalien.study.report;

import culturalalien.io.AtomicFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes what a study found: {@code index.html}, one page that holds all its figures and needs no
 * other file, script or network, and {@code data/*.csv}, the numbers behind every figure and table.
 */
public final class Report {

  private Report() {}

  /**
   * Writes the report, over an earlier one if there is any. Each file is replaced as a whole; the
   * same findings give the same bytes on the same machine (fonts differ between machines). Parts
   * without data are left out of the page and named at its end.
   *
   * @param folder made where it is missing
   */
  public static void write(Findings findings, Path folder) throws IOException {
    for (Map.Entry<String, String> file : DataFiles.of(findings).entrySet()) {
      AtomicFiles.write(folder.resolve("data").resolve(file.getKey()), file.getValue());
    }
    AtomicFiles.write(folder.resolve("index.html"), Page.html(findings));
  }
}
