package culturalalien;

import culturalalien.agent.AgentLoop;
import culturalalien.agent.Compositor;
import culturalalien.agent.Compositors;
import culturalalien.agent.Event.Named;
import culturalalien.agent.GrammarCompositor;
import culturalalien.agent.Parts;
import culturalalien.agent.RunSettings;
import culturalalien.agent.Seeds;
import culturalalien.agent.Stage;
import culturalalien.image.ImageGenerator;
import culturalalien.image.ImageGenerators;
import culturalalien.image.Painter;
import culturalalien.image.VisualDescriptor;
import culturalalien.image.figure.Figures;
import culturalalien.io.Warnings;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import processing.core.PApplet;
import processing.core.PImage;

/**
 * An agent that makes works by itself while the sketch draws: it finds a concept, composes a
 * prompt, paints, judges how new the work is, and lets its pool of concepts grow and shrink by
 * that.
 *
 * <pre>
 * import culturalalien.*;
 * ArtAgent agent;
 *
 * void setup() {
 *   fullScreen(P2D);
 *   agent = new ArtAgent(this);             // paints offline by default
 *   agent.start("mountain", "romanticism"); // your own concepts never leave the pool
 * }
 * void draw() {
 *   image(agent.image(), 0, 0, width, height);   // a dark canvas until the first work
 * }
 * void artworkFinished(Artwork a) { println(a.title(), a.novelty()); }
 * </pre>
 *
 * <p>Every work is on the disk the moment it is finished, with all that is known of it. Nothing
 * here throws or returns null, and nothing waits but {@link #add} while the models load, and {@link
 * #stop}; what goes wrong is one sentence on the console and goes to {@code agentWarning(String)}.
 * Events are called on the animation thread: {@code conceptAdded(Concept)}, {@code
 * conceptRemoved(Concept)}, {@code periodBegan(Period)}, {@code promptComposed(Prompt)}, {@code
 * artworkFinished(Artwork)}, {@code agentWarning(String)}; each also in a form that tells whose it
 * is, such as {@code artworkFinished(ArtAgent, Artwork)}. Safe from any thread.
 */
@SuppressWarnings("NonApiType") // Processing imports ArrayList for every sketch, List it does not.
public final class ArtAgent {

  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  /** Folders that runs of this JVM were given without being asked for. */
  private static final Set<Path> GIVEN = ConcurrentHashMap.newKeySet();

  /** Longer words of the artist's own are no concepts. */
  private static final int LONGEST = 200;

  /** What may wait for the start. */
  private static final int MOST_EARLY = 1000;

  private final Host host;
  private final CulturalAlien sampler;
  private final Warnings warnings;
  private final Gallery gallery;
  private volatile RunSettings settings = RunSettings.DEFAULT;
  private volatile Compositor compositor = new GrammarCompositor();
  private volatile ImageGenerator generator = new Painter();
  private volatile String folder = "";
  private volatile Figures figures = Figures.shipped();
  private volatile Path place;
  private volatile Seeds seeds;
  private volatile AgentLoop loop;

  // Guarded by this.
  private final Queue<Consumer<AgentLoop>> early = new ArrayDeque<>();
  private boolean disposed;

  /** With the shipped models. Returns at once. */
  public ArtAgent(PApplet sketch) {
    this(new Host(sketch, "ArtAgent"), new CulturalAlien(sketch));
  }

  /**
   * With models of your own, or a scoring server.
   *
   * @param models as in {@link CulturalAlien#CulturalAlien(PApplet, String)}
   */
  public ArtAgent(PApplet sketch, String models) {
    this(new Host(sketch, "ArtAgent"), new CulturalAlien(sketch, models));
  }

  private ArtAgent(Host host, CulturalAlien sampler) {
    this.host = host;
    this.sampler = sampler;
    warnings = host.warnings();
    gallery = new Gallery(host, this, sampler, settings);
    host.register(this);
  }

  // ---- Running

