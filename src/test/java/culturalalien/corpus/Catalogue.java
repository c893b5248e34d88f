package culturalalien.corpus;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;

/** A small made-up catalogue in the museum's form, to be packed as a folder, .tar.gz or .zip. */
public final class Catalogue {
  private final Map<String, String> files = new LinkedHashMap<>();

  /** An artwork by artist number {@code id}; subjects as "level 1 > level 2 > leaf". */
  public Catalogue work(String acno, int id, String name, String... subjects) {
    return file(
        "artworks/" + acno.toLowerCase() + ".json",
        """
        {"acno":"%s","title":"Untitled","contributorCount":1,
         "contributors":[{"id":%d,"fc":"%s","role":"artist","date":"19%d-20%d"},
                         {"id":99,"fc":"Old Master","role":"after"}],
         "subjects":{"id":1,"name":"subject","children":[%s]}}"""
            .formatted(acno, id, name, id, id, String.join(",", tree(subjects))));
  }

  public Catalogue file(String name, String content) {
    files.put(name, content);
    return this;
  }

  private static List<String> tree(String... subjects) {
    return List.of(subjects).stream()
        .map(subject -> subject.split(" > "))
        .map(
            levels ->
                """
                {"name":"%s","children":[{"name":"%s","children":[{"id":7,"name":"%s"}]}]}"""
                    .formatted((Object[]) levels))
        .toList();
  }

  public Path folder(Path folder) throws IOException {
    for (var file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return folder;
  }

  /** Entries in reverse, as the order in an archive means nothing. */
  public Path tarGz(Path archive) throws IOException {
    try (OutputStream out = Files.newOutputStream(archive);
        var tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(out))) {
      for (String name : backwards()) {
        byte[] content = files.get(name).getBytes(StandardCharsets.UTF_8);
        var entry = new TarArchiveEntry("./catalogue/" + name);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    }
    return archive;
  }

  public Path zip(Path archive) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      for (String name : backwards()) {
        zip.putNextEntry(new ZipEntry("catalogue/" + name));
        zip.write(files.get(name).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return archive;
  }

  private List<String> backwards() {
    List<String> names = new java.util.ArrayList<>(files.keySet());
    Collections.reverse(names);
    return names;
  }
}
