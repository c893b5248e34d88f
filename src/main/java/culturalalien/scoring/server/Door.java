package culturalalien.scoring.server;

import culturalalien.io.ProtocolException;
import culturalalien.io.server.Bodies;
import culturalalien.io.server.OwnName;
import java.io.IOException;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** Looks at requests' heads, so that what is refused costs little. Safe from any thread. */
record Door(ServerSettings settings, OwnName name) {

  private static final Set<String> TYPES = Set.of("application/json", "application/octet-stream");

  /** Every browser sends one of them with what a page of another site posts. */
  private static final Set<String> OF_BROWSERS = Set.of("Origin", "Sec-Fetch-Site");

  static Door of(ServerSettings settings) throws IOException {
    return new Door(settings, OwnName.of(settings.host()));
  }

  /**
   * Refuses pages of other sites, which do not know the token but may reach a server without one.
   *
   * @throws ProtocolException 421
   */
  void requireName(Request request) throws ProtocolException {
    if (settings.token().isEmpty()) {
      name.require(request);
    }
  }

  /**
   * Refuses whoever lacks the token.
   *
   * @throws ProtocolException 401
   */
  void requireToken(Request request) throws ProtocolException {
    if (settings.token().isPresent()
        && !settings.token().get().isIn(request.getHeaders().get(HttpHeader.AUTHORIZATION))) {
      throw new ProtocolException(
          401, "the server wants its token in the header \"Authorization: Bearer …\"");
    }
  }

  /**
   * Refuses another method than a route's.
   *
   * @throws ProtocolException 405
   */
  void requireMethod(Request request, Response response, Route route) throws ProtocolException {
    boolean posted = route.kind().isPosted();
    String method = request.getMethod();
    if (posted
        ? HttpMethod.POST.is(method)
        : HttpMethod.GET.is(method) || HttpMethod.HEAD.is(method)) {
      return;
    }
    String allowed = posted ? "POST" : "GET, HEAD";
    response.getHeaders().put(HttpHeader.ALLOW, allowed);
    throw new ProtocolException(405, "this is answered to " + allowed + " alone");
  }

  /**
   * Refuses a body that no client of the protocol sends: a form of another site, above all, can
   * have neither of the two types. Programs may leave the type out, pages may not.
   *
   * @throws ProtocolException 411, 413 or 415
   */
  void requireBody(Request request) throws ProtocolException {
    HttpFields headers = request.getHeaders();
    String type = Bodies.type(request);
    boolean programs =
        !headers.contains(HttpHeader.CONTENT_TYPE)
            && OF_BROWSERS.stream().noneMatch(headers::contains);
    if (!programs && !TYPES.contains(type)) {
      throw new ProtocolException(
          415,
          "the body must be application/json, or application/octet-stream where binary data follow"
              + " the JSON");
    }
    Bodies.requireLength(request, settings.maxBody());
  }
}