  /**
   * Begins to make works, in the background. A folder that has a run is resumed.
   *
   * @param concepts your own: they never leave the pool and stand in every prompt as you wrote
   *     them, in the vocabulary or not; none lets the agent begin with what it finds
   */
  public synchronized void start(String... concepts) {
    if (disposed || isRunning()) {
      warnings.say(
          disposed
              ? "start: the agent was disposed of; make a new one"
              : "start: the agent runs already; stop() it first");
      return;
    }
    Path place = place();
    if (place == null) {
      return;
    }
    List<String> own = own(concepts);
    Parts parts =
        new Parts(
            sampler.scorer(),
            sampler::wishes,
            () -> compositor,
            () -> generator,
            Embedders::texts,
            new VisualDescriptor(),
            figures);
    this.place = place;
    AgentLoop begun = new AgentLoop(place, seeds, own, settings, parts, gallery);
    gallery.watch(begun);
    loop = begun;
    // One that changed meanwhile found no loop to tell.
    begun.settings(settings);
    for (Consumer<AgentLoop> wish; (wish = early.poll()) != null; ) {
      wish.accept(begun);
    }
    begun.start();
  }

  private List<String> own(String... concepts) {
    if (concepts == null) {
      warnings.say(
          "start got null in place of concepts, as loadStrings() gives for a missing file; the"
              + " agent starts without");
      return List.of();
    }
    List<String> own =
        Arrays.stream(concepts)
            .filter(name -> name != null && !name.isBlank())
            .map(String::strip)
            .filter(name -> name.length() <= LONGEST)
            .distinct()
            .toList();
    if (own.size() < concepts.length) {
      warnings.say(
          "start: a concept is blank, given twice or longer than "
              + LONGEST
              + " characters, and is left out");
    }
    return own;
  }

  private boolean isRunning() {
    AgentLoop running = loop;
    return running != null && running.stage() != Stage.STOPPED;
  }

  /** Has the loop do something: now, or as soon as there is one. */
  private synchronized void tell(Consumer<AgentLoop> wish) {
    if (isRunning()) {
      wish.accept(loop);
    } else if (disposed) {
      warnings.say("the agent was disposed of; make a new one");
    } else if (early.size() < MOST_EARLY) {
      early.add(wish);
    } else {
      warnings.say(MOST_EARLY + " wishes wait for start() already; further ones are lost");
    }
  }

  /** Where the run lives; null, and a sentence, if there can be no such folder. */
  private Path place() {
    try {
      if (!folder.isEmpty()) {
        return host.path(folder);
      }
      String stamp = LocalDateTime.now().format(STAMP);
      Path place = host.path("runs/" + stamp);
      // Two agents that start in the same second have runs of their own.
      for (int n = 2; Files.exists(place) || !GIVEN.add(place); n++) {
        place = place.resolveSibling(stamp + "-" + n);
      }
      return place;
    } catch (InvalidPathException e) {
      warnings.say("folder is \"" + folder + "\", which is no path here: " + e.getReason());
      return null;
    }
  }

  /**
   * Stops after the work in progress, until {@link #resume()}. Before {@link #start} it has the
   * agent begin paused.
   */
  public void pause() {
    tell(AgentLoop::pause);
  }

  /** Goes on after {@link #pause()}. */
  public void resume() {
    tell(AgentLoop::resume);
  }

  /**
   * Ends the run, giving up the work in progress; {@link #start} with the same folder goes on.
   * Waits for that, five seconds at most.
   */
  public synchronized void stop() {
    if (loop != null) {
      loop.close();
      loop = null;
    }
  }

  /** Seconds from the start of one work to the start of the next, at least. */
  public float every() {
    return (float) settings.seconds();
  }

  /**
   * Sets the pace.
   *
   * @param seconds from the start of one work to the start of the next, at least; 0, the default,
   *     for no pause
   */
  public void every(float seconds) {
    set("every", s -> s.withSeconds(seconds), s -> s.withSeconds(RunSettings.DEFAULT.seconds()));
  }

