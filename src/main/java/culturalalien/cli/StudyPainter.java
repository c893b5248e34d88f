package culturalalien.cli;

import culturalalien.agent.AgentLoop;
import culturalalien.agent.ContactSheet;
import culturalalien.agent.Event;
import culturalalien.agent.Event.Named;
import culturalalien.agent.GrammarCompositor;
import culturalalien.agent.Journal;
import culturalalien.agent.LoopListener;
import culturalalien.agent.Parts;
import culturalalien.agent.Rehearsal.Turn;
import culturalalien.agent.RunSettings;
import culturalalien.agent.Seeds;
import culturalalien.agent.Stage;
import culturalalien.agent.Work;
import culturalalien.image.MiniLm;
import culturalalien.image.Painter;
import culturalalien.image.Pictures;
import culturalalien.image.Pixels;
import culturalalien.image.VisualDescriptor;
import culturalalien.io.ServiceException;
import culturalalien.sampling.SamplerSettings;
import culturalalien.sampling.Vocabulary;
import culturalalien.scoring.Scorer;
import culturalalien.study.explore.Contestant;
import culturalalien.study.explore.Plan;
import culturalalien.study.explore.Trajectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/** Lets the real agent paint in a sampler's way: what the concepts look like. */
final class StudyPainter implements AutoCloseable {

  private static final int SIZE = 512;

  private static final int COLUMNS = 6;
  private static final int LOOK_MILLIS = 50;

  private final Scorer scorer;
  private final BitSet excluded;
  private final Consumer<String> warnings;
  private final MiniLm texts = new MiniLm();

  /**
   * @param scorer closed with this
   */
  StudyPainter(Scorer scorer, BitSet excluded, Consumer<String> warnings) {
    this.scorer = scorer;
    this.excluded = excluded;
    this.warnings = warnings;
  }

  /**
   * Has the real agent make all runs of a plan, one after another. Runs whose folder is there
   * already go on, or are not made anew.
   *
   * @param folder a folder for each run is made in it
   * @param painted hears after each work
   */
  List<Trajectory> runs(
      Path folder, Contestant contestant, Plan plan, List<Named> starts, Runnable painted)
      throws IOException, InterruptedException {
    List<Trajectory> runs = new ArrayList<>();
    for (int start = 0; start < plan.starts(); start++) {
      for (int seed = 1; seed <= plan.seeds(); seed++) {
        Trajectory begun =
            new Trajectory(contestant.name(), start, starts.get(start), seed, List.of());
        List<Turn> turns =
            works(folder, contestant, begun, plan.generations(), painted).stream()
                .map(work -> new Turn(work.joined(), work.concepts(), work.novelty()))
                .toList();
        runs.add(new Trajectory(contestant.name(), start, starts.get(start), seed, turns));
      }
    }
    return runs;
  }

  /**
   * Has the real agent make works from the same start as one of the study's runs; what it composes
   * it asks the models about, so that it is another run. A run whose folder is there already goes
   * on, or is not made anew.
   */
  List<ContactSheet.Print> prints(
      Path folder, Contestant contestant, Trajectory run, int works, Runnable painted)
      throws IOException, InterruptedException {
    List<ContactSheet.Print> prints = new ArrayList<>();
    for (Event.Made work : works(folder, contestant, run, works, painted)) {
      Path file = folder(folder, run).resolve(work.file());
      prints.add(ContactSheet.Print.of(picture(file), work));
    }
    return prints;
  }

  private static Path folder(Path folder, Trajectory run) {
    return folder.resolve(run.own().name().replace(' ', '-') + "-" + run.seed());
  }

  private List<Event.Made> works(
      Path folder, Contestant contestant, Trajectory run, int count, Runnable painted)
      throws IOException, InterruptedException {
    Path its = folder(folder, run);
    if (!Journal.isIn(its) || Journal.works(its).size() < count) {
      make(its, contestant, run, count, painted);
    }
    return Journal.works(its).subList(0, count);
  }

  private static Pixels picture(Path file) throws IOException {
    try {
      return Pictures.decode(Files.readAllBytes(file), "the work");
    } catch (ServiceException e) {
      throw new IOException(file + " is no picture: " + e.getMessage(), e);
    }
  }

  private void make(Path folder, Contestant contestant, Trajectory run, int works, Runnable painted)
      throws IOException, InterruptedException {
    Painter painter = new Painter();
    GrammarCompositor compositor = new GrammarCompositor();
    Parts parts =
        new Parts(
            scorer,
            () -> wishes(contestant),
            () -> compositor,
            () -> painter,
            () -> texts,
            new VisualDescriptor());
    LoopListener listener =
        new LoopListener() {
          @Override
          public void artworkFinished(Work work) {
            painted.run();
          }

          @Override
          public void warning(String sentence) {
            warnings.accept(contestant.name() + ": " + sentence);
          }
        };
    Seeds seeds = new Seeds(run.seed());
    RunSettings settings =
        RunSettings.DEFAULT.withSize(SIZE, SIZE).withFeedback(contestant.steered());
    try (AgentLoop loop =
        new AgentLoop(folder, seeds, List.of(run.own().name()), settings, parts, listener)) {
      loop.start();
      while (loop.generation() < works) {
        if (loop.stage() == Stage.STOPPED) {
          throw new IOException("the works of " + contestant.name() + " could not be painted");
        }
        Thread.sleep(LOOK_MILLIS);
      }
    }
  }

  private Parts.Wishes wishes(Contestant contestant) {
    return new Parts.Wishes() {
      @Override
      public SamplerSettings settings() {
        return contestant.settings();
      }

      @Override
      public String strategy() {
        return contestant.strategy();
      }

      @Override
      public BitSet excluded(Vocabulary vocabulary, int[] pool) {
        return (BitSet) excluded.clone();
      }
    };
  }

  /** The works on one page, as a PNG. */
  static byte[] sheet(List<ContactSheet.Print> prints) {
    return ContactSheet.png(prints, COLUMNS);
  }

  @Override
  public void close() {
    scorer.close();
  }
}
