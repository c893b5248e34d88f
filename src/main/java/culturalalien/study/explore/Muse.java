package culturalalien.study.explore;

import culturalalien.agent.Event.Named;
import culturalalien.agent.Rehearsal;
import culturalalien.io.ServiceException;
import java.util.List;

/** Says which concept joins next, for many runs at once. */
public interface Muse {

  /**
   * A concept for each run.
   *
   * @return as many as runs, in their order; null where nobody joins
   * @throws ServiceException with one sentence, if the muse has fallen silent
   */
  List<Named> next(List<Rehearsal> runs) throws ServiceException, InterruptedException;
}