  /**
   * What it is doing: "loading", "inspiring", "composing", "painting", "judging", "waiting",
   * "paused" or "stopped".
   */
  public String stage() {
    AgentLoop running = loop;
    return (running == null ? Stage.STOPPED : running.stage()).toString();
  }

  /** How much of that is done, 0 to 1. */
  public float progress() {
    AgentLoop running = loop;
    if (running == null) {
      return 0;
    }
    return running.stage() == Stage.LOADING ? sampler.progress() : running.progress();
  }

  /** How many works the run has; the latest may not be on show yet, see {@link #artwork()}. */
  public int generation() {
    AgentLoop running = loop;
    return running == null ? gallery.generation() : running.generation();
  }

  // ---- Works

  /** The latest work's picture; a dark canvas until the first. Always the same object. */
  public PImage image() {
    return gallery.image();
  }

  /** The latest work; until the first, one without a title. */
  public Artwork artwork() {
    return gallery.latest();
  }

  /** The latest works, at most 12, the latest last; the others are on the disk. */
  public ArrayList<Artwork> artworks() {
    return gallery.works();
  }

  /** Tells the agent that you like a work: its concepts are more welcome from now on. */
  public void like(Artwork work) {
    judge(work, 1);
  }

  /** Tells the agent that you dislike a work: its concepts are less welcome from now on. */
  public void dislike(Artwork work) {
    judge(work, -1);
  }

  private void judge(Artwork work, int liking) {
    if (work != null && work.generation() > 0) {
      tell(running -> running.judge(work.made(), liking));
    }
  }

  /** The period that its works are in; one without number if there is none. Never null. */
  public Period period() {
    AgentLoop running = loop;
    return new Period(running == null ? null : running.period());
  }

  // ---- The pool

  /** The concepts that it works with, the oldest first; a copy. */
  public ArrayList<Concept> pool() {
    AgentLoop running = loop;
    return running == null ? new ArrayList<>() : gallery.concepts(running.pool());
  }

  /**
   * Puts concepts into the pool before the next work; the console names unknown ones. While the
   * models load it waits for their files.
   */
  public void add(String... names) {
    for (Concept known : sampler.known("add", names)) {
      tell(running -> running.add(new Named(known.name(), known.number())));
    }
  }

  /** Takes concepts out of the pool before the next work, your own too. */
  public void remove(String... names) {
    if (names == null) {
      warnings.say("remove needs names and got null, as loadStrings() gives for a missing file");
      return;
    }
    for (String name : names) {
      if (name != null) {
        tell(running -> running.remove(name));
      }
    }
  }

  /** How concepts are chosen: its strategy, beta, avoid and so on hold for the agent. */
  public CulturalAlien sampler() {
    return sampler;
  }

  // ---- Parts

  /** The name of who writes prompts. */
  public String compositor() {
    return compositor.name();
  }

  /** Chooses who writes prompts, by name: "grammar" (offline, default) or "language-model". */
  public void compositor(String name) {
    warnings.unlessWrong(
        "compositor", () -> compositor = Compositors.named(name, host.loader(), warnings::say));
  }

  /** Chooses who writes prompts. */
  public void compositor(Compositor writer) {
    compositor = writer == null ? new GrammarCompositor() : writer;
  }

  /** The name of who paints. */
  public String generator() {
    return generator.name();
  }

  /**
   * Chooses who paints, by name: "painter" (offline, default), "openai", "sdwebui", "comfyui" or a
   * plug-in.
   */
  public void generator(String name) {
    warnings.unlessWrong(
        "generator", () -> generator = ImageGenerators.named(name, host.loader(), warnings::say));
  }

  /** Chooses who paints. */
  public void generator(ImageGenerator painter) {
    generator = painter == null ? new Painter() : painter;
  }

  /** Has the sketch paint: its {@code void paint(PGraphics g, Artwork plan)}. */
  public void generator(PApplet painter) {
    warnings.unlessWrong("generator", () -> generator = gallery.sketchPainter(painter));
  }

