package culturalalien.bench;

import culturalalien.ArtAgent;
import culturalalien.Artwork;
import culturalalien.Concept;
import culturalalien.CulturalAlien;
import culturalalien.examples.SketchRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import processing.core.PApplet;
import processing.core.PConstants;
import processing.core.PImage;

/**
 * Whether drawing feels the service: frame times of a sketch in a real window at 60 frames a
 * second, while the models idle and while they work flat out, in turn and in one process, so that a
 * noisy machine disturbs both alike. Prints both histograms and ends with status 1 if the 99th
 * percentile with the service is more than 1.15 times the one without.
 *
 * <pre>
 * mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath.txt
 * xvfb-run -a -s "-screen 0 1280x1024x24" \
 *   java -ea -Xmx512m -cp target/classes:target/test-classes:$(cat target/classpath.txt) \
 *   culturalalien.bench.FrameTimes JAVA2D [frames] [models | agent [seconds]]
 * </pre>
 *
 * <p>Arguments: renderer, JAVA2D or P2D; frames to measure of each kind, 600 by default; what works
 * behind the sketch: the models flat out (by default), or an agent that makes works of 1024 x 1024,
 * each of which the sketch shows, one every so many seconds, without a pause by default.
 */
public final class FrameTimes {

  private static final double MOST_RATIO = 1.15;
  private static final double SLOW_MS = 25;

  private FrameTimes() {}

  public static void main(String[] args) {
    String renderer = args.length == 0 ? "JAVA2D" : args[0];
    if (!Set.of("JAVA2D", "P2D").contains(renderer)) {
      throw new IllegalArgumentException("renderer is " + renderer + ", must be JAVA2D or P2D");
    }
    int frames = args.length < 2 ? 600 : Integer.parseInt(args[1]);
    boolean agent = args.length > 2 && args[2].equals("agent");
    Scene scene =
        new Scene(renderer.equals("P2D") ? PConstants.P2D : PConstants.JAVA2D, frames, agent);
    scene.pace = args.length > 3 ? Float.parseFloat(args[3]) : 0;
    List<String> said;
    try (SketchRunner run = SketchRunner.windowed(scene)) {
      scene.finished.join();
      said = run.warnings();
    }
    said.forEach(System.out::println);
    System.exit(report(scene, renderer) ? 0 : 1);
  }

  private static boolean report(Scene scene, String renderer) {
    Times idle = Times.ofNanos(scene.idle.between());
    Times busy = Times.ofNanos(scene.busy.between());
    double ratio = busy.p99() / idle.p99();
    System.out.printf(
        Locale.ROOT,
        "%s, %d x %d, %d frames of each kind in turns of %d, %d cores, Java %s%n",
        renderer,
        scene.width,
        scene.height,
        idle.sorted().length,
        Scene.TURN,
        Runtime.getRuntime().availableProcessors(),
        Runtime.version());
    System.out.printf(
        Locale.ROOT,
        "at work %.0f %% of the time, %d concepts and %d works arrived, %d taken while drawing (%s)%n%n",
        100 * scene.workShare(),
        scene.arrived,
        scene.worksArrived,
        scene.takes.count,
        Times.ofNanos(scene.takes.all()));
    System.out.println("from one frame's start to the next");
    System.out.println(Times.sideBySide("without", idle, "with", busy));
    System.out.println("frame, without  " + idle + ", over 25 ms: " + idle.slowerThan(SLOW_MS));
    System.out.println("frame, with     " + busy + ", over 25 ms: " + busy.slowerThan(SLOW_MS));
    System.out.println("draw(), without " + Times.ofNanos(scene.idle.drawing()));
    System.out.println("draw(), with    " + Times.ofNanos(scene.busy.drawing()));
    System.out.printf(
        Locale.ROOT, "ratio of the 99th percentiles %.3f, at most %.2f%n", ratio, MOST_RATIO);
    return ratio <= MOST_RATIO;
  }

  /** Durations in the order in which they were taken; grows by nothing while it is used. */
  private static final class Log {
    private final long[] nanos;
    private int count;

    Log(int size) {
      nanos = new long[size];
    }

    void add(long duration) {
      nanos[count++] = duration;
    }

    long[] all() {
      return Arrays.copyOf(nanos, count);
    }
  }

  /** The frames of one kind. */
  private record Frames(Log starts, Log draws) {
    long[] between() {
      return starts.all();
    }

    long[] drawing() {
      return draws.all();
    }
  }

  /** Two hundred moving discs and a text; the concepts are taken as a sketch would take them. */
  public static final class Scene extends PApplet {
    private static final int WARM_UP = 1200;
    private static final int SETTLE = 30;
    private static final int TURN = 150;
    private static final int DISCS = 200;
    private static final int POOL = 7;

    private final String renderer;
    private final boolean withAgent;
    private final int wanted;
    private final Frames idle;
    private final Frames busy;
    private final Log takes;
    final CompletableFuture<Void> finished = new CompletableFuture<>();

    private CulturalAlien cas;
    private Load load;
    private long lastStart;
    private boolean working = true;
    private int left = WARM_UP;
    private boolean measuring;
    private String shown = "";
    private int arrived;
    private int worksArrived;
    private float pace;
    private PImage work;
    private long workedNanos;
    private long turnedNanos;
    private long turnStart;
    private long turnWork;

