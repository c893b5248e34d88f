package culturalalien.scoring;

import culturalalien.sampling.ConceptModel;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** A call whose answer is of a kind. */
  sealed interface Of<T> extends Call {
    @Override
    CompletableFuture<T> answer();
  }

  /** What may follow a sequence. */
  record Next(Expert expert, int[] prefix, CompletableFuture<ConceptModel.Next> answer)
      implements Of<ConceptModel.Next> {}

  /** How likely sequences are. */
  record Nll(Expert expert, int[][] sequences, CompletableFuture<float[]> answer)
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
    if (group.get(0) instanceof Next) {
      List<Next> calls = group.stream().map(Next.class::cast).toList();
      ConceptModel.Next[] answers =
          model.next(calls.stream().map(Next::prefix).toArray(int[][]::new));
      for (int i = 0; i < answers.length; i++) {
        calls.get(i).answer().complete(answers[i]);
      }
      return;
    }
    List<Nll> calls = group.stream().map(Nll.class::cast).toList();
    float[] answers =
        model.nll(calls.stream().flatMap(c -> Arrays.stream(c.sequences())).toArray(int[][]::new));
    int from = 0;
    for (Nll call : calls) {
      int to = from + call.sequences().length;
      call.answer().complete(Arrays.copyOfRange(answers, from, to));
      from = to;
    }
  }
}
