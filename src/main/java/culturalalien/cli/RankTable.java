package culturalalien.cli;

import culturalalien.io.AtomicFiles;
import culturalalien.study.rank.Standings;
import culturalalien.study.rank.Standings.Standing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Standings to look at: a text table with a bar for each row, and a CSV file. */
final class RankTable {

  /** Characters of the widest bar. */
  private static final int BAR = 40;

  private RankTable() {}

  /** The table; each line ends. */
  static String text(Standings standings) {
    int name = standings.table().stream().mapToInt(row -> row.name().length()).max().orElse(0);
    name = Math.max(name, "condition".length());
    double most =
        standings.table().stream()
            .mapToDouble(row -> Math.max(row.high(), row.strength()))
            .max()
            .orElse(1);
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "  %-"
                + name
                + "s  strength   95 %% interval     won   tied   lost  0%"
                + (BAR - 1)
                + ".2f%n",
            "condition",
            most));
    for (Standing row : standings.table()) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %-" + name + "s  %8.3f  %.3f to %.3f  %6d %6d %6d  %s%n",
              row.name(),
              row.strength(),
              row.low(),
              row.high(),
              row.wins(),
              row.ties(),
              row.losses(),
              bar(row, most)));
    }
    return text.toString();
  }

  /** The interval as a line from low to high, the strength as a dot on it. */
  private static String bar(Standing row, double most) {
    StringBuilder bar = new StringBuilder(" ".repeat(BAR));
    for (int i = place(row.low(), most); i <= place(row.high(), most); i++) {
      bar.setCharAt(i, '-');
    }
    bar.setCharAt(place(row.strength(), most), 'o');
    return bar.toString().stripTrailing();
  }

  private static int place(double strength, double most) {
    return (int) Math.round((BAR - 1) * strength / most);
  }

  /** Writes all tables into one, whole or not at all. */
  static void write(Path file, Map<String, Standings> questions) throws IOException {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      printer.printRecord(
          "question", "condition", "strength", "low", "high", "won", "tied", "lost");
      for (var question : questions.entrySet()) {
        for (Standing row : question.getValue().table()) {
          printer.printRecord(
              question.getKey(),
              row.name(),
              decimals(row.strength()),
              decimals(row.low()),
              decimals(row.high()),
              row.wins(),
              row.ties(),
              row.losses());
        }
      }
    }
    AtomicFiles.write(file, text.toString());
  }

  private static String decimals(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }
}
