package culturalalien.cli;

import culturalalien.cli.ModelOptions.Loaded;
import culturalalien.gpt2.Devices;
import culturalalien.scoring.LocalModel;
import culturalalien.scoring.ModelBundle;
import culturalalien.study.explore.Jury;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The models that judge a study, and how its report calls them. Owns them; close it. */
record JuryModels(Jury jury, String name, Runnable release) implements AutoCloseable {

  /**
   * Those that were asked for.
   *
   * @param chooser judges itself where there are no others
   * @param notes hears what readers should know of how independent they are
   */
  static JuryModels of(
      ExploreOptions options, ModelOptions models, Loaded chooser, Consumer<String> notes)
      throws IOException {
    Path folder = options.jury(models.isShipped());
    if (folder == null) {
      notes.accept(
          "The models that chose also judge, as there are no others: coherence and typicality"
              + " flatter the samplers that look at them. --jury names models trained on other"
              + " artists.");
      Jury same = new Jury(chooser.coherence(), chooser.context(), chooser.vocabulary());
      return new JuryModels(same, "the models that chose", () -> {});
    }
    if (models.isShipped()) {
      notes.accept(
          "The shipped models, which chose, learnt from all artists, those that judge from half of"
              + " them: other models, but not strangers. For a strict separation name models of the"
              + " other half with --models (train --artists 1).");
    }
    ModelBundle bundle = ModelBundle.read(folder);
    String device = Devices.resolve(models.device());
    LocalModel coherence = new LocalModel(bundle.coherence(), device);
    LocalModel context = new LocalModel(bundle.context(), device);
    return new JuryModels(
        new Jury(coherence, context, bundle.vocabulary()),
        folder.getFileName().toString(),
        () -> {
          coherence.close();
          context.close();
        });
  }

  @Override
  public void close() {
    release.run();
  }
}
