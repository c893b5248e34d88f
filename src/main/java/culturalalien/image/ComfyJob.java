package culturalalien.image;

import com.fasterxml.jackson.databind.JsonNode;
import culturalalien.io.HttpAnswer;
import culturalalien.io.Reason;
import culturalalien.io.ServiceException;
import culturalalien.io.ServiceException.Remedy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.StreamSupport;

/** One workflow on its way through a ComfyUI server, as its events and its history tell. */
final class ComfyJob {

  /** Sampling takes nearly all of the time, and tells its steps. */
  private static final int SAMPLER_WEIGHT = 20;

  private final String who;
  private final String id;
  private final ComfyWorkflow workflow;
  private final String prompt;
  private final DoubleConsumer progress;
  private final Set<String> done = new HashSet<>();
  private String running = "";
  private double told;

  /**
   * @param who the service in a sentence
   * @param id what the server calls the job
   * @param prompt that no sentence may repeat
   */
  ComfyJob(String who, String id, ComfyWorkflow workflow, String prompt, DoubleConsumer progress) {
    this.who = who;
    this.id = id;
    this.prompt = prompt;
    this.workflow = workflow;
    this.progress = progress;
  }

  String id() {
    return id;
  }

  /**
   * Takes in an event and passes on progress.
   *
   * @return whether the server has finished
   * @throws ServiceException if it has failed
   */
  boolean heard(JsonNode event) throws ServiceException {
    JsonNode data = event.path("data");
    if (!data.path("prompt_id").asText(id).equals(id)) {
      return false;
    }
    switch (event.path("type").asText("")) {
      case "execution_error", "execution_interrupted" -> throw failure(event.path("type"), data);
      case "execution_cached" -> data.path("nodes").forEach(node -> done.add(node.asText()));
      case "progress" -> {
        double part = data.path("value").asDouble(0) / Math.max(1, data.path("max").asDouble(1));
        tell(Math.max(0, Math.min(1, part)));
      }
      case "executing" -> {
        done.add(running);
        running = data.path("node").asText("");
        tell(0);
        return data.path("node").isNull();
      }
      default -> {}
    }
    return false;
  }

  private void tell(double partOfRunning) {
    double whole = 0;
    double sum = 0;
    for (var node : workflow.nodes().properties()) {
      double weight = workflow.type(node.getKey()).contains("Sampler") ? SAMPLER_WEIGHT : 1;
      boolean isDone = done.contains(node.getKey());
      boolean isRunning = !isDone && node.getKey().equals(running);
      whole += weight;
      sum += isDone ? weight : isRunning ? weight * partOfRunning : 0;
    }
    if (sum / whole > told) {
      told = sum / whole;
      progress.accept(told);
    }
  }

  /**
   * The image that the job left, a kept one rather than a preview.
   *
   * @param history what the server answers about the job
   * @return empty if it has not ended yet
   * @throws ServiceException if it ended without
   */
  Optional<JsonNode> image(JsonNode history) throws ServiceException {
    JsonNode entry = history.path(id);
    if (entry.isMissingNode()) {
      return Optional.empty();
    }
    for (JsonNode message : entry.path("status").path("messages")) {
      if (message.path(0).asText("").matches("execution_error|execution_interrupted")) {
        throw failure(message.path(0), message.path(1));
      }
    }
    List<JsonNode> images = new ArrayList<>();
    entry.path("outputs").forEach(output -> output.path("images").forEach(images::add));
    return Optional.of(
        images.stream()
            .filter(image -> image.path("type").asText("").equals("output"))
            .findFirst()
            .or(() -> images.stream().findFirst())
            .orElseThrow(
                () ->
                    new ServiceException(
                        Remedy.OTHER_SETTINGS,
                        who + " ended without a picture; the workflow needs a Save Image")));
  }

  private ServiceException failure(JsonNode type, JsonNode data) {
    if (type.asText().equals("execution_interrupted")) {
      return new ServiceException(Remedy.RETRY, who + " was told by somebody to stop");
    }
    String node = workflow.describe(data.path("node_id").asText(""));
    if (data.path("exception_type").asText("").contains("OutOfMemory")) {
      return new ServiceException(
          Remedy.OTHER_SETTINGS,
          who + " ran out of memory in " + node + "; set a smaller size(), or a smaller model");
    }
    String reason = Reason.after(data.path("exception_message").asText(""), prompt);
    return new ServiceException(
        Remedy.OTHER_SETTINGS,
        who + " failed in " + node + reason + "; run the workflow in ComfyUI itself to see why");
  }

  /** Whether a job runs, by what the server tells of its queue; true if it tells nothing. */
  static boolean mayRun(HttpAnswer queue, String id) {
    try {
      JsonNode running = queue.json().path("queue_running");
      return !running.isArray()
          || StreamSupport.stream(running.spliterator(), false)
              .anyMatch(job -> job.path(1).asText("").equals(id));
    } catch (ServiceException e) {
      return true;
    }
  }

  /** Where an image of the history can be fetched. */
  static Map<String, String> query(JsonNode image) {
    return Map.of(
        "filename", image.path("filename").asText(""),
        "subfolder", image.path("subfolder").asText(""),
        "type", image.path("type").asText("output"));
  }

  /**
   * The choices for an input in what the server tells of a kind of node; empty if there are none.
   */
  static List<String> offers(JsonNode kind, String input) {
    JsonNode inputs = kind.path("input");
    JsonNode wanted = inputs.path("required").path(input);
    JsonNode described = wanted.isMissingNode() ? inputs.path("optional").path(input) : wanted;
    JsonNode first = described.path(0);
    JsonNode choices = first.isArray() ? first : described.path(1).path("options");
    return StreamSupport.stream(choices.spliterator(), false).map(JsonNode::asText).toList();
  }
}
