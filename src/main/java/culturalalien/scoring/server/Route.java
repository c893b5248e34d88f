package culturalalien.scoring.server;

import culturalalien.io.ProtocolException;
import java.util.Arrays;
import java.util.List;

/**
 * What a path means. Paths are compared as they were sent, letter by letter, but for slashes at
 * their end: what is written in another way is not found.
 *
 * @param model one of {@link ServedModel#NAMES}, or {@link ServerMetrics#NO_MODEL}
 * @param version that the path asks for; "" for any
 */
record Route(Kind kind, String model, String version) {

  /** The kinds of answers. */
  enum Kind {
    SERVER,
    LIVE,
    READY,
    METRICS,
    INDEX,
    MODEL,
    CONFIG,
    MODEL_READY,
    INFER;

    /** Whether a load balancer may ask it without the token. */
    boolean isOpen() {
      return this == LIVE || this == READY;
    }

    /** Whether it is asked with a body. */
    boolean isPosted() {
      return this == INFER || this == INDEX;
    }
  }

  private static Route plain(Kind kind) {
    return new Route(kind, ServerMetrics.NO_MODEL, "");
  }

  /**
   * The route of a path as it stands in the request.
   *
   * @param path null for none
   * @throws ProtocolException 404
   */
  static Route of(String path) throws ProtocolException {
    String clean = path == null ? "" : path.replaceFirst("/+$", "");
    return switch (clean) {
      case "/v2" -> plain(Kind.SERVER);
      case "/v2/health/live" -> plain(Kind.LIVE);
      case "/v2/health/ready" -> plain(Kind.READY);
      case "/v2/repository/index" -> plain(Kind.INDEX);
      case "/metrics" -> plain(Kind.METRICS);
      default -> ofModel(Arrays.asList(clean.split("/", -1)));
    };
  }

  /** /v2/models/{model}[/versions/{version}][/ready|/config|/infer] */
  private static Route ofModel(List<String> parts) throws ProtocolException {
    if (parts.size() < 4
        || !parts.subList(0, 3).equals(List.of("", "v2", "models"))
        || !ServedModel.NAMES.contains(parts.get(3))) {
      throw nothing(parts);
    }
    boolean versioned = parts.size() >= 6 && parts.get(4).equals("versions");
    String version = versioned ? parts.get(5) : "";
    String rest = String.join("/", parts.subList(versioned ? 6 : 4, parts.size()));
    Kind kind =
        switch (rest) {
          case "" -> Kind.MODEL;
          case "ready" -> Kind.MODEL_READY;
          case "config" -> Kind.CONFIG;
          case "infer" -> Kind.INFER;
          default -> throw nothing(parts);
        };
    if (versioned && version.isEmpty()) {
      throw nothing(parts);
    }
    return new Route(kind, parts.get(3), version);
  }

  /** What the protocol's clients may ask for besides, and everything else. */
  private static ProtocolException nothing(List<String> parts) {
    String said =
        "the models are " + String.join(", ", ServedModel.NAMES.stream().sorted().toList());
    if (parts.size() > 2 && parts.get(1).equals("v2")) {
      String last = parts.get(parts.size() - 1);
      if (last.equals("stats")) {
        said = "measurements are at /metrics, for Prometheus";
      } else if (parts.get(2).equals("repository")) {
        said = "the models are those that the server was started with";
      } else if (parts.get(2).endsWith("sharedmemory")) {
        said = "data come in the request";
      }
    }
    return new ProtocolException(404, "nothing is served there; " + said);
  }
}