  // ---- Settings, live

  /** After how many uses in a row that brought nothing newer a concept leaves. */
  public int patience() {
    return settings.patience();
  }

  /**
   * Sets after how many uses in a row that brought nothing newer a concept leaves.
   *
   * @param uses at least 1; 3 by default
   */
  public void patience(int uses) {
    set("patience", s -> s.withPatience(uses), s -> s.withPatience(RunSettings.DEFAULT.patience()));
  }

  /** How many concepts the pool holds at most. */
  public int poolSize() {
    return settings.poolSize();
  }

  /**
   * Sets how many concepts the pool holds at most.
   *
   * @param n from 2 to 64; 12 by default
   */
  public void poolSize(int n) {
    set("pool size", s -> s.withPoolSize(n), s -> s.withPoolSize(RunSettings.DEFAULT.poolSize()));
  }

  /**
   * Sets the size of the works to come.
   *
   * @param width in pixels, 16 to 4096; 1024 by default
   * @param height likewise
   */
  public void size(int width, int height) {
    set(
        "size",
        s -> s.withSize(width, height),
        s -> s.withSize(RunSettings.DEFAULT.width(), RunSettings.DEFAULT.height()));
    gallery.size(settings.width(), settings.height());
  }

  /** Width of the works to come, in pixels. */
  public int width() {
    return settings.width();
  }

  /** Height of the works to come, in pixels. */
  public int height() {
    return settings.height();
  }

  /** Whether results and your likes steer the next concepts. */
  public boolean feedback() {
    return settings.feedback();
  }

  /** Sets whether results and your likes steer the next concepts; true by default. */
  public void feedback(boolean on) {
    set("feedback", s -> s.withFeedback(on), s -> s);
  }

  /** How many concepts are in the ideas that are found whole; 0 for none. */
  public int ideas() {
    return settings.ideas();
  }

  /**
   * Has ideas found whole, whose concepts fit together by themselves: those of one idea join one
   * after another, in as many works, then those of the next. Without it each concept is chosen for
   * the pool.
   *
   * @param size concepts in an idea, 2 to 6; 0, the default, for none
   */
  public void ideas(int size) {
    set("ideas", s -> s.withIdeas(size), s -> s.withIdeas(RunSettings.DEFAULT.ideas()));
  }

  /** About how many works are in a period, as it was set; 0 for none. */
  public int getPeriod() {
    return settings.period();
  }

  /**
   * Has works that follow one another keep medium and palette for a while, and come back to a
   * theme: a period. Viewpoint, arrangement, light and weather change all the same.
   *
   * @param works in a period, about: from 0.6 to 1.5 times as many; 2 to 1000, 8 by default, 0 for
   *     none
   */
  public void period(int works) {
    set("period", s -> s.withPeriod(works), s -> s.withPeriod(RunSettings.DEFAULT.period()));
  }

  /** How many different plans are tried for each work. */
  public int drafts() {
    return settings.drafts();
  }

  /**
   * Adds silhouettes of your own for the offline painter, beside some 700 that it has: each SVG
   * file of a folder, such as {@code paper-boat.svg}, is shown for concepts that its name stands
   * for, and goes before the shipped ones. Filled shapes count; a file that cannot be read is told
   * and left out. Takes effect with the next {@link #start}.
   *
   * @param folder in the sketch's folder or its data folder; "" for the shipped ones alone
   */
  public void figures(String folder) {
    if (folder == null || folder.isBlank()) {
      figures = Figures.shipped();
      return;
    }
    try {
      Path data = host.dataPath(folder);
      Path silhouettes = Files.isDirectory(data) ? data : host.path(folder);
      figures = Figures.shipped().with(silhouettes, warnings::say);
    } catch (InvalidPathException e) {
      warnings.say("figures: \"" + folder + "\" is no path here: " + e.getReason());
    }
  }

