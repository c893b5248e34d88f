package culturalalien.scoring.server;

import culturalalien.scoring.ScoringService;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/** What Prometheus may ask; labels have few values, whatever clients send. Safe from any thread. */
final class ServerMetrics {

  /** Seconds of a request, from a prepared answer to a queue that is full. */
  private static final double[] SECONDS = {
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10
  };

  private static final double[] CALLS = {1, 2, 4, 8, 16, 32, 64, 128};

  /** Model label of what asks for none. */
  static final String NO_MODEL = "";

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();

  private final Counter requests =
      Counter.builder()
          .name("culturalalien_requests_total")
          .help("Requests that were answered, by model and HTTP status.")
          .labelNames("model", "status")
          .register(registry);
  private final Histogram requestSeconds =
      Histogram.builder()
          .name("culturalalien_request_seconds")
          .help("From a request's head to its answer.")
          .classicOnly()
          .classicUpperBounds(SECONDS)
          .labelNames("model")
          .register(registry);
  private final Histogram batchCalls =
      Histogram.builder()
          .name("culturalalien_batch_calls")
          .help("Calls that were answered together.")
          .classicOnly()
          .classicUpperBounds(CALLS)
          .register(registry);
  private final Histogram passSeconds =
      Histogram.builder()
          .name("culturalalien_pass_seconds")
          .help("How long a pass of a model took.")
          .classicOnly()
          .classicUpperBounds(SECONDS)
          .register(registry);

  private final Info device =
      Info.builder()
          .name("culturalalien_device_info")
          .help("Where the models are.")
          .labelNames("device")
          .register(registry);
  private final ScoringService service;

  /**
   * @param service whose passes are counted
   * @param inferences that are in work
   */
  ServerMetrics(ScoringService service, Inferences inferences, BooleanSupplier ready) {
    this.service = service;
    service.addGauge(
        pass -> {
          batchCalls.observe(pass.calls());
          passSeconds.observe(pass.nanos() / 1e9);
        });
    GaugeWithCallback.builder()
        .name("culturalalien_queue")
        .help("Requests in work.")
        .callback(gauge -> gauge.call(inferences.inWork()))
        .register(registry);
    GaugeWithCallback.builder()
        .name("culturalalien_places")
        .help("Places in sequences that the models have to read for requests in work.")
        .callback(gauge -> gauge.call(inferences.work()))
        .register(registry);
    GaugeWithCallback.builder()
        .name("culturalalien_waiting_calls")
        .help("Calls that wait for a pass of the models.")
        .callback(gauge -> gauge.call(service.waiting()))
        .register(registry);
    GaugeWithCallback.builder()
        .name("culturalalien_ready")
        .help("1 when the models answer.")
        .callback(gauge -> gauge.call(ready.getAsBoolean() ? 1 : 0))
        .register(registry);
  }

  /**
   * Counts an answer.
   *
   * @param model a name of ours, or {@link #NO_MODEL}
   */
  void answered(String model, int status, long nanos) {
    requests.labelValues(model, Integer.toString(status)).inc();
    requestSeconds.labelValues(model).observe(nanos / 1e9);
  }

  String contentType() {
    return writer.getContentType();
  }

  byte[] page() throws IOException {
    device.setLabelValues(service.device());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(out, registry.scrape(), EscapingScheme.DEFAULT);
    return out.toByteArray();
  }
}
