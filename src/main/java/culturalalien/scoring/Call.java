package culturalalien.scoring;

import culturalalien.sampling.ConceptModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A question to one model on its way to the worker, and a way to ask several at once. Whoever waits
 * may cancel the answer; the worker then passes it over.
 */
sealed interface Call {

  Expert expert();

  CompletableFuture<?> answer();

  /** What is asked about, each by itself. */
  int[][] sequences();

  /** When whoever asks began to, as {@link System#nanoTime} tells it. */
  long since();

  /** The longest wait goes first: a question in many parts is not passed by all that is small. */
  Comparator<Call> BY_WAIT = (a, b) -> Long.signum(a.since() - b.since());

  /** A call whose answer is of a kind. */
  sealed interface Of<T> extends Call {
    @Override
    CompletableFuture<T> answer();
  }

  /** What may follow each sequence. */
  record Next(
      Expert expert, int[][] sequences, long since, CompletableFuture<ConceptModel.Next[]> answer)
      implements Of<ConceptModel.Next[]> {}

  /** How likely sequences are. */
  record Nll(Expert expert, int[][] sequences, long since, CompletableFuture<float[]> answer)
      implements Of<float[]> {}

  /** Splits what waits into groups that one pass can answer: the same model, the same question. */
  static List<List<Call>> groups(List<Call> waiting) {
    Map<Expert, List<Call>> next = new EnumMap<>(Expert.class);
    Map<Expert, List<Call>> nll = new EnumMap<>(Expert.class);
    for (Call call : waiting) {
      if (!call.answer().isDone()) {
        (call instanceof Next ? next : nll)
            .computeIfAbsent(call.expert(), e -> new ArrayList<>())
            .add(call);
      }
    }
    List<List<Call>> groups = new ArrayList<>(next.values());
    groups.addAll(nll.values());
    return groups;
  }

  /** Answers one of those groups in one go. */
  static void answer(List<Call> group, LoadedModels models) {
    ConceptModel model = models.of(group.get(0).expert());
    int[][] all = group.stream().flatMap(c -> Arrays.stream(c.sequences())).toArray(int[][]::new);
    if (group.get(0) instanceof Next) {
      ConceptModel.Next[] answers = model.next(all);
      parts(
          group,
          (call, from, to) ->
              ((Next) call).answer().complete(Arrays.copyOfRange(answers, from, to)));
    } else {
      float[] answers = model.nll(all);
      parts(
          group,
          (call, from, to) ->
              ((Nll) call).answer().complete(Arrays.copyOfRange(answers, from, to)));
    }
  }

  /** Gives a call its part of the answers to all. */
  interface Giving {
    void give(Call call, int from, int to);
  }

  private static void parts(List<Call> group, Giving giving) {
    int from = 0;
    for (Call call : group) {
      int to = from + call.sequences().length;
      giving.give(call, from, to);
      from = to;
    }
  }
}
