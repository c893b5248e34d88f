package culturalalien.agent;

import culturalalien.agent.Event.Named;
import culturalalien.image.ImageEmbedder;
import culturalalien.image.Painter;
import culturalalien.image.Pixels;
import culturalalien.io.Background;
import culturalalien.io.Messages;
import culturalalien.sampling.Vocabulary;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
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
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * A run and all that remembers it: the folder with its journal, the past, the novelty memory. Owned
 * by one thread.
 */
final class Run implements Closeable {

  /** Numbers of a text's vector (all-MiniLM-L6-v2). */
  private static final int TEXT = 384;

  private final RunFolder folder;
  private final Meanings meanings;
  private final ImageEmbedder pictures;
  private final Seeds seeds;
  private final Consumer<String> warnings;
  private final ExecutorService files =
      Executors.newSingleThreadExecutor(work -> Background.thread(work, "pictures"));
  private NoveltyMemory memory;

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
    folder = RunFolder.open(path);
    try {
      String fingerprint = fingerprint(vocabulary);
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
    return folder.saved().map(RunFolder.Saved::seeds).orElse(fresh);
  }

  private static String fingerprint(Vocabulary vocabulary) {
    CRC32 crc = new CRC32();
    crc.update(String.join("\n", vocabulary.names()).getBytes(StandardCharsets.UTF_8));
    return vocabulary.size() + " concepts, " + Long.toHexString(crc.getValue());
  }

  static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Works that a kill kept from the memory are remembered from their prompts and pictures. */
  private void openMemory() throws IOException {
    int[] made = IntStream.rangeClosed(1, past().generation()).toArray();
    int numbers = pictures.embed(new Pixels(1, 1, new int[] {0xFF808080})).length;
    memory = NoveltyMemory.open(folder.novelty(), pictures.name(), TEXT, numbers, made);
    Set<Integer> missing = new HashSet<>(Arrays.stream(memory.missing()).boxed().toList());
    if (missing.isEmpty()) {
      return;
    }
    IOException[] failed = new IOException[1];
    Journal.read(
        folder.path(),
        event -> {
          if (event instanceof Event.Made work && missing.contains(work.generation())) {
            folder
                .picture(work.generation())
                .ifPresent(
                    picture -> {
                      try {
                        remember(work.generation(), work.prompt(), picture);
                      } catch (IOException e) {
                        failed[0] = e;
                      }
                    });
          }
        });
    if (failed[0] != null) {
      throw failed[0];
    }
  }

  private void remember(int generation, String prompt, Pixels picture) throws IOException {
    memory.remember(generation, meanings.text(prompt), pictures.embed(picture));
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

  /** Something that happened between works. */
  void add(Event event) throws IOException {
    folder.add(event);
  }

  /**
   * How like an earlier work a draft looks, or, where there is none, how like one a prompt reads.
   */
  double likeness(Prompt prompt, Painter.Draft draft) throws IOException {
    return draft == null
        ? memory.textSimilarity(meanings.text(prompt.prompt()))
        : memory.pictureSimilarity(pictures.embed(draft.picture()));
  }

  /** A work that is painted but not yet judged. */
  record Painted(
      int generation,
      Named joined,
      Prompt prompt,
      String compositor,
      String generator,
      Pixels picture) {}

  /**
   * Judges a work and makes it part of the run: picture, journal, memory, in that order. A kill
   * before the journal's line leaves a run without it, one after it a run with it.
   */
  Work finish(Painted p, RunSettings settings) throws IOException {
    Prompt prompt = p.prompt();
    // The file is written meanwhile, on another core.
    Future<?> saved =
        files.submit(
            () -> {
              folder.save(p.generation(), p.picture());
              return null;
            });
    float[] text = meanings.text(prompt.prompt());
    float[] looks = pictures.embed(p.picture());
    Novelty novelty = memory.novelty(text, looks);
    await(saved);
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
            RunFolder.file(p.generation()),
            prompt.plan());
    folder.add(made);
    try {
      memory.remember(p.generation(), text, looks);
      folder.fit(settings);
    } catch (IOException e) {
      // The work is made all the same; what is missing is made up for when the run is resumed.
      warnings.accept(Messages.of(e) + "; the work itself is on the disk");
    }
    return new Work(made, p.picture(), folder.path().resolve(made.file()));
  }

  private static void await(Future<?> saved) throws IOException {
    try {
      saved.get();
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
    try (folder) {
      if (memory != null) {
        memory.close();
      }
    }
  }
}
