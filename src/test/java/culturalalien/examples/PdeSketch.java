package culturalalien.examples;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import processing.core.PApplet;
import processing.mode.java.preproc.PdePreprocessor;
import processing.mode.java.preproc.PreprocessorResult;
import processing.utils.SketchException;

/** A sketch folder, built as the PDE builds it: tabs joined, preprocessed, compiled, loaded. */
final class PdeSketch {
  private final Path folder;

  PdeSketch(Path folder) {
    this.folder = folder;
  }

  /**
   * Every sketch folder two levels below the given one, in the order in which the PDE lists them.
   */
  static List<Path> under(Path examples) throws IOException {
    try (Stream<Path> folders = Files.find(examples, 2, (path, a) -> Files.isDirectory(path))) {
      return folders
          .filter(path -> examples.relativize(path).getNameCount() == 2)
          .sorted()
          .toList();
    }
  }

  Path folder() {
    return folder;
  }

  String name() {
    return folder.getFileName().toString();
  }

  /** The source of all tabs, the main one first. */
  String source() throws IOException {
    Path main = folder.resolve(name() + ".pde");
    List<Path> tabs = new ArrayList<>(List.of(main));
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> file.toString().endsWith(".pde") && !file.equals(main))
          .sorted()
          .forEach(tabs::add);
    }
    StringBuilder source = new StringBuilder();
    for (Path tab : tabs) source.append(Files.readString(tab)).append('\n');
    return source.toString();
  }

  /**
   * Builds the sketch and makes one.
   *
   * @param build an empty folder for the generated source and classes
   */
  PApplet load(Path build) throws IOException, ReflectiveOperationException, SketchException {
    StringWriter java = new StringWriter();
    PdePreprocessor preprocessor = PdePreprocessor.builderFor(name()).setTabSize(2).build();
    PreprocessorResult result = preprocessor.write(java, source());
    if (!result.getPreprocessIssues().isEmpty()) {
      throw new AssertionError(
          result.getPreprocessIssues().stream()
              .map(issue -> name() + ".pde:" + issue.getLine() + ": " + issue.getMsg())
              .toList()
              .toString());
    }
    Files.createDirectories(build);
    Path file = Files.writeString(build.resolve(name() + ".java"), java.toString());
    compile(file, build);
    URLClassLoader loader =
        new URLClassLoader(new URL[] {build.toUri().toURL()}, PdeSketch.class.getClassLoader());
    return (PApplet) loader.loadClass(result.getClassName()).getConstructor().newInstance();
  }

  private static void compile(Path file, Path build) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter errors = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      String classPath = System.getProperty("java.class.path", "") + File.pathSeparator + build;
      List<String> options =
          List.of("--release", "17", "-nowarn", "-proc:none", "-cp", classPath, "-d", "" + build);
      var task =
          compiler.getTask(
              errors, files, null, options, null, files.getJavaFileObjects(file.toFile()));
      if (!task.call()) throw new AssertionError(errors.toString());
    }
  }
}
