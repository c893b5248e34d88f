package culturalalien.cli;

import culturalalien.image.MiniLm;
import culturalalien.scoring.ModelBundle;
import culturalalien.study.report.Findings.Places;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What names mean: those of the vocabulary from its table, those that a language model thought of
 * from the text embedding, which is loaded when the first of them comes.
 */
final class Names implements Function<String, float[]> {

  private final ModelBundle bundle;
  private final Map<String, float[]> others = new ConcurrentHashMap<>();
  private MiniLm texts;

  Names(ModelBundle bundle) {
    this.bundle = bundle;
  }

  @Override
  public float[] apply(String name) {
    int number = bundle.vocabulary().number(name);
    return number >= 0
        ? bundle.vectors().vectors()[number]
        : others.computeIfAbsent(name, this::embed);
  }

  private synchronized float[] embed(String name) {
    if (texts == null) {
      texts = new MiniLm();
    }
    return texts.embed(name);
  }

  /** The vocabulary's places on its map, but for what is excluded. */
  Places map(BitSet excluded) {
    int[] shown =
        IntStream.range(0, bundle.vocabulary().size()).filter(i -> !excluded.get(i)).toArray();
    return new Places(
        Arrays.stream(shown).mapToObj(bundle.vocabulary()::name).toList(),
        Arrays.stream(shown).mapToObj(i -> bundle.vectors().places()[i]).toArray(float[][]::new));
  }
}
