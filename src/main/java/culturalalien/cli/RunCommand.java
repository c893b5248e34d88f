package culturalalien.cli;

import culturalalien.agent.AgentLoop;
import culturalalien.agent.Compositor;
import culturalalien.agent.Compositors;
import culturalalien.agent.ContactSheet;
import culturalalien.agent.Parts;
import culturalalien.agent.RunSettings;
import culturalalien.agent.Seeds;
import culturalalien.image.ImageGenerator;
import culturalalien.image.ImageGenerators;
import culturalalien.image.MiniLm;
import culturalalien.image.TextEmbedder;
import culturalalien.image.VisualDescriptor;
import culturalalien.image.figure.Figures;
import culturalalien.io.AtomicFiles;
import culturalalien.io.Messages;
import culturalalien.scoring.Scorer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run}: the whole loop without a sketch; what the first command of the README shows. */
@Command(
    name = "run",
    description =
        "Makes works: finds concepts, composes, paints, judges; ends with a contact sheet.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

  private static final int COLUMNS = 4;

  @Spec private CommandSpec spec;
  @Mixin private ModelOptions models;
  @Mixin private SamplingOptions sampling;

  @Option(
      names = "--works",
      defaultValue = "12",
      description = "How many works are made, at least 1 (default: ${DEFAULT-VALUE}).")
  private int works;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the run lives; one that is there goes on (default: runs/DATE-TIME).")
  private Path out;

  @Option(
      names = "--size",
      defaultValue = "1024",
      description = "Width and height of the works in pixels, 16 to 4096 (default: 1024).")
  private int size;

  @Option(
      names = "--ideas",
      paramLabel = "SIZE",
      defaultValue = "0",
      description = {
        "Ideas of so many concepts, 2 to 6, are found whole; those of one join one after another, then",
        "those of the next (default: 0, each concept is chosen for the pool)."
      })
  private int ideas;

  @Option(
      names = "--period",
      paramLabel = "WORKS",
      defaultValue = "8",
      description = {
        "About so many works in a row have medium, palette and theme in common, 2 to 1000;",
        "0 for none (default: ${DEFAULT-VALUE})."
      })
  private int period;

  @Option(
      names = "--drafts",
      defaultValue = "6",
      description = {
        "Plans that are painted small for each work, of which the one least like any earlier",
        "work is finished, 1 to 64 (default: ${DEFAULT-VALUE})."
      })
  private int drafts;

  @Option(
      names = "--compositor",
      defaultValue = "grammar",
      description = "grammar (offline), language-model or a plug-in (default: grammar).")
  private String compositor;

  @Option(
      names = "--generator",
      defaultValue = "painter",
      description = "painter (offline), openai, sdwebui, comfyui or a plug-in (default: painter).")
  private String generator;

  @Option(
      names = "--figures",
      paramLabel = "DIR",
      description = "A folder of SVG files: silhouettes of your own for the painter.")
  private Path figures;

  private Figures silhouettes() {
    return figures == null
        ? Figures.shipped()
        : Figures.shipped().with(figures, spec.commandLine().getErr()::println);
  }

  @Override
  public Integer call() throws Exception {
    if (works < 1) {
      throw new IllegalArgumentException("--works is " + works + ", must be at least 1");
    }
    String stamp = LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss"));
    Path folder = out == null ? Path.of("runs", stamp) : out;
    RunSettings settings =
        RunSettings.DEFAULT
            .withSize(size, size)
            .withIdeas(ideas)
            .withPeriod(period)
            .withDrafts(drafts);
    Consumer<String> warn = spec.commandLine().getErr()::println;
    Compositor writer = Compositors.named(compositor, null, warn);
    ImageGenerator painter = ImageGenerators.named(generator, null, warn);
    TextEmbedder texts = new MiniLm();
    Seeds seeds = sampling.hasSeed() ? new Seeds(sampling.seed()) : null;
    try (Scorer scorer = models.scorer(warn);
        RunProgress progress = new RunProgress(spec.commandLine(), works)) {
      Parts parts =
          new Parts(
              scorer,
              () -> sampling,
              () -> writer,
              () -> painter,
              () -> texts,
              new VisualDescriptor(),
              silhouettes());
      try (AgentLoop loop =
          new AgentLoop(folder, seeds, sampling.pool, settings, parts, progress)) {
        progress.follow(loop);
        loop.start();
        progress.await();
      }
      List<ContactSheet.Print> prints = progress.prints();
      if (prints.isEmpty()) {
        return 1;
      }
      Path sheet = folder.resolve("contact-sheet.png");
      try {
        AtomicFiles.write(sheet, ContactSheet.png(prints, COLUMNS));
      } catch (IOException e) {
        throw new IOException(
            "the contact sheet cannot be written: "
                + Messages.of(e)
                + "; the works themselves are in "
                + folder.resolve("works"),
            e);
      }
      spec.commandLine().getOut().println("\nthe works, side by side: " + sheet.toAbsolutePath());
      return prints.size() == works ? 0 : 1;
    }
  }
}
