package culturalalien.image;

import com.fasterxml.jackson.databind.JsonNode;
import culturalalien.io.Http;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/**
 * What a ComfyUI server tells over its websocket, one event after the other. Should the connection
 * fail, no more events come: silence has to be taken for "ask yourself". Previews are dropped.
 */
final class ComfyEvents extends WebSocketListener implements AutoCloseable {

  private final BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();
  private final CountDownLatch opened = new CountDownLatch(1);
  private final WebSocket socket;

  ComfyEvents(Http http, Request request) {
    socket = http.listen(request, this);
  }

  /** Waits until the server listens, or until it is clear that it will not. */
  void awaitOpen(Duration atMost) throws InterruptedException {
    boolean unused = opened.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The next event, empty if none comes in this time. */
  Optional<JsonNode> next(Duration atMost) throws InterruptedException {
    return Optional.ofNullable(events.poll(atMost.toNanos(), TimeUnit.NANOSECONDS));
  }

  @Override
  public void onOpen(WebSocket webSocket, Response response) {
    opened.countDown();
  }

  @Override
  public void onMessage(WebSocket webSocket, String text) {
    try {
      events.add(Http.JSON.readTree(text));
    } catch (IOException e) {
      // Not an event; the history tells how it ends.
    }
  }

  @Override
  public void onClosing(WebSocket webSocket, int code, String reason) {
    // Without an answer the connection would be kept.
    webSocket.close(1000, null);
  }

  @Override
  public void onFailure(WebSocket webSocket, Throwable problem, Response response) {
    opened.countDown();
  }

  @Override
  public void close() {
    socket.cancel();
  }
}
