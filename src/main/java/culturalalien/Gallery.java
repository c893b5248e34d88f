package culturalalien;

import culturalalien.agent.AgentLoop;
import culturalalien.agent.Event;
import culturalalien.agent.Event.Named;
import culturalalien.agent.LoopListener;
import culturalalien.agent.RunSettings;
import culturalalien.agent.Suggested;
import culturalalien.agent.Work;
import culturalalien.image.ImageRequest;
import culturalalien.image.Pixels;
import culturalalien.io.Warnings;
import culturalalien.sampling.ConceptVectors;
import culturalalien.scoring.ConceptTable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import processing.core.PApplet;
import processing.core.PConstants;
import processing.core.PImage;

/**
 * What an agent has to show: turns what the loop tells on its thread into pictures and events on
 * the animation thread. Holds a bounded number of pictures and lets go of their textures.
 */
final class Gallery implements LoopListener {

  /** Works whose pictures are held in memory. */
  private static final int RECENT = 12;

  /** Events that wait for a frame; of more, the oldest are dropped. */
  private static final int MOST_WAITING = 64;

  private final Host host;
  private final CulturalAlien sampler;
  private final Warnings warnings;
  private final SketchEvent<Concept> conceptAdded;
  private final SketchEvent<Concept> conceptRemoved;
  private final SketchEvent<Prompt> promptComposed;
  private final SketchEvent<Artwork> artworkFinished;
  private final SketchEvent<Period> periodBegan;
  private final SketchEvent<String> agentWarning;
  private final Queue<Runnable> arrived = new ConcurrentLinkedQueue<>();
  private final PImage image;
  private volatile AgentLoop loop;

  /** Where frames are drawn; null before the second frame. */
  private volatile Thread animation;

  private final List<SketchPainter> painters = new CopyOnWriteArrayList<>();

  // Guarded by this.
  private final Deque<Artwork> works = new ArrayDeque<>();
  private Artwork latest;

  /**
   * @param agent whose events they are
   */
  Gallery(Host host, ArtAgent agent, CulturalAlien sampler, RunSettings settings) {
    this.host = host;
    this.sampler = sampler;
    warnings = host.warnings();
    conceptAdded = new SketchEvent<>(host, agent, "conceptAdded", Concept.class);
    conceptRemoved = new SketchEvent<>(host, agent, "conceptRemoved", Concept.class);
    promptComposed = new SketchEvent<>(host, agent, "promptComposed", Prompt.class);
    artworkFinished = new SketchEvent<>(host, agent, "artworkFinished", Artwork.class);
    periodBegan = new SketchEvent<>(host, agent, "periodBegan", Period.class);
    agentWarning = new SketchEvent<>(host, agent, "agentWarning", String.class);
    image = Artwork.dark(settings.width(), settings.height());
    image.parent = host.sketch();
    latest = nothing(image);
  }

  private static Artwork nothing(PImage image) {
    Event.Made made =
        new Event.Made(0, "", null, "", List.of(), "", "", "", "", 0, 0, 0, 0, 0, 0, List.of(), "");
    return new Artwork(made, List.of(), image, "");
  }

  void watch(AgentLoop running) {
    loop = running;
  }

  // ---- From any thread

  PImage image() {
    return image;
  }

  synchronized Artwork latest() {
    return latest;
  }

  synchronized int generation() {
    return latest.generation();
  }

  synchronized ArrayList<Artwork> works() {
    return new ArrayList<>(works);
  }

  ArrayList<Concept> concepts(List<Named> names) {
    ArrayList<Concept> concepts = new ArrayList<>();
    names.forEach(name -> concepts.add(concept(name)));
    return concepts;
  }

  /** As the sampler knows it; the artist's other words have a meaning but no likelihood. */
  private Concept concept(Named named) {
    if (named.number() >= 0) {
      return sampler.known(named.name());
    }
    ConceptVectors all = sampler.table().vectors();
    float[][] meaning = {loop.meaning(named.name())};
    return new Concept(
        0,
        named.name(),
        "",
        Likelihood.BY_ITSELF,
        new ConceptVectors(
            meaning, new float[][] {all.place(meaning[0])}, all.colorVectors(), all.colors()));
  }

  private List<Concept> byName(List<String> names) {
    ConceptTable table = sampler.table();
    return concepts(
        names.stream().map(name -> new Named(name, table.vocabulary().number(name))).toList());
  }

  SketchPainter sketchPainter(PApplet of) {
    for (SketchPainter known : painters) {
      if (known.isOf(of)) {
        return known;
      }
    }
    SketchPainter made = new SketchPainter(of, this::plan, host::wake);
    painters.add(made);
    return made;
  }

