package culturalalien.study.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.io.ServiceException;
import culturalalien.io.ServiceException.Remedy;
import culturalalien.sampling.Sampler;
import culturalalien.study.explore.Surveyor.Survey;
import culturalalien.study.report.Findings.Sweep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyTest implements Study.Progress {

  private final List<String> begun = new ArrayList<>();
  private final List<String> ended = new ArrayList<>();
  private final List<String> skipped = new ArrayList<>();
  private int generations;

  private final Sampler sampler = new Sampler(Small.chain(), Small.zipf());
  private final Plan plan = new Plan(12, 3, 2);
  private final Study study =
      new Study(
          plan, plan.startConcepts(Small.WORDS, Small.NONE), Small::vector, Small.surveyor(), this);

  @Override
  public synchronized void begins(String name) {
    begun.add(name);
  }

  @Override
  public synchronized void generation() {
    generations++;
  }

  @Override
  public synchronized void ends(String name) {
    ended.add(name);
  }

  @Override
  public void skipped(String sentence) {
    skipped.add(sentence);
  }

  private List<Contestant> offline() {
    return Contestant.offline(sampler, Small.WORDS, Small.NONE);
  }

  @Test
  void allSamplersMakeTheSameNumberOfRunsFromTheSameStarts() throws Exception {
    List<Survey> surveys = study.surveys(offline());
    assertEquals(10, surveys.size());
    assertEquals(10 * 12, generations);
    assertEquals(10, begun.size());
    assertEquals(10, ended.size());
    for (Survey survey : surveys) {
      assertEquals(6, survey.runs().size());
      for (int r = 0; r < 6; r++) {
        assertEquals(surveys.get(0).runs().get(r).own(), survey.runs().get(r).own());
      }
    }
  }

  @Test
  void aMuseThatFallsSilentIsLeftOutByNameAndTheOthersGoOn() throws Exception {
    List<Contestant> all = new ArrayList<>(offline().subList(0, 1));
    all.add(
        new Contestant(
            "language model, free",
            "",
            runs -> {
              throw new ServiceException(Remedy.OTHER_SETTINGS, "the key is wrong");
            },
            null,
            null,
            false));
    all.add(offline().get(9));
    List<Survey> surveys = study.surveys(all);
    assertEquals(
        List.of("cas", "random"), surveys.stream().map(s -> s.contestant().name()).toList());
    assertEquals(List.of("language model, free was left out: the key is wrong"), skipped);
  }

  @Test
  void theSweepTradesTypicalForRare() throws Exception {
    List<Sweep> sweep =
        study.sweep(beta -> Contestant.withBeta(beta, sampler, Small.WORDS, Small.NONE));
    assertEquals(11, sweep.size());
    assertEquals(0.3, sweep.get(3).beta());
    assertTrue(sweep.get(10).typicality().mean() > sweep.get(0).typicality().mean() + 0.5);
  }

  @Test
  void tablesHoldEveryWorkAndEveryRun(@TempDir Path folder) throws Exception {
    List<Survey> surveys = study.surveys(List.of(offline().get(0), offline().get(3)));
    Tables.works(folder.resolve("works.csv"), surveys);
    Tables.runs(folder.resolve("runs.csv"), surveys);
    List<CSVRecord> works = read(folder.resolve("works.csv"));
    assertEquals(2 * 6 * 12, works.size());
    assertEquals("cas-orders", works.get(72).get("sampler"));
    assertEquals(
        String.join("; ", surveys.get(1).runs().get(0).turns().get(0).work()),
        works.get(72).get("work"));
    assertEquals("12", works.get(11).get("generation"));
    List<CSVRecord> runs = read(folder.resolve("runs.csv"));
    assertEquals(12, runs.size());
    assertEquals(
        surveys.get(1).values()[4][5], Double.parseDouble(runs.get(11).get("repeat_within")), 1e-5);
  }

  private static List<CSVRecord> read(Path file) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = format.parse(Files.newBufferedReader(file))) {
      return parser.getRecords();
    }
  }
}
