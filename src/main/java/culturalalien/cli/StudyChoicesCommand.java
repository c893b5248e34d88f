package culturalalien.cli;

import culturalalien.cli.ModelOptions.Loaded;
import culturalalien.corpus.Corpus;
import culturalalien.corpus.CorpusRecord;
import culturalalien.corpus.Split;
import culturalalien.corpus.WorkVectors;
import culturalalien.gpt2.Devices;
import culturalalien.sampling.IdeaRequest;
import culturalalien.sampling.Selection;
import culturalalien.sampling.Vocabulary;
import culturalalien.scoring.LocalModel;
import culturalalien.scoring.ModelBundle;
import culturalalien.study.choices.Case;
import culturalalien.study.choices.ChoicesTable;
import culturalalien.study.choices.Choosing;
import culturalalien.study.choices.IdeasTable;
import culturalalien.study.choices.Uses;
import culturalalien.study.choices.Witnesses;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code study choices}: is what was chosen as coherent as real art, and rarer? */
@Command(
    name = "choices",
    description = {
      "Asks whether choices fit as real art does, and are rarer.",
      "Takes pools from works that no training saw, has every strategy choose a concept for each,",
      "and prints what models of other artists, shared works, meanings and the artists themselves",
      "say of the choices, beside the concept that the real work shows. Then whole ideas."
    },
    mixinStandardHelpOptions = true)
final class StudyChoicesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ModelOptions models;

  @Option(
      names = "--corpus",
      required = true,
      paramLabel = "FILE",
      description = "JSON lines, as written by the command corpus import.")
  private Path corpus;

  @Option(
      names = "--judge",
      paramLabel = "DIR",
      defaultValue = "models/tate-half2",
      description = "Models that judge (default: ${DEFAULT-VALUE}).")
  private Path judge;

  @Option(
      names = "--artists",
      paramLabel = "HALF",
      description = "1 or 2: the choosing models learnt from that half alone (default: from all).")
  private Integer artists;

  @Option(
      names = "--judge-artists",
      paramLabel = "HALF",
      defaultValue = "2",
      description = "1 or 2: the judging ones did (default: ${DEFAULT-VALUE}).")
  private int judgeArtists;

  @Option(
      names = "--pools",
      defaultValue = "400",
      description = "How many, at least 1 (default: ${DEFAULT-VALUE}).")
  private int pools;

  @Option(
      names = "--held-out",
      defaultValue = "0.05",
      description = "Share of the works that training did not see (default: ${DEFAULT-VALUE}).")
  private double heldOut;

  @Option(
      names = "--split-seed",
      defaultValue = "1",
      description = "Seed with which the models were trained (default: ${DEFAULT-VALUE}).")
  private long splitSeed;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Of the pools and choices (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--everything", description = "Also choose what is left out by default.")
  private boolean everything;

  @Option(
      names = "--ideas",
      defaultValue = "60",
      description = "Length of the lists of ideas, 0 for none (default: ${DEFAULT-VALUE}).")
  private int ideas;

  @Override
  public Integer call() throws Exception {
    if (pools < 1) {
      throw new IllegalArgumentException("--pools is " + pools + ", must be at least 1");
    }
    if (ideas < 0 || ideas > IdeaRequest.MOST) {
      throw new IllegalArgumentException(
          "--ideas is " + ideas + ", must be from 0 to " + IdeaRequest.MOST);
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (!Files.isDirectory(judge)) {
      throw new IllegalArgumentException(
          "there are no models to judge in " + judge + "; name a folder of models with --judge");
    }
    Corpus read = Corpus.read(corpus);
    read.malformed().forEach(line -> err.println("culturalalien: skipped " + line));
    List<CorpusRecord> records = read.records();
    Set<CorpusRecord> seen = new HashSet<>(trained(records, artists));
    Set<CorpusRecord> judged = new HashSet<>(trained(records, judgeArtists));
    List<CorpusRecord> unseen =
        records.stream().filter(r -> !seen.contains(r) && !judged.contains(r)).toList();
    // Where the choosers know half of the artists, what the other half did is asked.
    List<CorpusRecord> counted =
        artists == null
            ? records.stream().filter(r -> !unseen.contains(r)).toList()
            : List.copyOf(judged);
    try (Loaded loaded = models.load();
        LocalModel judging = judge(loaded.vocabulary())) {
      Vocabulary vocabulary = loaded.vocabulary();
      BitSet suggestible = new BitSet();
      suggestible.set(0, vocabulary.size());
      suggestible.andNot(excluded(vocabulary, new int[0]));
      List<Case> cases = Case.draw(unseen, vocabulary, suggestible, pools, seed);
      if (cases.isEmpty()) {
        throw new IllegalArgumentException(
            "no work that training did not see has 4 known concepts and a known artist; give a"
                + " larger corpus or a larger --held-out");
      }
      err.printf(
          "%d works that no training saw, %d pools of them; counted on %d works%n",
          unseen.size(), cases.size(), counted.size());
      err.flush();
      Uses uses = Uses.of(counted, vocabulary);
      Witnesses witnesses =
          new Witnesses(
              judging,
              WorkVectors.learn(counted, vocabulary, seed),
              loaded.bundle().vectors().vectors(),
              uses);
      ChoicesTable table = new ChoicesTable(witnesses, cases);
      Choosing choosing = new Choosing(loaded.sampler(), pool -> excluded(vocabulary, pool), seed);
      table.addReal();
      for (Choosing.Rule rule : Choosing.rules()) {
        err.println(rule.name());
        err.flush();
        table.add(rule.name(), choosing.answers(rule, cases));
      }
      out.println(table.markdown());
      out.flush();
      if (ideas > 0) {
        out.println(new IdeasTable(choosing, witnesses, vocabulary).markdown(ideas));
        out.flush();
      }
    }
    return 0;
  }

  private BitSet excluded(Vocabulary vocabulary, int[] pool) {
    return Selection.DEFAULT.withEverything(everything).excluded(vocabulary, pool);
  }

  /** What models of all or half of the artists learnt from. */
  private List<CorpusRecord> trained(List<CorpusRecord> records, Integer half) {
    List<CorpusRecord> learnt = half == null ? records : Split.ofArtists(records, half);
    return new ArrayList<>(Split.of(learnt, heldOut, splitSeed).training());
  }

  private LocalModel judge(Vocabulary vocabulary) throws java.io.IOException {
    ModelBundle bundle = ModelBundle.read(judge);
    if (!bundle.vocabulary().names().equals(vocabulary.names())) {
      throw new IllegalArgumentException(
          judge + " has another vocabulary than the models that choose; train both on one corpus");
    }
    return new LocalModel(bundle.coherence(), Devices.resolve(models.device()));
  }
}
