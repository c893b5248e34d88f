package culturalalien.agent;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import culturalalien.image.Pictures;
import culturalalien.image.Pixels;
import culturalalien.io.AtomicFiles;
import culturalalien.io.JsonLines;
import culturalalien.io.Messages;
import culturalalien.io.ServiceException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a run lives: {@code journal.jsonl}, {@code works/000001.png} and {@code settings.json},
 * readable for people and enough to resume. One run at a time has it open, as one has the journal.
 * Owned by one thread.
 */
final class RunFolder implements Closeable {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** What {@code settings.json} holds. */
  record Saved(Seeds seeds, RunSettings settings, String compositor, String generator) {}

  private final Path folder;
  private final JsonLines<Event> journal;
  private final Past past = new Past();
  private long bytes;

  private RunFolder(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder.resolve("works"));
    this.journal = Journal.open(folder, past::apply);
  }

  /**
   * Opens a run, or begins one.
   *
   * @throws IOException with one sentence, if another run has the folder open or it is damaged
   */
  static RunFolder open(Path folder) throws IOException {
    try {
      RunFolder opened = new RunFolder(folder);
      try {
        opened.weigh();
      } catch (IOException e) {
        opened.close();
        throw e;
      }
      return opened;
    } catch (IOException e) {
      throw new IOException("the run folder " + folder + " cannot be opened: " + Messages.of(e), e);
    }
  }

  private void weigh() throws IOException {
    for (int work = past.pictures().nextSetBit(0); work >= 0; ) {
      bytes += size(work);
      work = past.pictures().nextSetBit(work + 1);
    }
  }

  Path path() {
    return folder;
  }

  Past past() {
    return past;
  }

  /** Where the novelty memory of the run is. */
  Path novelty() {
    return folder.resolve("novelty.bin");
  }

  /** The name of a work's picture, from the folder. */
  static String file(int generation) {
    return String.format(Locale.ROOT, "works/%06d.png", generation);
  }

  /** Writes an event down and takes it into account. */
  void add(Event event) throws IOException {
    journal.add(event);
    past.apply(event);
    if (event instanceof Event.Made made) {
      bytes += size(made.generation());
    }
  }

  /** Writes a picture: whole, or not at all. */
  void save(int generation, Pixels picture) throws IOException {
    AtomicFiles.write(folder.resolve(file(generation)), Pictures.png(picture));
  }

  /** Reads a work's picture; empty if it was deleted or cannot be read. */
  Optional<Pixels> picture(int generation) {
    try {
      return Optional.of(
          Pictures.decode(Files.readAllBytes(folder.resolve(file(generation))), "the work"));
    } catch (IOException | ServiceException e) {
      return Optional.empty();
    }
  }

  private long size(int generation) throws IOException {
    Path file = folder.resolve(file(generation));
    return Files.exists(file) ? Files.size(file) : 0;
  }

  /** Deletes pictures until those that stay fit the limit; the latest always stays. */
  void fit(RunSettings settings) throws IOException {
    long limit = settings.megabytes() * 1_000_000L;
    if (limit == 0 || settings.keep().equals("all")) {
      return;
    }
    while (bytes > limit) {
      BitSet pictures = past.pictures();
      pictures.clear(past.generation());
      if (pictures.isEmpty()) {
        return;
      }
      int work = settings.keep().equals("last") ? pictures.nextSetBit(0) : leastNovel(pictures);
      long freed = size(work);
      // First the journal: a picture that it still lists must be there.
      add(new Event.Deleted(work));
      bytes -= freed;
      Files.deleteIfExists(folder.resolve(file(work)));
    }
  }

  private int leastNovel(BitSet works) {
    return works.stream()
        .boxed()
        .min(java.util.Comparator.comparingDouble(past::novelty))
        .orElseThrow();
  }

  /** The settings that the run was made with last; empty in a new one. */
  Optional<Saved> saved() throws IOException {
    Path file = folder.resolve("settings.json");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(file.toFile(), Saved.class));
    } catch (IOException e) {
      throw new IOException(
          file + " is damaged (" + Messages.of(e) + "); delete it to go on with other seeds", e);
    }
  }

  void save(Saved settings) throws IOException {
    AtomicFiles.write(folder.resolve("settings.json"), JSON.writeValueAsString(settings) + "\n");
  }

  @Override
  public void close() throws IOException {
    journal.close();
  }
}