  private Artwork plan(ImageRequest request) {
    Event.Made plan =
        new Event.Made(
            loop.generation() + 1,
            "",
            null,
            request.title(),
            request.subjects().stream().map(ImageRequest.Subject::name).toList(),
            request.prompt(),
            "",
            "",
            "sketch",
            0,
            0,
            request.seed(),
            0,
            0,
            0,
            List.of(),
            "",
            request.plan());
    return new Artwork(
        plan, byName(plan.concepts()), Artwork.dark(request.width(), request.height()), "");
  }

  // ---- From the loop's thread

  @Override
  public void conceptAdded(Suggested suggested) {
    Concept added =
        Concept.ofStep(
            suggested.concept().number(),
            suggested.concept().name(),
            new Likelihood(suggested.coherence(), suggested.typicality(), suggested.share()),
            sampler.table());
    later(() -> conceptAdded.call(added));
  }

  @Override
  public void conceptRemoved(String name, String reason) {
    Concept removed = byName(List.of(name)).get(0);
    later(() -> conceptRemoved.call(removed));
  }

  @Override
  public void periodBegan(Event.Period period) {
    Period begun = new Period(period);
    later(() -> periodBegan.call(begun));
  }

  @Override
  public void promptComposed(culturalalien.agent.Prompt prompt) {
    Prompt composed = new Prompt(prompt, byName(prompt.concepts()));
    later(() -> promptComposed.call(composed));
  }

  @Override
  public void artworkFinished(Work work) {
    Artwork finished = artwork(work);
    later(
        () -> {
          hang(finished, work.picture());
          artworkFinished.call(finished);
        });
  }

  @Override
  public void resumed(Work last) {
    Artwork hung = artwork(last);
    later(() -> hang(hung, last.picture()));
  }

  private Artwork artwork(Work work) {
    Pixels p = work.picture();
    PImage picture = new PImage(p.width(), p.height(), p.argb(), true, host.sketch());
    return new Artwork(
        work.made(), byName(work.made().concepts()), picture, work.file().toString());
  }

  @Override
  public void warning(String sentence) {
    // The console hears it once, whatever its numbers; the sketch each time that it happens.
    warnings.sayOnce(sentence.replaceAll("[0-9.]+", "#"), sentence);
    later(() -> agentWarning.call(sentence));
  }

  private void later(Runnable event) {
    arrived.add(event);
    // A sketch that draws no more, behind a dialog say, is not to fill the memory.
    while (arrived.size() > MOST_WAITING) {
      Runnable unheard = arrived.poll();
    }
    host.wake();
  }

  // ---- On the animation thread

  void handOver() {
    animation = Thread.currentThread();
    painters.forEach(SketchPainter::paintWaiting);
    // Only what is there now, so that a sketch that is slow to hear still gets to draw.
    for (int n = arrived.size(); n > 0; n--) {
      Runnable event = arrived.poll();
      if (event != null) {
        event.run();
      }
    }
  }

  /** Shows a work in the one image that sketches hold, so that its texture is used again. */
  private void hang(Artwork work, Pixels p) {
    if (image.width != p.width() || image.height != p.height()) {
      resize(p.width(), p.height());
    }
    System.arraycopy(p.argb(), 0, image.pixels, 0, p.argb().length);
    image.updatePixels();
    Artwork gone = null;
    synchronized (this) {
      latest = work;
      works.addLast(work);
      if (works.size() > RECENT) {
        gone = works.removeFirst();
      }
    }
    if (gone != null) {
      forget(gone.image());
    }
  }

  /** Lets go of a picture's texture. */
  private void forget(PImage picture) {
    PApplet sketch = host.sketch();
    if (sketch != null && sketch.g != null) {
      sketch.g.removeCache(picture);
    }
  }

  private void resize(int width, int height) {
    forget(image);
    image.init(width, height, PConstants.ARGB);
    Arrays.fill(image.pixels, Artwork.DARK);
  }

  /** Has the image be as large as the works to come, until there is one. */
  void size(int width, int height) {
    if (animation == null || animation == Thread.currentThread()) {
      blank(width, height);
    } else {
      later(() -> blank(width, height));
    }
  }

  private void blank(int width, int height) {
    if (generation() == 0 && (image.width != width || image.height != height)) {
      resize(width, height);
      image.updatePixels();
    }
  }

  void wakeIfNeeded() {
    if (!arrived.isEmpty() || painters.stream().anyMatch(SketchPainter::isWaiting)) {
      host.wake();
    }
  }

  /** For good: pictures are large, and what holds a sketch that has ended may hold it long. */
  void dispose() {
    painters.forEach(SketchPainter::dispose);
    arrived.clear();
    synchronized (this) {
      works.clear();
      latest = nothing(image);
    }
  }
}
