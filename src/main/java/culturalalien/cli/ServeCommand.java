package culturalalien.cli;

import culturalalien.scoring.ScoringService;
import culturalalien.scoring.protocol.AccessToken;
import culturalalien.scoring.server.ScoringServer;
import culturalalien.scoring.server.ServerSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}: answers for the sketches of other machines until it is stopped. */
@Command(
    name = "serve",
    description = {
      "Lets sketches on other machines use the models of this one, over HTTP in the Open Inference"
          + " Protocol, version 2. In the sketch: new CulturalAlien(this, \"http://HOST:PORT\").",
      "Others may come in only with a token. It is taken from the environment, from "
          + AccessToken.VARIABLE
          + " or the file that "
          + AccessToken.FILE_VARIABLE
          + " names, or from --token-file; not from the command line, which everybody on this"
          + " machine can read. Ctrl-C lets the requests in work finish."
    },
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private ModelOptions models;

  @Option(
      names = "--host",
      defaultValue = ServerSettings.LOOPBACK,
      description =
          "Name or address to listen on; 0.0.0.0 for everybody, which needs a token (default:"
              + " ${DEFAULT-VALUE}, this machine alone).")
  private String host;

  @Option(
      names = "--port",
      defaultValue = "" + ServerSettings.PORT,
      description = "0 takes a free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "Holds the token that clients must send.")
  private Path tokenFile;

  @Option(
      names = "--queue",
      defaultValue = "" + ServerSettings.QUEUE,
      description = "Requests in work at once; more must come back (default: ${DEFAULT-VALUE}).")
  private int queue;

  @Option(
      names = "--timeout",
      defaultValue = "10",
      paramLabel = "SECONDS",
      description = "Longest that a request may take (default: ${DEFAULT-VALUE}).")
  private double timeout;

  @Option(
      names = "--max-body",
      defaultValue = "" + ServerSettings.MAX_BODY,
      paramLabel = "BYTES",
      description = "Longest request (default: ${DEFAULT-VALUE}).")
  private int maxBody;

  @Override
  public Integer call() throws Exception {
    ServerSettings settings =
        new ServerSettings(
            host, port, token(), queue, Duration.ofMillis((long) (timeout * 1000)), maxBody);
    try (ScoringService service = models.service();
        ScoringServer server = new ScoringServer(service, settings, this::log)) {
      CountDownLatch stopped = new CountDownLatch(1);
      Thread hook = new Thread(() -> stop(server, service, stopped), "cultural-alien-stop");
      Runtime.getRuntime().addShutdownHook(hook);
      announce(server, settings, service);
      stopped.await();
    }
    return 0;
  }

  private Optional<AccessToken> token() throws IOException {
    return tokenFile == null
        ? AccessToken.from(System.getenv())
        : Optional.of(AccessToken.in(tokenFile));
  }

  private void announce(ScoringServer server, ServerSettings settings, ScoringService service) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("listening on " + server.address() + "; the models load");
    server.ready().join();
    out.println("ready on the device \"" + service.device() + "\"");
    out.println("in a sketch: new CulturalAlien(this, \"" + reachable(server.address()) + "\")");
    if (settings.token().isPresent()) {
      out.println("and on its machine the same token in " + AccessToken.VARIABLE);
    }
    out.flush();
  }

  /** The address as another machine knows it, where the server listens on all that this one has. */
  private static URI reachable(URI address) {
    try {
      return InetAddress.getByName(address.getHost()).isAnyLocalAddress()
          ? URI.create(
              "http://" + InetAddress.getLocalHost().getHostName() + ":" + address.getPort())
          : address;
    } catch (UnknownHostException | IllegalArgumentException e) {
      return address;
    }
  }

  private static void stop(ScoringServer server, ScoringService service, CountDownLatch stopped) {
    server.close();
    service.close();
    stopped.countDown();
  }

  private void log(String sentence) {
    spec.commandLine().getErr().println("culturalalien: " + sentence);
  }
}
