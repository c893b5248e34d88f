package culturalalien.study.judge;

import culturalalien.study.judge.Judgement.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** All that judges may be shown: the items of two conditions or more. Immutable. */
public final class Exhibition {

  /** What is shown of a work. */
  public enum Kind {
    /** Its picture. */
    WORKS,
    /** The concepts that it is made of. */
    CONCEPTS
  }

  private final Map<Shown, Exhibit> exhibits = new LinkedHashMap<>();
  private final Map<String, Exhibit> byKey = new HashMap<>();

  /** Where items come from: a folder or a table, with the name that was given to it. */
  private record Source(Optional<String> name, Path path, Optional<Path> table) {

    static Source of(String run) {
      int equals = run.indexOf('=');
      boolean named = equals > 0 && !Files.exists(Path.of(run));
      Path path = Path.of(named ? run.substring(equals + 1) : run);
      Path inFolder = path.resolve(Exhibits.TABLE);
      Optional<Path> table =
          Files.isRegularFile(path)
              ? Optional.of(path)
              : Files.isRegularFile(inFolder) ? Optional.of(inFolder) : Optional.empty();
      return new Source(
          named ? Optional.of(run.substring(0, equals)) : Optional.empty(), path, table);
    }

    List<Exhibit> exhibits(Kind kind) throws IOException {
      if (table.isPresent()) {
        return Exhibits.ofTable(name.map(n -> n + "/").orElse(""), table.get());
      }
      if (!Files.isDirectory(path)) {
        throw new IOException(path + " is neither a folder of runs nor a study's table");
      }
      Path folder = path.toRealPath();
      String condition = name.orElse(String.valueOf(folder.getFileName()));
      List<Exhibit> found = Exhibits.ofRuns(condition, folder, kind == Kind.WORKS);
      if (found.isEmpty()) {
        throw new IOException(
            "there is no work in "
                + path
                + ": a run is a folder with a journal and pictures, as the command run makes it");
      }
      return found;
    }
  }

  Exhibition(List<Exhibit> all) throws IOException {
    for (Exhibit exhibit : all) {
      Shown shown = exhibit.shown();
      if (exhibits.put(shown, exhibit) != null || byKey.put(exhibit.key(), exhibit) != null) {
        throw new IOException(
            "the condition \""
                + shown.condition()
                + "\" has "
                + shown.item()
                + " twice; give the folders or tables different names: NAME=FOLDER");
      }
    }
    if (conditions().size() < 2) {
      throw new IOException(
          "nothing to compare: there is only the condition "
              + conditions()
              + "; name a second folder of runs, or a study's table with two samplers");
    }
  }

  /**
   * Reads what there is to show.
   *
   * @param runs each a folder of runs, a study's folder or its table; or NAME=FOLDER
   * @param wanted without it pictures are shown where every source has them
   * @throws IOException with one sentence
   */
  public static Exhibition read(List<String> runs, Optional<Kind> wanted) throws IOException {
    List<Source> sources = runs.stream().map(Source::of).toList();
    Optional<Source> table = sources.stream().filter(s -> s.table().isPresent()).findFirst();
    Kind kind = wanted.orElse(table.isPresent() ? Kind.CONCEPTS : Kind.WORKS);
    if (kind == Kind.WORKS && table.isPresent()) {
      throw new IOException(
          table.get().path() + " holds concept sets, no pictures; leave out --kind works");
    }
    List<Exhibit> all = new ArrayList<>();
    for (Source source : sources) {
      all.addAll(source.exhibits(kind));
    }
    return new Exhibition(all);
  }

  /** What is compared, in alphabetical order. */
  public List<String> conditions() {
    TreeSet<String> names = new TreeSet<>();
    exhibits.keySet().forEach(shown -> names.add(shown.condition()));
    return List.copyOf(names);
  }

  /** How many items there are. */
  public int size() {
    return exhibits.size();
  }

  Iterable<Shown> items() {
    return exhibits.keySet();
  }

  Exhibit of(Shown shown) {
    return exhibits.get(shown);
  }

  Optional<Exhibit> of(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** How many different pairs there are, each of two conditions. */
  public long pairs() {
    Map<String, Long> sizes = new HashMap<>();
    exhibits.keySet().forEach(shown -> sizes.merge(shown.condition(), 1L, Long::sum));
    long same = sizes.values().stream().mapToLong(n -> n * n).sum();
    return ((long) size() * size() - same) / 2;
  }
}
