package culturalalien.study.explore;

import culturalalien.agent.Event.Named;
import culturalalien.agent.Rehearsal.Turn;
import java.util.List;
import java.util.Objects;

/**
 * One run of one sampler.
 *
 * @param start which of the starts, counted from 0
 * @param own the concept it started from
 * @param seed counted from 1
 */
public record Trajectory(String sampler, int start, Named own, int seed, List<Turn> turns) {

  public Trajectory {
    turns = List.copyOf(turns);
  }

  /** The concepts that joined, a generation each; generations in which nobody did are left out. */
  public List<String> joined() {
    return turns.stream().map(Turn::joined).filter(Objects::nonNull).map(Named::name).toList();
  }
}
