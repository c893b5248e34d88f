package culturalalien.agent;

import culturalalien.image.ImageRequest;
import culturalalien.image.Painter;
import culturalalien.io.ServiceException;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/**
 * Novelty chooses: of some plans for one work, each painted small, the one that is least like any
 * earlier work and still shows its concepts is finished. Owned by one thread.
 */
final class Drafts {

  /** A work this like an earlier one is not finished, if any other can be had. */
  static final double TOO_NEAR = 0.9;

  /** Times that plans are made anew because all were too near. */
  static final int ROUNDS = 3;

  /** How much a draft that shows none of its figures is put back. */
  private static final double SHOWING = 0.25;

  /** How like an earlier work of the run a draft, or a prompt that cannot be drafted, is. */
  interface Likeness {
    double of(Prompt prompt, Painter.Draft draft) throws IOException;
  }

  /**
   * A plan that was tried.
   *
   * @param likeness to the earlier work that is most like it, 0 to 1
   * @param shows the share of its figures that can be made out; 1 if it was not painted
   */
  record Tried(Prompt prompt, double likeness, double shows) {

    double cost() {
      return likeness + SHOWING * (1 - shows);
    }

    boolean tooNear() {
      return likeness >= TOO_NEAR;
    }
  }

  private final Likeness likeness;

  Drafts(Likeness likeness) {
    this.likeness = likeness;
  }

  /**
   * @param prompts to choose from
   * @param painter paints them small; null if whoever paints the work is another
   * @param request what a painter is asked for a prompt
   * @param best of earlier rounds; null if there is none
   */
  Tried best(
      List<Prompt> prompts, Painter painter, Function<Prompt, ImageRequest> request, Tried best)
      throws IOException, ServiceException, InterruptedException {
    Tried least = best;
    for (Prompt prompt : prompts) {
      Painter.Draft draft = painter == null ? null : painter.draft(request.apply(prompt));
      Tried tried =
          new Tried(prompt, likeness.of(prompt, draft), draft == null ? 1 : draft.shows());
      if (least == null || tried.cost() < least.cost()) {
        least = tried;
      }
    }
    return least;
  }
}
