package culturalalien.agent;

import culturalalien.agent.Event.Named;
import culturalalien.image.ImageEmbedder;
import culturalalien.image.Painter;
import culturalalien.image.Pictures;
import culturalalien.image.Pixels;
import culturalalien.io.Aside;
import culturalalien.io.Background;
import culturalalien.io.Messages;
import culturalalien.sampling.Vocabulary;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/**
 * A run and all that remembers it: the folder with its journal, the past, the novelty memory. Owned
 * by one thread.
 */
final class Run implements Closeable {

  /** Numbers of a text's vector (all-MiniLM-L6-v2). */
  private static final int TEXT = 384;

  private static final long LONGEST_SAVE_SECONDS = 4;

  private final RunFolder folder;
  private final Meanings meanings;
  private final ImageEmbedder pictures;
  private final Seeds seeds;
  private final Consumer<String> warnings;
  private final String vocabulary;
  private final ExecutorService files =
      Executors.newSingleThreadExecutor(work -> Background.thread(work, "pictures"));
  private NoveltyMemory memory;
  private Judged unsaved;

  /**
   * Opens a run, or begins one.
   *
   * @param wanted null for those that the folder has, or new ones
   * @param own the artist's own concepts
   * @param warnings hears what went wrong but harms nothing
   * @throws IOException with one sentence
   */
  Run(
      Path path,
      Seeds wanted,
      List<Named> own,
      Vocabulary vocabulary,
      Meanings meanings,
      ImageEmbedder pictures,
      Consumer<String> warnings)
      throws IOException {
    this.warnings = warnings;
    this.meanings = meanings;
    this.pictures = pictures;
    String fingerprint = fingerprint(vocabulary);
    this.vocabulary = fingerprint;
    folder = RunFolder.open(path, warnings);
    try {
      if (past().vocabulary() != null && !past().vocabulary().equals(fingerprint)) {
        throw new IOException(
            "the run in "
                + path
                + " was made with another vocabulary; use the same models or choose another folder");
      }
      seeds = wanted != null ? wanted : savedSeeds();
      openMemory();
      folder.add(new Event.Started(now(), own, fingerprint));
    } catch (IOException | RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  private Seeds savedSeeds() throws IOException {
    Seeds fresh = new Seeds(ThreadLocalRandom.current().nextInt(1_000_000));
    return folder.saved(fresh).map(RunFolder.Saved::seeds).orElse(fresh);
  }

  private static String fingerprint(Vocabulary vocabulary) {
    CRC32 crc = new CRC32();
    crc.update(String.join("\n", vocabulary.names()).getBytes(StandardCharsets.UTF_8));
    return vocabulary.size() + " concepts, " + Long.toHexString(crc.getValue());
  }

  static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /**
   * A memory that cannot be used is kept aside. Works that it lacks are remembered from their
   * prompts and pictures.
   */
  private void openMemory() throws IOException {
    try {
      memory = readMemory();
    } catch (IOException e) {
      if (!Files.exists(folder.novelty())) {
        throw e;
      }
      Path kept = Aside.move(folder.novelty(), "bad");
      memory = readMemory();
      warnings.accept(
          Messages.of(e)
              + "; it is kept as "
              + kept.getFileName()
              + " and made anew from the works");
    }
    Set<Integer> missing = new HashSet<>(Arrays.stream(memory.missing()).boxed().toList());
    if (missing.isEmpty()) {
      return;
    }
    for (Event.Made work : Journal.works(folder.path())) {
      Optional<Pixels> picture =
          missing.contains(work.generation())
              ? folder.picture(work.generation())
              : Optional.empty();
      if (picture.isPresent()) {
        memory.remember(
            work.generation(), meanings.text(work.prompt()), pictures.embed(picture.get()));
      }
    }
  }

  private NoveltyMemory readMemory() throws IOException {
    int[] made = past().works().stream().toArray();
    int numbers = pictures.embed(new Pixels(1, 1, new int[] {0xFF808080})).length;
    return NoveltyMemory.open(folder.novelty(), pictures.name(), TEXT, numbers, made);
  }

  /** Asks the memory. */
  private interface Question<T> {
    T ask() throws IOException;
  }

  /** Somebody may damage the memory's file while it is in use; then it is mended. */
  private <T> T remembering(Question<T> question) throws IOException {
    try {
      return question.ask();
    } catch (IOException e) {
      memory.close();
      openMemory();
      warnings.accept(Messages.of(e) + "; what was damaged is made anew from the works");
      return question.ask();
    }
  }

  /** The work that was made last, if its picture is still there. */
  Optional<Work> last() {
    Event.Made made = past().last();
    return made == null
        ? Optional.empty()
        : folder
            .picture(made.generation())
            .map(picture -> new Work(made, picture, folder.path().resolve(made.file())));
  }

  Past past() {
    return folder.past();
  }

  Seeds seeds() {
    return seeds;
  }

  void save(RunFolder.Saved settings) throws IOException {
    folder.save(settings);
  }

  /** Makes sure that the next work has a number of its own, and a picture in nobody's place. */
  void prepare() throws IOException {
    if (folder.takeIn()) {
      memory.close();
      openMemory();
    }
  }

  /** Something that happened between works. */
  void add(Event event) throws IOException {
    folder.add(event);
  }

  /**
   * How like an earlier work a draft looks, or, where there is none, how like one a prompt reads.
   */
  double likeness(Prompt prompt, Painter.Draft draft) throws IOException {
    float[] vector =
        draft == null ? meanings.text(prompt.prompt()) : pictures.embed(draft.picture());
    return remembering(
        () -> draft == null ? memory.textSimilarity(vector) : memory.pictureSimilarity(vector));
  }

  /** A work that is painted but not yet judged. */
  record Painted(
      int generation,
      Named joined,
      Prompt prompt,
      String compositor,
      String generator,
      Pixels picture) {}

  /** A work that is judged but not yet part of the run. */
  private record Judged(
      Painted painted, Event.Made made, byte[] png, float[] text, float[] looks) {}

  /**
   * Judges a work and makes it part of the run: picture, journal, memory, in that order. After a
   * kill before the journal's line the picture tells the journal what to write. If it fails it may
   * be tried again with the same work, and only what is not done yet is done.
   */
  Work finish(Painted p, RunSettings settings) throws IOException {
    if (unsaved == null || unsaved.painted() != p) {
      unsaved = judge(p, settings);
    }
    Judged judged = unsaved;
    Event.Made made = judged.made();
    folder.save(p.generation(), judged.png());
    // A journal that was mended meanwhile may have read it from the picture.
    if (!made.equals(past().last())) {
      folder.add(made);
    }
    unsaved = null;
    try {
      memory.putBack();
      if (!memory.knows(p.generation())) {
        memory.remember(p.generation(), judged.text(), judged.looks());
      }
      folder.fit(settings);
    } catch (IOException e) {
      // The work is made all the same; what is missing is made up for when the run is resumed.
      warnings.accept(Messages.of(e) + "; the work itself is on the disk");
    }
    return new Work(made, p.picture(), folder.path().resolve(made.file()));
  }

  private Judged judge(Painted p, RunSettings settings) throws IOException {
    Prompt prompt = p.prompt();
    // The file is made meanwhile, on another core.
    Future<byte[]> png = files.submit(() -> Pictures.png(p.picture()));
    float[] text = meanings.text(prompt.prompt());
    float[] looks = pictures.embed(p.picture());
    Novelty novelty = remembering(() -> memory.novelty(text, looks));
    Event.Made made =
        new Event.Made(
            p.generation(),
            now(),
            p.joined(),
            prompt.title(),
            prompt.concepts(),
            prompt.prompt(),
            prompt.rationale(),
            p.compositor(),
            p.generator(),
            seeds.concept(),
            seeds.prompt(),
            seeds.image(p.generation()),
            rounded(novelty.novelty()),
            rounded(novelty.textSimilarity()),
            rounded(novelty.visualSimilarity()),
            past().leaving(p.joined(), prompt, rounded(novelty.novelty()), settings),
            Pictured.file(p.generation()),
            prompt.plan());
    return new Judged(p, made, new Label(made, vocabulary).on(await(png)), text, looks);
  }

  private static <T> T await(Future<T> result) throws IOException {
    try {
      return result.get();
    } catch (ExecutionException e) {
      throw new IOException(Messages.of(e.getCause()), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  /** Five places are enough for people, and read back as they were written. */
  private static double rounded(double value) {
    return Math.round(value * 1e5) / 1e5;
  }

  @Override
  public void close() throws IOException {
    files.shutdown();
    // Whoever is told that the run is closed may move or delete its folder.
    boolean interrupted = Thread.interrupted();
    try {
      if (!files.awaitTermination(LONGEST_SAVE_SECONDS, TimeUnit.SECONDS)) {
        warnings.accept("the run is closed while a picture is still being written");
      }
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    try (folder) {
      if (memory != null) {
        memory.close();
      }
    }
  }
}
