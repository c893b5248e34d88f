package culturalalien.agent;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.LogLevel;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIServiceException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import culturalalien.io.ServiceException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * The chat of OpenAI and of all who speak like it, through OpenAI's own client. One call at a time.
 */
final class OpenAIChatServer implements ChatServer {

  /** A composition has a few kilobytes; more is not read. */
  private static final long LONGEST_ANSWER = 4 << 20;

  private final OkHttpClient http;
  private final OpenAIClient client;
  private final String model;
  private final Duration timeout;
  private final ChatFailures failures;

  /** Not every server can be told the form of an answer; one that cannot is told no more. */
  private boolean structured = true;

  /**
   * @param address without user and password
   * @param authorization the header's value, null for none
   */
  OpenAIChatServer(HttpUrl address, String authorization, String model, Duration timeout) {
    this.model = model;
    this.timeout = timeout;
    this.failures = new ChatFailures(address.host() + ":" + address.port(), model);
    this.http =
        new OkHttpClient.Builder()
            .connectTimeout(Duration.ofSeconds(Math.min(10, timeout.toSeconds())))
            .readTimeout(Duration.ZERO)
            .callTimeout(timeout)
            // Whether to try again is the caller's to say; a connection kept for minutes is stale.
            .retryOnConnectionFailure(false)
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
            .addInterceptor(chain -> limited(chain, authorization))
            .build();
    this.client =
        OpenAIOkHttpClient.builder()
            .okHttpClient(http)
            .baseUrl(address.toString())
            // The client insists on a key; the real one is put in by the interceptor.
            .apiKey("none")
            .timeout(timeout)
            .maxRetries(0)
            .logLevel(LogLevel.OFF)
            .disableTelemetry(true)
            .build();
  }

  private static Response limited(Interceptor.Chain chain, String authorization)
      throws IOException {
    Request.Builder request = chain.request().newBuilder().removeHeader("Authorization");
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    Response response = chain.proceed(request.build());
    try (ResponseBody body = response.body()) {
      if (body.source().request(LONGEST_ANSWER + 1)) {
        throw new IOException("the answer is too long");
      }
      ResponseBody whole = ResponseBody.create(body.source().readByteString(), body.contentType());
      return response.newBuilder().body(whole).build();
    }
  }

  @Override
  public String answer(List<Message> conversation, long seed)
      throws ServiceException, InterruptedException {
    FutureTask<ChatCompletion> call = new FutureTask<>(() -> ask(conversation, seed));
    Thread caller = new Thread(call, "cultural-alien-chat");
    caller.setDaemon(true);
    caller.start();
    try {
      return text(call.get());
    } catch (InterruptedException e) {
      // A thread that waits for a socket does not hear an interrupt; closing the socket it does.
      http.dispatcher().cancelAll();
      throw e;
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } catch (OpenAIException e) {
      throw failures.unreadable();
    }
  }

  private ChatCompletion ask(List<Message> conversation, long seed) {
    boolean formed = structured;
    try {
      return client.chat().completions().create(request(conversation, seed));
    } catch (OpenAIServiceException e) {
      boolean form = formed && (e.statusCode() == 400 || e.statusCode() == 422);
      if (!form || ChatFailures.isRefusal(e.code().orElse(""))) {
        throw e;
      }
      structured = false;
      return client.chat().completions().create(request(conversation, seed));
    }
  }

  private ChatCompletionCreateParams request(List<Message> conversation, long seed) {
    ChatCompletionCreateParams.Builder params =
        ChatCompletionCreateParams.builder()
            .model(model)
            .putAdditionalBodyProperty("seed", JsonValue.from(seed));
    for (Message message : conversation) {
      switch (message.role()) {
        case INSTRUCTIONS -> params.addSystemMessage(message.text());
        case USER -> params.addUserMessage(message.text());
        case MODEL -> params.addAssistantMessage(message.text());
      }
    }
    if (structured) {
      params.putAdditionalBodyProperty("response_format", JsonValue.from(form()));
    }
    return params.build();
  }

  /** The answer's form as a JSON schema. */
  private static Map<String, Object> form() {
    Map<String, Object> text = Map.of("type", "string");
    Map<String, Object> schema =
        Map.of(
            "type",
            "object",
            "properties",
            Map.of(
                "title", text,
                "concepts_used", Map.of("type", "array", "items", text),
                "prompt", text,
                "rationale", text),
            "required",
            List.of("title", "concepts_used", "prompt", "rationale"),
            "additionalProperties",
            false);
    return Map.of(
        "type",
        "json_schema",
        "json_schema",
        Map.of("name", "composition", "strict", true, "schema", schema));
  }

  private String text(ChatCompletion completion) throws ServiceException {
    if (completion == null || completion.choices().isEmpty()) {
      throw failures.unreadable();
    }
    ChatCompletion.Choice choice = completion.choices().get(0);
    String reason = choice._finishReason().asKnown().map(Object::toString).orElse("");
    if (choice.message().refusal().isPresent() || reason.equals("content_filter")) {
      throw failures.refused();
    }
    if (reason.equals("length")) {
      throw failures.cutShort();
    }
    return choice.message().content().orElseThrow(failures::unreadable);
  }

  private ServiceException failure(Throwable problem) {
    if (problem instanceof OpenAIServiceException e) {
      String wait = e.headers().values("retry-after").stream().findFirst().orElse(null);
      return failures.status(e.statusCode(), e.code().orElse(""), wait);
    }
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException io && !isJson(cause)) {
        return failures.unreachable(io, timeout);
      }
    }
    return failures.unreadable();
  }

  private static boolean isJson(Throwable problem) {
    return problem instanceof com.fasterxml.jackson.core.JacksonException;
  }
}
