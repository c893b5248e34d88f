package culturalalien.scoring;

import culturalalien.gpt2.Devices;
import culturalalien.gpt2.NativeLibraries;
import culturalalien.io.Messages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;

/**
 * The one thread that owns the models and asks them. Takes everything that waits and answers it
 * together; moves to another device when told; starts the models anew when they fail. Whatever goes
 * wrong becomes an answer: a throwable that left the thread would freeze the whole sketch in the
 * PDE.
 */
final class Worker implements Runnable {

  /** Of the sequences that wait so many are answered together, and a call more. */
  private static final int BATCH = 64;

  /** What the service hears of; called on the worker. */
  interface Listener {
    void loaded(LoadedModels models);

    void failed(Throwable problem);

    void warning(String sentence);

    void answered(ScoringService.Pass pass);
  }

  private final BlockingQueue<Call> waiting;
  private final ScoringService.Source source;
  private final LoadedModels.Opener opener;
  private final Restarts restarts;
  private final Listener listener;
  private volatile String wanted;
  private volatile boolean closed;
  private volatile boolean ended;
  private volatile long liveArrays;

  // Of the worker's thread alone: either the models or the reason why there are none.
  private ModelBundle bundle;
  private String tried;
  private LoadedModels models;
  private Throwable failure;

  Worker(
      BlockingQueue<Call> waiting,
      ScoringService.Source source,
      String device,
      LoadedModels.Opener opener,
      Restarts restarts,
      Listener listener) {
    this.waiting = waiting;
    this.source = source;
    this.wanted = device;
    this.opener = opener;
    this.restarts = restarts;
    this.listener = listener;
  }

  // ---- From any thread

  /** Has the models move before the next call. */
  void device(String name) {
    wanted = name;
    nudge();
  }

  /** Ends the thread after the batch in work; it frees the models itself. */
  void close() {
    closed = true;
    nudge();
  }

  /** Whether nobody will answer any more. */
  boolean ended() {
    return ended;
  }

  /** Arrays in native memory when the last batch was answered. */
  long liveArrays() {
    return liveArrays;
  }

  /** Wakes a worker that waits. */
  private void nudge() {
    CompletableFuture<float[]> done = CompletableFuture.completedFuture(new float[0]);
    boolean unused =
        waiting.offer(new Call.Nll(Expert.COHERENCE, new int[0][], System.nanoTime(), done));
  }

  // ---- On the thread

  @Override
  public void run() {
    try {
      List<Call> batch = new ArrayList<>();
      while (!closed) {
        if (tried == null) {
          load();
        }
        take(batch);
        // Whoever asks after it was told to move is not answered from where it was.
        if (!closed && !wanted.equals(tried)) {
          load();
        }
        Call.groups(batch).forEach(this::answer);
        batch.clear();
        liveArrays = models == null ? 0 : models.liveArrays();
      }
    } catch (InterruptedException e) {
      // Only the end of the JVM's patience interrupts a daemon; it ends as when closed.
    } finally {
      free();
      ended = true;
      for (Call call; (call = waiting.poll()) != null; ) {
        call.answer().cancel(false);
      }
    }
  }

  /** Waits for a call; what a call may ask does not make the others wait long. */
  private void take(List<Call> batch) throws InterruptedException {
    Call call = waiting.take();
    for (int sequences = 0; call != null; ) {
      batch.add(call);
      sequences += Math.max(1, call.sequences().length);
      call = sequences < BATCH ? waiting.poll() : null;
    }
  }

  private void load() {
    tried = wanted;
    try {
      if (bundle == null) {
        bundle = source.load();
      }
      NativeLibraries.announce(listener::warning);
      open(Devices.resolve(tried));
    } catch (IOException | RuntimeException | Error problem) {
      failure = problem;
      listener.failed(problem);
    }
  }

  private void open(String device) {
    free();
    try {
      LoadedModels opened = opener.open(bundle, device);
      models = opened;
      // A device that is there may still fail at the first pass.
      opened.coherence().next(new int[0]);
      opened.context().next(new int[0]);
      failure = null;
      listener.loaded(opened);
    } catch (RuntimeException | Error problem) {
      if (device.equals(Devices.CPU)) {
        throw problem;
      }
      listener.warning(
          "device is \""
              + tried
              + "\", which does not work here: "
              + Messages.of(problem)
              + "; the models run on the CPU");
      open(Devices.CPU);
    }
  }

  private void answer(List<Call> group) {
    long start = System.nanoTime();
    try {
      if (closed) {
        group.forEach(call -> call.answer().cancel(false));
      } else if (failure != null) {
        throw failure;
      } else {
        Call.answer(group, models);
      }
    } catch (IllegalArgumentException refused) {
      oneByOne(group);
    } catch (Throwable problem) {
      if (bundle != null && models != null && restarts.allow()) {
        restart(problem);
        oneByOne(group);
      } else {
        group.forEach(call -> call.answer().completeExceptionally(problem));
      }
    }
    long places =
        group.stream()
            .flatMap(call -> Arrays.stream(call.sequences()))
            .mapToLong(sequence -> sequence.length + 1L)
            .sum();
    listener.answered(new ScoringService.Pass(group.size(), places, System.nanoTime() - start));
  }

  private void restart(Throwable problem) {
    listener.warning(
        "the models failed on \""
            + models.device()
            + "\": "
            + Messages.of(problem)
            + "; they are started anew on the CPU");
    try {
      open(Devices.CPU);
    } catch (RuntimeException | Error again) {
      failure = again;
    }
  }

  /** Of calls that failed together only the guilty ones fail. */
  private void oneByOne(List<Call> group) {
    for (Call call : group) {
      try {
        if (failure != null) {
          throw failure;
        }
        Call.answer(List.of(call), models);
      } catch (Throwable own) {
        call.answer().completeExceptionally(own);
      }
    }
  }

  private void free() {
    LoadedModels freed = models;
    models = null;
    liveArrays = 0;
    if (freed != null) {
      try {
        freed.close();
      } catch (RuntimeException | Error e) {
        // Memory of a device that broke cannot be given back.
        listener.warning("the models' memory could not be freed: " + Messages.of(e));
      }
    }
  }
}
