package culturalalien.agent;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Remembers what every work of a run says and looks like, and how new another one is beside them
 * all. The largest similarity is exact, however many works there are.
 *
 * <p>Kept in a file beside the run's journal, so that a resumed run goes on with it. The journal is
 * the truth: works that it does not list are forgotten on opening, those it lists and the file does
 * not are {@link #missing()}, and may be remembered anew from their prompts and pictures. So a work
 * may be remembered before or after the journal learns of it.
 *
 * <p>On the heap a work takes a byte a number and 36 bytes more (84 MB for 100,000 works of 384 +
 * 416 numbers); the full numbers stay in the file. Owned by one thread, the agent's worker, which
 * may be interrupted at any time.
 */
public final class NoveltyMemory implements Closeable {

  private final NoveltyHeader header;
  private final NoveltyFile file;
  private final NearestVectors texts;
  private final NearestVectors pictures;
  private final BitSet wanted = new BitSet();
  private final BitSet remembered = new BitSet();
  private int[] generations = new int[1024];

  private NoveltyMemory(NoveltyHeader header, NoveltyFile file) {
    this.header = header;
    this.file = file;
    texts = new NearestVectors(header.textNumbers());
    pictures = new NearestVectors(header.visualNumbers());
  }

  /**
   * Opens a run's memory, or begins one.
   *
   * @param embedder by whose name the picture vectors are made
   * @param textNumbers in a text vector
   * @param visualNumbers in a picture vector
   * @param journalled generations of the works that the journal lists, in any order
   * @throws IOException with one sentence if the file is of another embedder, other vectors or
   *     damaged at its beginning; without it all works are missing, and the run goes on
   */
  public static NoveltyMemory open(
      Path path, String embedder, int textNumbers, int visualNumbers, int[] journalled)
      throws IOException {
    for (int generation : journalled) {
      requireNotNegative(generation);
    }
    NoveltyHeader header = new NoveltyHeader(embedder, textNumbers, visualNumbers);
    NoveltyFile file = NoveltyFile.open(path, header);
    NoveltyMemory memory = new NoveltyMemory(header, file);
    for (int generation : journalled) {
      memory.wanted.set(generation);
    }
    try {
      file.read(memory::accept);
    } catch (IOException e) {
      file.close();
      throw e;
    }
    return memory;
  }

  private boolean accept(int generation, float[] text, float[] picture) {
    if (generation < 0 || !wanted.get(generation) || remembered.get(generation)) {
      return false;
    }
    add(generation, text, picture);
    return true;
  }

  private void add(int generation, float[] text, float[] picture) {
    if (generations.length == texts.count()) {
      generations = Arrays.copyOf(generations, 2 * generations.length);
    }
    generations[texts.count()] = generation;
    remembered.set(generation);
    texts.add(text);
    pictures.add(picture);
  }

  /** Whether a work is remembered. */
  boolean knows(int generation) {
    return remembered.get(generation);
  }

  /** Puts its file back where others moved, deleted or replaced it; else does nothing. */
  void putBack() throws IOException {
    file.putBack();
  }

  /** How many works are remembered. */
  public int count() {
    return texts.count();
  }

  /** Generations that the journal listed and nobody has remembered yet, ascending. */
  public int[] missing() {
    BitSet missing = (BitSet) wanted.clone();
    missing.andNot(remembered);
    return missing.stream().toArray();
  }

  /**
   * How new a work is beside those remembered; it is not remembered by this.
   *
   * @param text vector of its text; only the direction counts, here and below
   * @param picture vector of its picture
   */
  public Novelty novelty(float[] text, float[] picture) throws IOException {
    float[] unitText = unit("text", text, header.textNumbers());
    float[] unitPicture = unit("picture", picture, header.visualNumbers());
    if (count() == 0) {
      return Novelty.of(0, 0, -1, -1);
    }
    var nearText = texts.nearest(unitText, file::readText);
    var nearPicture = pictures.nearest(unitPicture, file::readPicture);
    return Novelty.of(
        nearText.cosine(),
        nearPicture.cosine(),
        generations[nearText.index()],
        generations[nearPicture.index()]);
  }

  /** How like a picture the most similar one is that is remembered, 0 to 1; 0 if none is. */
  double pictureSimilarity(float[] picture) throws IOException {
    float[] wanted = unit("picture", picture, header.visualNumbers());
    return count() == 0 ? 0 : Math.max(0, pictures.nearest(wanted, file::readPicture).cosine());
  }

  /** How like a text the most similar one is that is remembered, 0 to 1; 0 if none is. */
  double textSimilarity(float[] text) throws IOException {
    float[] wanted = unit("text", text, header.textNumbers());
    return count() == 0 ? 0 : Math.max(0, texts.nearest(wanted, file::readText).cosine());
  }

  /**
   * Remembers a work, on disk when this returns.
   *
   * @param generation of the work, 0 or more, not remembered yet
   * @throws IOException if it cannot be written; the memory is then as before
   */
  public void remember(int generation, float[] text, float[] picture) throws IOException {
    requireNotNegative(generation);
    if (remembered.get(generation)) {
      throw new IllegalArgumentException("generation " + generation + " is remembered already");
    }
    float[] unitText = unit("text", text, header.textNumbers());
    float[] unitPicture = unit("picture", picture, header.visualNumbers());
    file.append(generation, unitText, unitPicture);
    add(generation, unitText, unitPicture);
  }

  private static void requireNotNegative(int generation) {
    if (generation < 0) {
      throw new IllegalArgumentException("generation " + generation + ", must be 0 or more");
    }
  }

  private static float[] unit(String whose, float[] vector, int numbers) {
    if (vector.length != numbers) {
      throw new IllegalArgumentException(
          "the " + whose + " vector has " + vector.length + " numbers, must have " + numbers);
    }
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    double length = Math.sqrt(squares);
    if (!(length > 0 && length < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the " + whose + " vector has length " + length + ", must be finite and above 0");
    }
    float[] result = new float[numbers];
    for (int i = 0; i < numbers; i++) {
      result[i] = (float) (vector[i] / length);
    }
    return result;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