  /**
   * Sets how many different plans are tried for each work, as small paintings that take some
   * milliseconds each: the one that is least like any earlier work, and still shows its concepts,
   * is finished. Another generator's works are compared by their words.
   *
   * @param n from 1, which takes the first plan as it is, to 64; 6 by default
   */
  public void drafts(int n) {
    set("drafts", s -> s.withDrafts(n), s -> s.withDrafts(RunSettings.DEFAULT.drafts()));
  }

  /** How often a service is asked for a work before the offline part steps in. */
  public int failures() {
    return settings.failures();
  }

  /**
   * Sets how often a service is asked for a work before the offline part steps in.
   *
   * @param n at least 1; 3 by default
   */
  public void failures(int n) {
    set("failures", s -> s.withFailures(n), s -> s.withFailures(RunSettings.DEFAULT.failures()));
  }

  /** What the works may take on the disk, in megabytes; 0 for no limit. */
  public int disk() {
    return settings.megabytes();
  }

  /** Which works stay when they take more: "best", "last" or "all". */
  public String keep() {
    return settings.keep();
  }

  /**
   * Limits what the works take on the disk.
   *
   * @param megabytes at least 1; 0, the default, for no limit
   * @param keep which works stay: "best" (the most novel), "last" or "all"; the journal keeps all
   */
  public void disk(int megabytes, String keep) {
    set("disk", s -> s.withDisk(megabytes, String.valueOf(keep)), s -> s.withDisk(0, "all"));
  }

  private synchronized void set(
      String setting, UnaryOperator<RunSettings> change, UnaryOperator<RunSettings> toDefault) {
    try {
      settings = change.apply(settings);
    } catch (IllegalArgumentException e) {
      settings = toDefault.apply(settings);
      warnings.wrong(setting, e.getMessage() + "; the default is used");
    }
    AgentLoop running = loop;
    if (running != null) {
      running.settings(settings);
    }
  }

  /** The seed that decides about concepts, also when chance chose it; 0 before the first start. */
  public long seed() {
    return seeds()[0];
  }

  /** The seeds of concepts, prompts and pictures, also when chance chose them; 0 likewise. */
  public long[] seeds() {
    AgentLoop running = loop;
    Seeds used = running == null || running.seeds() == null ? seeds : running.seeds();
    return used == null ? new long[3] : new long[] {used.concept(), used.prompt(), used.image()};
  }

  /**
   * Decides all chance of the run: the same seed, concepts and offline parts, the same works. Call
   * it before {@link #start}.
   */
  public void seed(long n) {
    seeds = new Seeds(n);
  }

  /** Seeds of their own for concepts, prompts and pictures. Call it before {@link #start}. */
  public void seeds(long concept, long prompt, long image) {
    seeds = new Seeds(concept, prompt, image);
  }

  /**
   * Where the run lives, as an absolute path; before the start, what was set; "" if nothing was.
   */
  public String folder() {
    Path lives = place;
    return lives == null ? folder : lives.toString();
  }

  /**
   * Sets where the run lives; a run that is there is resumed. Call it before {@link #start}.
   * Without it every start is a new run in the sketch's folder "runs".
   *
   * @param path absolute, or from the sketch's folder
   */
  public synchronized void folder(String path) {
    folder = path == null ? "" : path.strip();
    if (!isRunning()) {
      place = null;
    }
  }

  // ---- For Processing

  /** Hands over what arrived, on the animation thread. Not for sketches. */
  public void pre() {
    gallery.handOver();
  }

  /** Has a sketch that stopped looping in this frame hear what arrived. Not for sketches. */
  public void post() {
    gallery.wakeIfNeeded();
  }

  /**
   * Ends the run and lets go of the sketch, for good. The end of the sketch does it too; call it
   * before you make another agent in place of this one.
   */
  public synchronized void dispose() {
    disposed = true;
    stop();
    early.clear();
    host.unregister(this);
    gallery.dispose();
    sampler.dispose();
  }
}
