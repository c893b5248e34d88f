package culturalalien.study.explore;

import culturalalien.agent.Event.Named;
import culturalalien.io.Background;
import culturalalien.io.Messages;
import culturalalien.io.ServiceException;
import culturalalien.study.explore.Surveyor.Survey;
import culturalalien.study.report.Findings.Sweep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Puts samplers to a plan. Owned by one thread; the samplers run on one for each core.
 *
 * @param starts the concepts that runs start from
 * @param vectors what a name means, of length 1; 384 numbers
 */
public record Study(
    Plan plan,
    List<Named> starts,
    Function<String, float[]> vectors,
    Surveyor surveyor,
    Progress progress) {

  /** Hears how far a study is; from several threads at once. */
  public interface Progress {

    /** A sampler begins. */
    void begins(String sampler);

    void generation();

    /** A sampler has been run and measured. */
    void ends(String sampler);

    /** A sampler was left out; one sentence. */
    void skipped(String sentence);
  }

  /** What the betas of a sweep are compared over: fewer generations than the study itself. */
  private static final int SWEEP_GENERATIONS = 50;

  private static final double[] BETAS =
      IntStream.rangeClosed(0, 10).mapToDouble(tenths -> tenths / 10.0).toArray();

  /** Surveys of all samplers that could be run to their end, in their order. */
  public List<Survey> surveys(List<Contestant> contestants) throws InterruptedException {
    return surveys(contestants, plan);
  }

  /** Samplers side by side, as many as there are cores; each alone decides what it finds. */
  private List<Survey> surveys(List<Contestant> contestants, Plan its) throws InterruptedException {
    ExecutorService workers =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(), work -> Background.thread(work, "study"));
    try {
      List<Future<Survey>> asked = new ArrayList<>();
      for (Contestant contestant : contestants) {
        asked.add(workers.submit(() -> survey(contestant, its)));
      }
      List<Survey> surveys = new ArrayList<>();
      for (int i = 0; i < asked.size(); i++) {
        try {
          surveys.add(asked.get(i).get());
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof ServiceException silent)) {
            throw new IllegalStateException(Messages.of(e.getCause()), e.getCause());
          }
          String name = contestants.get(i).name();
          progress.skipped(name + " was left out: " + silent.getMessage());
        }
      }
      return surveys;
    } finally {
      workers.shutdownNow();
      // Whoever owns the models may close them as soon as this returns.
      while (!workers.awaitTermination(1, TimeUnit.MINUTES)) {
        continue;
      }
    }
  }

  private Survey survey(Contestant contestant, Plan its)
      throws ServiceException, InterruptedException {
    progress.begins(contestant.name());
    Survey survey =
        surveyor.survey(
            contestant, Expedition.run(contestant, its, starts, vectors, progress::generation));
    progress.ends(contestant.name());
    return survey;
  }

  /** How many generations a sweep takes. */
  public long sweepGenerations() {
    return (long) BETAS.length * Math.min(plan.generations(), SWEEP_GENERATIONS);
  }

  /**
   * The same sampler with beta from 0 to 1 by tenths: what rarity costs. Of each start one run of
   * at most {@value #SWEEP_GENERATIONS} generations.
   */
  public List<Sweep> sweep(DoubleFunction<Contestant> byBeta) throws InterruptedException {
    Plan small = new Plan(Math.min(plan.generations(), SWEEP_GENERATIONS), plan.starts(), 1);
    List<Survey> surveys = surveys(Arrays.stream(BETAS).mapToObj(byBeta).toList(), small);
    if (surveys.size() < BETAS.length) {
      // Which of them is missing cannot be told; half a sweep is none.
      return List.of();
    }
    return IntStream.range(0, surveys.size())
        .mapToObj(i -> Summary.sweep(BETAS[i], surveys.get(i)))
        .toList();
  }
}
