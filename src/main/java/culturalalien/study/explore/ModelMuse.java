package culturalalien.study.explore;

import culturalalien.agent.Event.Named;
import culturalalien.agent.Rehearsal;
import culturalalien.sampling.Choice;
import culturalalien.sampling.ConceptModel.Next;
import culturalalien.sampling.Sampler;
import culturalalien.sampling.SamplerSettings;
import culturalalien.sampling.StepRequest;
import culturalalien.sampling.Vocabulary;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A strategy of the sampler. One pass of each model serves all runs, which is some ten times faster
 * than run by run.
 *
 * @param steered whether a run's past steers what joins, as in an agent by default; else the first
 *     of the choices joins, as published
 * @param excluded concepts that never join
 */
record ModelMuse(
    Sampler sampler,
    Vocabulary vocabulary,
    String strategy,
    SamplerSettings settings,
    boolean steered,
    BitSet excluded)
    implements Muse {

  @Override
  public List<Named> next(List<Rehearsal> runs) {
    List<StepRequest> requests =
        runs.stream().map(r -> r.request(settings, strategy, excluded, vocabulary)).toList();
    int[][] pools = requests.stream().map(r -> sampler.seen(r.pool())).toArray(int[][]::new);
    Next[] coherence = sampler.coherence().next(pools);
    Next[] context = sampler.context().next(pools);
    List<Named> joining = new ArrayList<>();
    for (int i = 0; i < pools.length; i++) {
      List<Choice> choices = sampler.step(requests.get(i), coherence[i], context[i]);
      joining.add(choices.isEmpty() ? null : named(choice(choices, runs.get(i)).concept()));
    }
    return joining;
  }

  private Choice choice(List<Choice> choices, Rehearsal run) {
    return steered ? run.steered(choices, vocabulary) : choices.get(0);
  }

  private Named named(int number) {
    return new Named(vocabulary.name(number), number);
  }
}
