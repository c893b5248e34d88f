package culturalalien.agent;

import culturalalien.agent.Event.Named;
import culturalalien.image.ImageGenerator;
import culturalalien.image.ImageRequest;
import culturalalien.image.Painter;
import culturalalien.image.Pixels;
import culturalalien.io.ServiceException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * How one work comes about: inspire, compose, paint. Services that fail are asked again as often as
 * makes sense; then the offline parts step in, so that every turn ends with a picture. With offline
 * parts the same run gives the same picture. Owned by one thread.
 */
final class Turn {

  /** Wordings that a service which refuses is offered before the offline painter steps in. */
  private static final int WORDINGS = 3;

  /** Hears what is being done; {@code done} is 0 to 1. */
  interface Progress {
    void at(Stage stage, double done);
  }

  private final Parts parts;
  private final Inspiration inspiration;
  private final Meanings meanings;
  private final LoopListener listener;
  private final Progress progress;
  private final Planner planner;
  private final GrammarCompositor offlineCompositor;
  private final Painter offlinePainter;
  private final Attempts compositions;
  private final Attempts paintings;
  private int toldFor;
  private Named told;

  Turn(
      Parts parts,
      Inspiration inspiration,
      Meanings meanings,
      LoopListener listener,
      Progress progress) {
    this.parts = parts;
    planner = new Planner(Depictions.of(parts.figures()));
    offlineCompositor = new GrammarCompositor(planner);
    offlinePainter = new Painter(parts.figures());
    this.inspiration = inspiration;
    this.meanings = meanings;
    this.listener = listener;
    this.progress = progress;
    Attempts.Sleeper sleeper = Turn::sleep;
    compositions =
        new Attempts("the offline compositor", listener::warning, sleeper, System::nanoTime);
    paintings = new Attempts("the offline painter", listener::warning, sleeper, System::nanoTime);
  }

  private static void sleep(Duration time) throws InterruptedException {
    Thread.sleep(time.toMillis());
  }

  /**
   * Paints the next work of a run.
   *
   * @param period that it belongs to; null if there is none
   */
  Run.Painted paint(Run run, RunSettings settings, Event.Period period)
      throws IOException, InterruptedException {
    int generation = run.past().generation() + 1;
    progress.at(Stage.INSPIRING, 0);
    Named joined = inspire(run, settings, generation);
    ImageGenerator generator = parts.generator().get();
    paintings.of(generator);
    for (int wording = 0; ; wording++) {
      progress.at(Stage.COMPOSING, 0);
      Brief brief = brief(run, settings, generation, joined, period).withDraft(wording);
      Function<Prompt, ImageRequest> requests =
          prompt -> request(prompt, settings, run.seeds(), generation);
      Composed composed = compose(brief, settings, run, generator, requests);
      listener.promptComposed(composed.prompt());
      progress.at(Stage.PAINTING, 0);
      ImageRequest request = requests.apply(composed.prompt());
      boolean offline = generator instanceof Painter || wording == WORDINGS;
      try {
        Optional<Pixels> picture =
            offline
                ? Optional.empty()
                : paintings.ask(settings.failures(), () -> generate(generator, request));
        String painter = picture.isPresent() ? generator.name() : offlinePainter.name();
        Pixels pixels = picture.isPresent() ? picture.get() : generate(offlinePainter, request);
        return new Run.Painted(
            generation, joined, composed.prompt(), composed.compositor(), painter, pixels);
      } catch (ServiceException refused) {
        listener.warning(refused.getMessage() + "; the work is composed anew");
      }
    }
  }

  private Pixels generate(ImageGenerator generator, ImageRequest request)
      throws ServiceException, InterruptedException {
    return generator.generate(request, done -> progress.at(Stage.PAINTING, done));
  }

  private Named inspire(Run run, RunSettings settings, int generation) {
    Suggested suggested;
    try {
      suggested =
          inspiration.next(
              run.past(), parts.wishes().get(), settings, run.seeds().concept(), generation);
    } catch (java.util.concurrent.CancellationException e) {
      throw e;
    } catch (IllegalStateException e) {
      listener.warning(e.getMessage() + "; the pool stays as it is until the models answer");
      return null;
    }
    if (suggested == null) {
      return null;
    }
    // A work that is begun again, since a part failed, gets its concept again.
    if (generation != toldFor || !suggested.concept().equals(told)) {
      listener.conceptAdded(suggested);
      toldFor = generation;
      told = suggested.concept();
    }
    return suggested.concept();
  }

  /** A prompt and who composed it. */
  private record Composed(Prompt prompt, String compositor) {}

  private Brief brief(
      Run run, RunSettings settings, int generation, Named joined, Event.Period period) {
    Past past = run.past();
    return new Brief(
        Inspiration.ingredients(past, joined, meanings::vector, settings.feedback()),
        past.recent(),
        past.titles(),
        past.pool().members().stream()
            .filter(ConceptPool.Member::own)
            .map(member -> member.name)
            .toList(),
        inspiration::coherence,
        run.seeds().prompt(),
        generation,
        joined == null ? null : joined.name(),
        period,
        0);
  }

  private Composed compose(
      Brief brief,
      RunSettings settings,
      Run run,
      ImageGenerator generator,
      Function<Prompt, ImageRequest> requests)
      throws IOException, InterruptedException {
    Compositor compositor = parts.compositor().get();
    compositions.of(compositor);
    Optional<Prompt> prompt = Optional.empty();
    try {
      if (!(compositor instanceof GrammarCompositor)) {
        prompt = compositions.ask(settings.failures(), () -> compositor.compose(brief));
      }
    } catch (ServiceException refused) {
      listener.warning(refused.getMessage() + "; the offline compositor steps in for this work");
    }
    return prompt.isPresent()
        ? new Composed(planned(prompt.get(), brief), compositor.name())
        : new Composed(
            drafted(brief, settings.drafts(), run, generator, requests), offlineCompositor.name());
  }

  /** A plug-in may leave the plan to the agent. */
  private Prompt planned(Prompt prompt, Brief brief) {
    return prompt.plan() != null ? prompt : prompt.withPlan(planner.plan(brief, prompt.concepts()));
  }

  /** Of several plans the one that leads furthest from all earlier works. */
  private Prompt drafted(
      Brief brief,
      int drafts,
      Run run,
      ImageGenerator generator,
      Function<Prompt, ImageRequest> requests)
      throws IOException, InterruptedException {
    if (drafts == 1 || run.past().generation() == 0) {
      return offlineCompositor.compose(brief);
    }
    Painter painter = generator instanceof Painter ? offlinePainter : null;
    Drafts chooser = new Drafts(run::likeness);
    Drafts.Tried best = null;
    for (int round = 0; round < Drafts.ROUNDS && (best == null || best.tooNear()); round++) {
      Brief anew = brief.withDraft(brief.draft() + round * (WORDINGS + 1));
      try {
        best = chooser.best(offlineCompositor.alternatives(anew, drafts), painter, requests, best);
      } catch (ServiceException e) {
        // What the painter refuses small it refuses large, and says so then.
        return offlineCompositor.compose(brief);
      }
    }
    return best.prompt();
  }

  private ImageRequest request(Prompt prompt, RunSettings settings, Seeds seeds, int generation) {
    return new ImageRequest(
        prompt.title(),
        prompt.prompt(),
        prompt.concepts().stream().map(meanings::subject).toList(),
        prompt.plan(),
        settings.width(),
        settings.height(),
        seeds.image(generation));
  }
}
