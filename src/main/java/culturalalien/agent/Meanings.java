package culturalalien.agent;

import culturalalien.image.ImageRequest.Subject;
import culturalalien.image.TextEmbedder;
import culturalalien.scoring.ConceptTable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What words mean: those of the vocabulary from its table, the artist's other words and whole
 * prompts from the text embedder. Safe from any thread.
 */
final class Meanings {

  /** Colours that a painter gets for a concept. */
  private static final int COLORS = 6;

  private final ConceptTable table;
  private final Supplier<TextEmbedder> texts;
  private final Map<String, float[]> own = new ConcurrentHashMap<>();

  Meanings(ConceptTable table, Supplier<TextEmbedder> texts) {
    this.table = table;
    this.texts = texts;
  }

  /** The vector of a concept's name; not a copy. */
  float[] vector(String name) {
    int number = table.vocabulary().number(name);
    return number >= 0 ? table.vectors().vectors()[number] : own.computeIfAbsent(name, this::text);
  }

  /** The vector of a text, of length 1. */
  float[] text(String text) {
    return texts.get().embed(text);
  }

  /** A concept as a painter sees it. */
  Subject subject(String name) {
    float[] vector = vector(name);
    return new Subject(name, vector, table.vectors().palette(vector, COLORS));
  }
}
