package culturalalien.study;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page that tells what a model bundle is made of and how good it is, in Markdown. */
public final class ModelCard {

  private ModelCard() {}

  /**
   * How well the models know artworks and artists that training never saw.
   *
   * @param coherenceNll mean NLL per concept of the artworks' sets in random order, nats
   * @param unigramNll of the same concepts by their frequency alone
   * @param balancedNll as coherenceNll, every artist weighted as in training
   * @param balancedUnigramNll likewise
   * @param coherenceAuc chance that a real set stands out against one drawn by frequency, each by
   *     its likelihood beyond frequency ({@link Separation#beyondFrequency})
   * @param coherenceAucByNll the same by the NLL in one random order alone
   * @param contextAuc chance that one artist's combination stands out against one mixed over
   *     artists
   * @param contextAucByNll the same by the NLL in one random order alone
   * @param agreement mean rank correlation of both models over the candidates of a step
   */
  public record Measures(
      double coherenceNll,
      double unigramNll,
      double balancedNll,
      double balancedUnigramNll,
      double coherenceAuc,
      double coherenceAucByNll,
      double contextAuc,
      double contextAucByNll,
      double agreement) {}

  /**
   * The page.
   *
   * @param facts what was trained on what and how, in order: a name and a value
   */
  public static String markdown(
      String name,
      String licence,
      Map<String, String> facts,
      Measures m,
      List<StrategyComparison.Row> strategies) {
    StringBuilder page = new StringBuilder();
    page.append("# ").append(name).append("\n\n");
    page.append(
        """
        Two GPT-2 models over the concepts of art works, one token per concept. The coherence model
        was trained on random orders of each artwork's concepts, the context model on random
        combinations from the union of each artist's concepts (the Cultural Alien Sampler,
        arXiv 2510.20849). Each folder opens with `GPT2LMHeadModel.from_pretrained`.

        """);
    page.append(licence).append("\n\n## Data and training\n\n| | |\n|---|---|\n");
    facts.forEach(
        (key, value) -> page.append("| ").append(key).append(" | ").append(value).append(" |\n"));
    page.append("\n![Loss curves](curves.png)\n\n## On artworks that training never saw\n\n");
    page.append("They decided when to stop and which state to keep, and nothing else.\n\n");
    page.append("| measure | value |\n|---|---|\n");
    row(page, "coherence NLL per concept, nats", m.coherenceNll());
    row(page, "unigram NLL of the same concepts, nats", m.unigramNll());
    row(page, "**gain over the unigram, nats**", m.unigramNll() - m.coherenceNll());
    row(
        page,
        "the same gain with artists weighted as in training, nats",
        m.balancedUnigramNll() - m.balancedNll());
    row(page, "**AUC, real sets against sets drawn by frequency**", m.coherenceAuc());
    row(page, "the same by NLL alone", m.coherenceAucByNll());
    row(page, "**AUC, one artist's combinations against mixed ones**", m.contextAuc());
    row(page, "the same by NLL alone", m.contextAucByNll());
    row(page, "rank correlation of the two models over candidates", m.agreement());
    page.append(
        """

        The two AUC compare sets by their likelihood beyond frequency: the model's NLL, averaged
        over at most 24 orders, minus that of the unigram. The NLL alone also says how rare the
        words are, which real and mixed sets share.

        ## Strategies

        Mean place of the chosen concept among the whole vocabulary; 1 is the most coherent, the
        most typical.

        | strategy | coherence rank | typicality rank | distinct concepts | steps |
        |---|---|---|---|---|
        """);
    for (StrategyComparison.Row row : strategies) {
      page.append(
          String.format(
              Locale.ROOT,
              "| %s | %.0f | %.0f | %d | %d |\n",
              row.strategy(),
              row.coherenceRank(),
              row.typicalityRank(),
              row.distinct(),
              row.steps()));
    }
    return page.toString();
  }

  private static void row(StringBuilder page, String name, double value) {
    page.append(String.format(Locale.ROOT, "| %s | %.3f |\n", name, value));
  }
}
