package culturalalien.cli;

import culturalalien.agent.ConceptChat;
import culturalalien.io.ServiceException;
import culturalalien.sampling.Vocabulary;
import culturalalien.study.explore.Contestant;
import culturalalien.study.explore.Plan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long a study is, who takes part and who judges. */
final class ExploreOptions {

  /** Where the judging models lie in the repository. */
  private static final Path REPOSITORY_JURY = Path.of("models", "tate-half2");

  @Option(
      names = "--generations",
      defaultValue = "200",
      description = "Turns of each run (default: ${DEFAULT-VALUE}).")
  private int generations;

  @Option(
      names = "--starts",
      defaultValue = "20",
      description = "Concepts that runs start from (default: ${DEFAULT-VALUE}).")
  private int starts;

  @Option(
      names = "--seeds",
      defaultValue = "5",
      description = "Runs from each start (default: ${DEFAULT-VALUE}).")
  private int seeds;

  @Option(
      names = "--jury",
      paramLabel = "DIR",
      description = {
        "Models that judge how coherent and how typical works are; best trained on other artists",
        "than those that choose (train --artists). Default for the shipped models:",
        "models/tate-half2 if it is there; else the models that choose."
      })
  private Path jury;

  @Mixin SelectionOptions selection;

  @Option(
      names = "--language-model",
      paramLabel = "NAME",
      description = {
        "Has this model of an OpenAI-compatible chat server name concepts, too: two forms, each with",
        "a question a concept, which may cost money (default: none)."
      })
  String languageModel;

  @Option(
      names = "--chat-url",
      paramLabel = "URL",
      description =
          "Its address up to /v1, as http://localhost:11434/v1 (default: OPENAI_BASE_URL or"
              + " OpenAI's).")
  private String chatUrl;

  @Option(
      names = "--painter",
      description = {
        "Every run is one of the real agent with its offline painter, kept in a folder of its own:",
        "half a second a work (default: concepts alone, some hundred times as fast)."
      })
  boolean painter;

  @Option(
      names = "--works",
      defaultValue = "12",
      description = {
        "Works that each sampler's agent paints for the contact sheets, 0 for none",
        "(default: ${DEFAULT-VALUE})."
      })
  int works;

  Plan plan() {
    return new Plan(generations, starts, seeds);
  }

  /** What nobody is to suggest, whatever is in the pool. */
  BitSet excluded(Vocabulary vocabulary) {
    return selection.selection(vocabulary).excluded(vocabulary, new int[0]);
  }

  /**
   * The folder of the judging models; null for those that choose.
   *
   * @param shipped whether the shipped models choose, which ours can judge
   */
  Path jury(boolean shipped) {
    if (jury == null && shipped && Files.isDirectory(REPOSITORY_JURY)) {
      return REPOSITORY_JURY;
    }
    return jury;
  }

  /**
   * The language model in both forms.
   *
   * @param left hears which were left out and why
   */
  List<Contestant> languageModels(Vocabulary vocabulary, Consumer<String> left) {
    if (languageModel == null) {
      left.accept(
          "language model, restricted, and language model, free, were left out: no"
              + " --language-model was given");
      return List.of();
    }
    try {
      BitSet excluded = excluded(vocabulary);
      return List.of(
          Contestant.restricted(languageModel, chat(vocabulary, false, excluded), vocabulary),
          Contestant.free(languageModel, chat(vocabulary, true, excluded), vocabulary));
    } catch (ServiceException e) {
      left.accept(
          "language model, restricted, and language model, free, were left out: " + e.getMessage());
      return List.of();
    }
  }

  private ConceptChat chat(Vocabulary vocabulary, boolean free, BitSet excluded)
      throws ServiceException {
    return new ConceptChat(languageModel, chatUrl, vocabulary, free, excluded);
  }
}