    Scene(String renderer, int frames, boolean withAgent) {
      this.renderer = renderer;
      this.withAgent = withAgent;
      wanted = frames;
      idle = new Frames(new Log(frames + TURN), new Log(frames + TURN));
      busy = new Frames(new Log(frames + TURN), new Log(frames + TURN));
      takes = new Log(frames + TURN);
    }

    @Override
    public void settings() {
      size(800, 600, renderer);
    }

    @Override
    public void setup() {
      frameRate(60);
      noStroke();
      textSize(24);
      cas = new CulturalAlien(this);
      load = withAgent ? new AgentLoad(this, pace) : new ModelLoad(new CulturalAlien(this));
    }

    /** Shows every work at once, which takes its texture to the graphics card. */
    public void artworkFinished(Artwork artwork) {
      worksArrived++;
      work = artwork.image();
    }

    /** Counts what the load asked for. */
    public void conceptEvent(Concept concept) {
      arrived++;
    }

    @Override
    public void draw() {
      long start = System.nanoTime();
      boolean counts = measuring && lastStart != 0;
      if (counts) {
        (working ? busy : idle).starts.add(start - lastStart);
      }
      lastStart = start;
      picture();
      if (working && measuring && frameCount % 10 == 0) {
        take();
      }
      if (counts) {
        (working ? busy : idle).draws.add(System.nanoTime() - start);
      }
      turn();
    }

    private void picture() {
      background(20);
      if (work != null) {
        image(work, width - 150, 0, 150, 150);
      }
      for (int i = 0; i < DISCS; i++) {
        float a = TWO_PI * i / DISCS + frameCount * 0.01f;
        float r = 60 + 200 * noise(i * 0.1f, frameCount * 0.01f);
        fill(100 + i % 155, 200 - i % 120, 220, 160);
        ellipse(width / 2f + r * cos(a), height / 2f + r * sin(2 * a), 18, 18);
      }
      fill(255);
      text(shown, 20, height - 20);
    }

    /** What a click does; the frame says by its length whether the concept was there already. */
    private void take() {
      long before = System.nanoTime();
      shown = cas.nextConcept().toString();
      takes.add(System.nanoTime() - before);
      if (cas.pool().size() > POOL) {
        boolean unused = cas.remove(cas.pool().get(0));
      }
    }

    /** Goes from turn to turn: the load starts or stops, some frames pass, then they count. */
    private void turn() {
      if (!cas.ready() || load.working() != working || --left > 0) {
        load.wanted(working);
        return;
      }
      if (measuring) {
        account();
        if (!working && idle.starts.count >= wanted) {
          load.wanted(false);
          noLoop();
          boolean unused = finished.complete(null);
        }
        working = !working;
      } else {
        turnStart = System.nanoTime();
        turnWork = load.workNanos();
      }
      measuring = !measuring;
      left = measuring ? TURN : SETTLE;
    }

    private void account() {
      if (working) {
        turnedNanos += System.nanoTime() - turnStart;
        workedNanos += load.workNanos() - turnWork;
      }
    }

    double workShare() {
      return (double) workedNanos / turnedNanos;
    }
  }

  /** What works behind the sketch, in turns. */
  private interface Load {
    void wanted(boolean on);

    boolean working();

    /** Processor time of its thread so far. */
    long workNanos();
  }

  /** Processor time of the thread of a name. */
  private static long cpuNanos(String name) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
        .filter(t -> t != null && t.getThreadName().equals(name))
        .mapToLong(t -> threads.getThreadCpuTime(t.getThreadId()))
        .sum();
  }

  /** An agent that makes one work after another. */
  private static final class AgentLoad implements Load {
    private final ArtAgent agent;

    AgentLoad(PApplet sketch, float pace) {
      agent = new ArtAgent(sketch);
      agent.every(pace);
      try {
        agent.folder(Files.createTempDirectory("frames").toString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      agent.start();
    }

    @Override
    public void wanted(boolean on) {
      if (on) {
        agent.resume();
      } else {
        agent.pause();
      }
    }

    @Override
    public boolean working() {
      return !agent.stage().equals("paused");
    }

    @Override
    public long workNanos() {
      return cpuNanos("cultural-alien-agent");
    }
  }

  /** Keeps the models at work without a pause: steps in which every order of every set counts. */
  private static final class ModelLoad implements Load {
    private static final int LARGEST_POOL = 12;

    private final CulturalAlien cas;
    private volatile boolean wanted;
    private volatile boolean working;

    ModelLoad(CulturalAlien cas) {
      this.cas = cas;
      Thread thread = new Thread(this::run, "load");
      thread.setDaemon(true);
      thread.start();
    }

    private void run() {
      while (true) {
        if (!wanted) {
          // What was prepared meanwhile is done when this is answered.
          cas.strategy("cas");
          cas.consider();
          working = false;
          while (!wanted) {
            LockSupport.parkNanos(1_000_000);
          }
        }
        working = true;
        cas.strategy("cas-z");
        cas.requestConcept();
        cas.consider();
        if (cas.pool().size() > LARGEST_POOL) {
          cas.clear();
        }
      }
    }

    @Override
    public void wanted(boolean on) {
      wanted = on;
    }

    @Override
    public boolean working() {
      return working;
    }

    @Override
    public long workNanos() {
      return cpuNanos("cultural-alien-scoring");
    }
  }
}
