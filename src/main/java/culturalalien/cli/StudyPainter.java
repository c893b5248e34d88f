package culturalalien.cli;

import culturalalien.agent.AgentLoop;
import culturalalien.agent.ContactSheet;
import culturalalien.agent.Event;
import culturalalien.agent.GrammarCompositor;
import culturalalien.agent.Journal;
import culturalalien.agent.LoopListener;
import culturalalien.agent.Parts;
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
import culturalalien.study.explore.Trajectory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

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
   * Paints a run of the real agent, from the same start as one of the study's; what it composes it
   * asks the models about, so that it is another run. A folder that holds it is not painted anew.
   *
   * @param run whose start and seed are taken
   * @param painted hears after each work
   */
  List<ContactSheet.Print> paint(
      Path folder, Contestant contestant, Trajectory run, int works, Runnable painted)
      throws IOException, InterruptedException {
    if (!Journal.isIn(folder) || Journal.works(folder).size() < works) {
      make(folder, contestant, run, works, painted);
    }
    List<ContactSheet.Print> prints = new ArrayList<>();
    for (Event.Made work : Journal.works(folder).subList(0, works)) {
      String caption =
          String.format(Locale.ROOT, "%d  ·  novelty %.2f", work.generation(), work.novelty());
      prints.add(
          ContactSheet.Print.of(picture(folder.resolve(work.file())), work.title(), caption));
    }
    return prints;
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
      public BitSet excluded(Vocabulary vocabulary) {
        return (BitSet) excluded.clone();
      }
    };
  }

  /** The works on one page, as a PNG. */
  static byte[] sheet(List<ContactSheet.Print> prints) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(ContactSheet.page(prints, COLUMNS), "png", png);
    return png.toByteArray();
  }

  @Override
  public void close() {
    scorer.close();
  }
}
