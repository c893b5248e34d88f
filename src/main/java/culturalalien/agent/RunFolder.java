package culturalalien.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import culturalalien.image.Pictures;
import culturalalien.image.Pixels;
import culturalalien.io.Aside;
import culturalalien.io.AtomicFiles;
import culturalalien.io.JsonLines;
import culturalalien.io.Messages;
import culturalalien.io.ServiceException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where a run lives: {@code journal.jsonl}, {@code works/000001.png} and {@code settings.json},
 * readable for people and enough to resume. Each picture holds its work's line of the journal, from
 * which a lost journal is made anew. What others move, delete or damage is put back or kept aside
 * under another name, {@code NAME.bad} or {@code NAME.other}; no picture is written over another.
 * One run at a time has it open, as one has the journal. Owned by one thread.
 */
final class RunFolder implements Closeable {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** What {@code settings.json} holds. */
  record Saved(Seeds seeds, RunSettings settings, String compositor, String generator) {}

  private final Path folder;
  private final Consumer<String> warnings;
  private final JsonLines<Event> journal;
  private final Past past = new Past();
  private Saved settings;
  private long bytes;

  private RunFolder(Path folder, Consumer<String> warnings) throws IOException {
    this.folder = folder;
    this.warnings = warnings;
    Files.createDirectories(folder.resolve("works"));
    this.journal = Journal.open(folder, past::apply, warnings);
  }

  /**
   * Opens a run, or begins one.
   *
   * @param warnings hears one sentence of each thing that was found damaged and mended
   * @throws IOException with one sentence, if another run has the folder open
   */
  static RunFolder open(Path folder, Consumer<String> warnings) throws IOException {
    try {
      RunFolder opened = new RunFolder(folder, warnings);
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
    bytes = 0;
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

  /** Writes an event down and takes it into account. */
  void add(Event event) throws IOException {
    keepWhole();
    journal.add(event);
    past.apply(event);
    if (event instanceof Event.Made made) {
      bytes += size(made.generation());
    }
  }

  /** Writes a picture: whole, or not at all, and over no other one. */
  void save(int generation, byte[] png) throws IOException {
    keepWhole();
    Path file = folder.resolve(Pictured.file(generation));
    try {
      if (Files.exists(file)) {
        if (Arrays.equals(Files.readAllBytes(file), png)) {
          return;
        }
        Path kept = Aside.move(file, "other");
        warnings.accept(
            file
                + " is not of this run; it is kept as "
                + kept.getFileName()
                + " for the next work");
      }
      AtomicFiles.write(file, png);
    } catch (IOException e) {
      throw new IOException("the work cannot be saved in " + file + ": " + Messages.of(e), e);
    }
  }

  /** What others moved, deleted, replaced or cut while the run goes on is put back. */
  private void keepWhole() throws IOException {
    boolean inPlace = journal.isInPlace();
    if (!inPlace || !journal.isUncut()) {
      boolean gone = !Files.exists(folder);
      Files.createDirectories(folder.resolve("works"));
      Journal.reopen(journal, folder, this::learn, warnings);
      weigh();
      warnings.accept(
          gone
              ? "the run's folder "
                  + folder
                  + " was moved or deleted; it is there anew with journal and settings, the"
                  + " pictures so far are where it went"
              : folder.resolve(Journal.NAME)
                  + (inPlace ? " was cut" : " was moved, deleted or replaced")
                  + " while the run goes on; what could be saved of it is there anew");
    }
    if (settings != null && !Files.exists(settingsFile())) {
      save(settings);
    }
  }

  /**
   * Takes in pictures that came into the folder while the run goes on, where the next work would be
   * in their place; whether there were any.
   */
  boolean takeIn() throws IOException {
    if (!Files.exists(folder.resolve(Pictured.file(past.generation() + 1)))) {
      return false;
    }
    Journal.reopen(journal, folder, this::learn, warnings);
    weigh();
    return true;
  }

  /** What is known already is not taken into account again. */
  private void learn(Event event) {
    int number =
        event instanceof Event.Made made
            ? made.generation()
            : event instanceof Event.Lost lost ? lost.last() : 0;
    if (number > past.generation()) {
      past.apply(event);
    }
  }

  /** Reads a work's picture; empty if it was deleted or cannot be read. */
  Optional<Pixels> picture(int generation) {
    try {
      return Optional.of(
          Pictures.decode(
              Files.readAllBytes(folder.resolve(Pictured.file(generation))), "the work"));
    } catch (IOException | ServiceException e) {
      return Optional.empty();
    }
  }

  private long size(int generation) throws IOException {
    Path file = folder.resolve(Pictured.file(generation));
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
      Files.deleteIfExists(folder.resolve(Pictured.file(work)));
    }
  }

  private int leastNovel(BitSet works) {
    return works.stream()
        .boxed()
        .min(java.util.Comparator.comparingDouble(past::novelty))
        .orElseThrow();
  }

  private Path settingsFile() {
    return folder.resolve("settings.json");
  }

  /**
   * The settings that the run was made with last; empty in a new one, and where they are damaged.
   * What an older or a newer version wrote is read as far as it goes, with defaults for the rest.
   *
   * @param fresh seeds where the settings have none
   */
  Optional<Saved> saved(Seeds fresh) throws IOException {
    Path file = settingsFile();
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      JsonNode read = JSON.readTree(file.toFile());
      if (!read.isObject()) {
        throw new IOException("it holds no settings");
      }
      return Optional.of(
          new Saved(
              Lenient.read(read.path("seeds"), fresh, Seeds.class),
              Lenient.read(read.path("settings"), RunSettings.DEFAULT, RunSettings.class),
              read.path("compositor").asText(),
              read.path("generator").asText()));
    } catch (IOException e) {
      Path kept = Aside.move(file, "bad");
      warnings.accept(
          file
              + " is damaged ("
              + Messages.of(e)
              + "); it is kept as "
              + kept.getFileName()
              + ", and the run goes on with other seeds");
      return Optional.empty();
    }
  }

  /** Writes down what the run is made with. */
  void save(Saved current) throws IOException {
    settings = current;
    AtomicFiles.write(settingsFile(), JSON.writeValueAsString(current) + "\n");
  }

  @Override
  public void close() throws IOException {
    journal.close();
  }
}
