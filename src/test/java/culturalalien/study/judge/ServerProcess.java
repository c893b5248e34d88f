package culturalalien.study.judge;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command {@code study judge} in a process of its own, always on the same port and file. */
final class ServerProcess implements AutoCloseable {

  final int port;
  final Path file;
  private final List<String> runs;
  private Process process;
  private BufferedReader said;

  ServerProcess(Path file, List<String> runs) throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    this.file = file;
    this.runs = runs;
  }

  /** Returns what it said once it serves. */
  List<String> start() throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "culturalalien.cli.Main",
                "study",
                "judge",
                "--port",
                "" + port,
                "--out",
                file.toString()));
    command.addAll(runs);
    process = new ProcessBuilder(command).redirectErrorStream(true).start();
    said = process.inputReader(StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>();
    while (lines.stream().noneMatch(line -> line.startsWith("open http"))) {
      String line = said.readLine();
      if (line == null) {
        throw new IOException("the server ended: " + lines);
      }
      lines.add(line);
    }
    return lines;
  }

  /** As a power cut does: nothing in it learns of it. */
  void kill() throws InterruptedException {
    int unused = process.destroyForcibly().waitFor();
  }

  /** Whether {@link #stop} lets it end by itself; on Windows that kills it. */
  boolean endsNormally() {
    return process.supportsNormalTermination();
  }

  /** As Ctrl-C does; returns what it said until it ended. */
  List<String> stop() throws IOException, InterruptedException {
    // Its own method would close the stream that shows how it ends.
    boolean asked = process.toHandle().destroy();
    List<String> lines = said.lines().toList();
    if (!asked || !process.waitFor(60, TimeUnit.SECONDS)) {
      throw new IOException("the server does not end: " + lines);
    }
    return lines;
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
    }
  }
}
