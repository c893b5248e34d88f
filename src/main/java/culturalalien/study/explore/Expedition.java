package culturalalien.study.explore;

import culturalalien.agent.Event.Named;
import culturalalien.agent.Rehearsal;
import culturalalien.agent.Rehearsal.Turn;
import culturalalien.agent.RunSettings;
import culturalalien.io.ServiceException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** All runs of a sampler, side by side, generation by generation. */
public final class Expedition {

  private Expedition() {}

  /**
   * Runs a sampler.
   *
   * @param starts the concepts that runs start from
   * @param vectors what a name means; 384 numbers
   * @param generation hears after each generation
   * @return for each start the runs of all seeds
   * @throws ServiceException with one sentence, if a language model falls silent: what it named so
   *     far is of no use, as runs of different lengths cannot be compared
   */
  public static List<Trajectory> run(
      Contestant contestant,
      Plan plan,
      List<Named> starts,
      Function<String, float[]> vectors,
      Runnable generation)
      throws ServiceException, InterruptedException {
    List<Rehearsal> runs = new ArrayList<>();
    for (int start = 0; start < plan.starts(); start++) {
      for (int seed = 1; seed <= plan.seeds(); seed++) {
        runs.add(
            new Rehearsal(
                List.of(starts.get(start)), vectors, RunSettings.DEFAULT, Plan.seed(start, seed)));
      }
    }
    List<List<Turn>> turns = new ArrayList<>();
    runs.forEach(run -> turns.add(new ArrayList<>()));
    for (int g = 0; g < plan.generations(); g++) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      List<Named> joining = contestant.muse().next(runs);
      for (int r = 0; r < runs.size(); r++) {
        turns.get(r).add(runs.get(r).take(joining.get(r)));
      }
      generation.run();
    }
    List<Trajectory> trajectories = new ArrayList<>();
    for (int r = 0; r < runs.size(); r++) {
      int start = r / plan.seeds();
      int seed = 1 + r % plan.seeds();
      trajectories.add(
          new Trajectory(contestant.name(), start, starts.get(start), seed, turns.get(r)));
    }
    return trajectories;
  }
}
