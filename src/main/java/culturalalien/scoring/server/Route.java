package culturalalien.scoring.server;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a path means. Paths are compared as they were sent, letter by letter: what is written in
 * another way is not found.
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
    MODEL,
    MODEL_READY,
    INFER;

    /** Whether a load balancer may ask it without the token. */
    boolean isOpen() {
      return this == LIVE || this == READY;
    }
  }

  private static Route plain(Kind kind) {
    return new Route(kind, ServerMetrics.NO_MODEL, "");
  }

  /** The route of a path as it stands in the request, if there is one. */
  static Optional<Route> of(String path) {
    switch (path) {
      case "/v2":
        return Optional.of(plain(Kind.SERVER));
      case "/v2/health/live":
        return Optional.of(plain(Kind.LIVE));
      case "/v2/health/ready":
        return Optional.of(plain(Kind.READY));
      case "/metrics":
        return Optional.of(plain(Kind.METRICS));
      default:
        return ofModel(Arrays.asList(path.split("/", -1)));
    }
  }

  /** /v2/models/{model}[/versions/{version}][/ready|/infer] */
  private static Optional<Route> ofModel(List<String> parts) {
    if (parts.size() < 4
        || !parts.subList(0, 3).equals(List.of("", "v2", "models"))
        || !ServedModel.NAMES.contains(parts.get(3))) {
      return Optional.empty();
    }
    boolean versioned = parts.size() >= 6 && parts.get(4).equals("versions");
    String version = versioned ? parts.get(5) : "";
    if (versioned && version.isEmpty()) {
      return Optional.empty();
    }
    List<String> rest = parts.subList(versioned ? 6 : 4, parts.size());
    Kind kind =
        rest.isEmpty()
            ? Kind.MODEL
            : rest.equals(List.of("ready"))
                ? Kind.MODEL_READY
                : rest.equals(List.of("infer")) ? Kind.INFER : null;
    return kind == null ? Optional.empty() : Optional.of(new Route(kind, parts.get(3), version));
  }
}
