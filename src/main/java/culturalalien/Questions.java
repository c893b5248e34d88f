package culturalalien;

import culturalalien.sampling.Choice;
import culturalalien.sampling.ConceptModel;
import culturalalien.sampling.Orders;
import culturalalien.sampling.Sampler;
import culturalalien.sampling.Vocabulary;
import culturalalien.scoring.ModelBundle;
import culturalalien.scoring.ScoringService;
import culturalalien.scoring.ScoringService.Models;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What is behind {@link CulturalAlien}: turns the sketch's questions into questions to the models,
 * and their numbers into concepts. Whatever fails becomes one sentence on the console. Safe from
 * any thread.
 */
final class Questions {

  /**
   * Seed of the orders over which a set's likelihood is averaged: the same set, the same number.
   */
  private static final long ORDERS_SEED = 1;

  private final ScoringService service;
  private final PoolAndSettings state;
  private final Warnings warnings;
  private volatile List<Candidate> lastCandidates = List.of();

  Questions(ScoringService service, PoolAndSettings state, Warnings warnings) {
    this.service = service;
    this.state = state;
    this.warnings = warnings;
    // A sketch that never asks anything should still hear that its models are missing.
    service.models().whenComplete((models, problem) -> warnOf(problem));
  }

  // ---- Steps

  /**
   * Takes a step on the worker.
   *
   * @param taken hears of the concept before the next step begins; not called if none is left
   */
  CompletableFuture<Concept> step(Consumer<Concept> taken) {
    return service.ask(
        models -> {
          ModelBundle bundle = service.bundle().join();
          PoolAndSettings.Step step = state.nextStep(bundle.vocabulary());
          List<Candidate> candidates = candidates(models, bundle, step, true);
          if (candidates.isEmpty()) {
            warnings.say("no concept is left to suggest; avoid fewer words or shrink the pool");
            return Concept.NONE;
          }
          Concept concept = candidates.get(0).concept();
          taken.accept(concept);
          return concept;
        });
  }

  /** What the next step would choose from, the best first. */
  CompletableFuture<List<Candidate>> consider() {
    return service.ask(
        models -> {
          ModelBundle bundle = service.bundle().join();
          return candidates(models, bundle, state.thisStep(bundle.vocabulary()), false);
        });
  }

  List<Candidate> lastCandidates() {
    return lastCandidates;
  }

  private List<Candidate> candidates(
      Models models, ModelBundle bundle, PoolAndSettings.Step step, boolean take) {
    int size = bundle.vocabulary().size();
    List<Choice> choices =
        models
            .sampler()
            .step(
                step.pool(),
                step.excluded(),
                step.settings(),
                step.strategy(),
                Sampler.random(step.seed(), step.number()));
    List<Candidate> candidates = new ArrayList<>();
    for (Choice c : choices) {
      Likelihood likelihood =
          new Likelihood.OfStep(
              Likelihood.aboveChance(c.coherenceNll(), size),
              Likelihood.aboveChance(c.contextNll(), size));
      candidates.add(
          new Candidate(
              concept(bundle, c.concept(), likelihood),
              c.coherenceRank(),
              c.contextRank(),
              (float) c.score(),
              take && candidates.isEmpty()));
    }
    lastCandidates = List.copyOf(candidates);
    return lastCandidates;
  }

  /** Likelihood of a set by one of the models, whatever its order, in nats above chance. */
  float ofSet(List<Concept> concepts, Function<Models, ConceptModel> whose) {
    int[] set = concepts.stream().mapToInt(Concept::number).distinct().toArray();
    if (set.length == 0) {
      warnings.say("coherence and typicality need at least one known concept; 0 is given");
      return 0;
    }
    return await(
        service.ask(
            models -> {
              ConceptModel model = whose.apply(models);
              // As in a step: of more concepts than the models take, the last ones count.
              int first = Math.max(0, set.length - model.maxConcepts());
              int[][] recent = {Arrays.stream(set).skip(first).sorted().toArray()};
              int orders = state.settings().orders();
              float[] nll = Orders.nll(model, recent, orders, new SplittableRandom(ORDERS_SEED));
              return Likelihood.aboveChance(nll[0], models.coherencePrior().length);
            }),
        0f);
  }

  // ---- Names

  /** What is known before the models answer; empty, and said once, if it cannot be loaded. */
  Optional<ModelBundle> bundle() {
    return Optional.ofNullable(await(service.bundle(), null));
  }

  List<Concept> concepts() {
    return bundle()
        .map(b -> IntStream.range(0, b.vocabulary().size()).mapToObj(i -> concept(b, i)).toList())
        .orElse(List.of());
  }

  /** A concept as this vocabulary has it: one of another model goes by its name. */
  Concept own(Concept concept) {
    if (concept == null) {
      warnings.say("null is not a concept");
      return Concept.NONE;
    }
    if (concept.isNone()) {
      return concept;
    }
    return bundle()
        .map(
            b ->
                b.vocabulary().number(concept.name()) == concept.number()
                    ? concept
                    : known(b, concept.name()))
        .orElse(Concept.NONE);
  }

  /** The concept of a name; {@link Concept#NONE}, and a sentence, if it is unknown. */
  Concept known(String name) {
    if (name == null) {
      warnings.say("null is not a concept");
      return Concept.NONE;
    }
    return bundle().map(b -> known(b, name)).orElse(Concept.NONE);
  }

  private Concept known(ModelBundle bundle, String name) {
    Vocabulary vocabulary = bundle.vocabulary();
    int number = vocabulary.number(name);
    if (number < 0) {
      warnings.say(vocabulary.unknown(name));
      return Concept.NONE;
    }
    return concept(bundle, number);
  }

  /** The concept of a name; the nearest one, and a sentence, if it is unknown. */
  Concept nearest(String name) {
    Concept known = known(name);
    if (!known.isNone() || name == null) {
      return known;
    }
    return bundle()
        .map(b -> concept(b, b.vocabulary().number(b.vocabulary().nearest(name, 1).get(0))))
        .orElse(Concept.NONE);
  }

  private Concept concept(ModelBundle bundle, int number) {
    return concept(bundle, number, new Likelihood.Prior(service, number));
  }

  private static Concept concept(ModelBundle bundle, int number, Likelihood likelihood) {
    return new Concept(number, bundle.vocabulary().name(number), likelihood, bundle.vectors());
  }

  // ---- Answers

  /** Waits for an answer; where there is none, says why and gives another. */
  <T> T await(CompletableFuture<T> answer, T otherwise) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      warnOf(e.getCause());
    } catch (CancellationException e) {
      // The sketch is ending: nobody looks at the answer.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return otherwise;
  }

  /** Says what went wrong, if anything did and the sketch is not just ending. */
  void warnOf(Throwable problem) {
    if (problem != null && !(problem instanceof CancellationException)) {
      warnings.say(problem);
    }
  }
}
