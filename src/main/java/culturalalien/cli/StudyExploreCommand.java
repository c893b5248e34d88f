package culturalalien.cli;

import culturalalien.agent.ContactSheet;
import culturalalien.agent.Event.Named;
import culturalalien.cli.ModelOptions.Loaded;
import culturalalien.io.Messages;
import culturalalien.sampling.Vocabulary;
import culturalalien.study.explore.Contestant;
import culturalalien.study.explore.Plan;
import culturalalien.study.explore.Study;
import culturalalien.study.explore.Summary;
import culturalalien.study.explore.Surveyor;
import culturalalien.study.explore.Surveyor.Survey;
import culturalalien.study.explore.Tables;
import culturalalien.study.report.Findings;
import culturalalien.study.report.Findings.Places;
import culturalalien.study.report.Findings.Sheet;
import culturalalien.study.report.Findings.Sweep;
import culturalalien.study.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code study explore}: samplers side by side over long runs, and the report. */
@Command(
    name = "explore",
    description = {
      "Sets samplers side by side over long runs, and writes a report.",
      "All begin at the same starts with the same seeds; how far, how varied, how coherent and how",
      "typical they are is measured."
    },
    mixinStandardHelpOptions = true)
final class StudyExploreCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ModelOptions models;
  @Mixin private ExploreOptions options;

  @Option(
      names = "--out",
      defaultValue = "report",
      paramLabel = "DIR",
      description = "Where the report is written (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Override
  public Integer call() throws Exception {
    Plan plan = options.plan();
    List<String> notes = new ArrayList<>();
    // The samplers share the cores; a model that took all of them would only be in their way.
    System.setProperty("ai.djl.pytorch.num_threads", "1");
    try (Loaded chooser = models.load();
        JuryModels judges = JuryModels.of(options, models, chooser, notes::add);
        ExploreProgress progress = new ExploreProgress(spec.commandLine(), notes::add)) {
      Vocabulary vocabulary = chooser.vocabulary();
      BitSet excluded = options.excluded(vocabulary);
      Names names = new Names(chooser.bundle());
      Surveyor surveyor = new Surveyor(judges.jury(), names, chooser.bundle().vectors().vectors());
      List<Named> starts = plan.startConcepts(vocabulary, excluded);
      Study study = new Study(plan, starts, names, surveyor, progress);
      List<Contestant> contestants =
          new ArrayList<>(Contestant.offline(chooser.sampler(), vocabulary, excluded));
      contestants.addAll(options.languageModels(vocabulary, progress::skipped));
      List<Survey> surveys;
      if (options.painter) {
        surveys = painted(contestants, plan, starts, surveyor, excluded, progress);
      } else {
        progress.expect((long) contestants.size() * plan.generations());
        surveys = study.surveys(contestants);
      }
      // Before anything that could fail.
      Tables.works(out.resolve("works.csv"), surveys);
      Tables.runs(out.resolve("runs.csv"), surveys);
      progress.expect(study.sweepGenerations());
      List<Sweep> sweep =
          study.sweep(beta -> Contestant.withBeta(beta, chooser.sampler(), vocabulary, excluded));
      List<Sheet> sheets = sheets(surveys, excluded, progress);
      Places map = names.map(excluded);
      Findings findings =
          new Findings(
              "Samplers side by side",
              "culturalalien "
                  + String.join(" ", spec.commandLine().getParseResult().originalArgs()),
              facts(plan, starts, chooser, judges, surveyor),
              notes,
              Summary.measures(),
              surveys.stream().map(Summary::row).toList(),
              Summary.comparisons(surveys),
              surveys.stream().flatMap(s -> Summary.works(s).stream()).toList(),
              surveys.stream().map(s -> Summary.curve(s, plan.generations())).toList(),
              sweep,
              map,
              surveys.stream().map(s -> Summary.walk(s, map, names)).toList(),
              sheets);
      Report.write(findings, out);
    }
    spec.commandLine()
        .getOut()
        .println("the report: " + out.resolve("index.html").toAbsolutePath());
    return 0;
  }

  private List<Sheet> sheets(List<Survey> surveys, BitSet excluded, ExploreProgress progress)
      throws IOException, InterruptedException {
    List<Sheet> sheets = new ArrayList<>();
    if (options.works == 0) {
      return sheets;
    }
    try (StudyPainter painter =
        new StudyPainter(models.scorer(progress::skipped), excluded, progress::skipped)) {
      for (Survey survey : surveys) {
        Contestant contestant = survey.contestant();
        if (contestant.strategy() == null) {
          progress.skipped(
              contestant.name() + " has no contact sheet: its concepts were not painted");
          continue;
        }
        String task = contestant.name() + ", painted";
        progress.expect(options.works);
        progress.begins(task);
        try {
          List<ContactSheet.Print> prints =
              painter.prints(
                  runs(contestant),
                  contestant,
                  survey.runs().get(0),
                  options.works,
                  progress::generation);
          sheets.add(new Sheet(contestant.name(), StudyPainter.sheet(prints)));
          progress.ends(task);
        } catch (IOException e) {
          // The measures took long and stand on their own.
          progress.skipped(contestant.name() + " has no contact sheet: " + Messages.of(e));
        }
      }
    }
    return sheets;
  }

  /** Works of other models, or of another selection of concepts, are not shown again. */
  private Path runs(Contestant contestant) {
    Path runs = out.resolve("runs");
    Path byModels = models.isShipped() ? runs : runs.resolve(models.name());
    Path byFilter = byModels.resolve(options.selection.folder());
    return byFilter.resolve(contestant.name().replace(' ', '-'));
  }

  /** The same by the real agent with its painter: every work of every run is painted. */
  private List<Survey> painted(
      List<Contestant> contestants,
      Plan plan,
      List<Named> starts,
      Surveyor surveyor,
      BitSet excluded,
      ExploreProgress progress)
      throws IOException, InterruptedException {
    List<Survey> surveys = new ArrayList<>();
    try (StudyPainter painter =
        new StudyPainter(models.scorer(progress::skipped), excluded, progress::skipped)) {
      for (Contestant contestant : contestants) {
        if (contestant.strategy() == null) {
          progress.skipped(contestant.name() + " was left out: it takes part without --painter");
          continue;
        }
        progress.expect((long) plan.runs() * plan.generations());
        progress.begins(contestant.name());
        surveys.add(
            surveyor.survey(
                contestant,
                painter.runs(runs(contestant), contestant, plan, starts, progress::generation)));
        progress.ends(contestant.name());
      }
    }
    return surveys;
  }

  private Map<String, String> facts(
      Plan plan, List<Named> starts, Loaded chooser, JuryModels judges, Surveyor surveyor) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(
        "runs of each sampler",
        plan.runs() + ": " + plan.starts() + " starts, " + plan.seeds() + " seeds");
    facts.put("generations of a run", Integer.toString(plan.generations()));
    facts.put(
        "what a run is",
        options.painter
            ? "the agent with its offline compositor and painter"
            : "the agent's loop without pictures");
    facts.put("starts", String.join(", ", starts.stream().map(Named::name).toList()));
    facts.put(
        "models that chose", models.name() + ", " + chooser.vocabulary().size() + " concepts");
    facts.put("models that judged", judges.name());
    facts.put(
        "the same ground (ε)",
        String.format(
            Locale.ROOT,
            "within %.3f, the median distance of a concept from its nearest",
            surveyor.epsilon()));
    facts.put("intervals", "95 %, percentile bootstrap over starts, 2,000 resamples");
    facts.put(
        "tests", "Wilcoxon's signed-rank test over starts, Holm's correction within a measure");
    return facts;
  }
}
