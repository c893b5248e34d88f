package culturalalien;

import culturalalien.PoolAndSettings.Ticket;
import culturalalien.agent.Parts;
import culturalalien.gpt2.Devices;
import culturalalien.io.Warnings;
import culturalalien.sampling.Artists;
import culturalalien.sampling.IdeaRequest;
import culturalalien.sampling.SamplerSettings;
import culturalalien.sampling.Selection;
import culturalalien.sampling.Strategies;
import culturalalien.sampling.Typicality;
import culturalalien.sampling.Vocabulary;
import culturalalien.scoring.ConceptTable;
import culturalalien.scoring.Expert;
import culturalalien.scoring.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import java.util.function.Function;
import processing.core.PApplet;

/**
 * Suggests concepts that fit together and that culture has not worn out. One per sketch:
 *
 * <pre>
 * import culturalalien.*;
 * CulturalAlien cas;
 *
 * void setup() {
 *   size(800, 800);
 *   cas = new CulturalAlien(this);       // returns at once; the models load behind
 * }
 * void mousePressed() {
 *   Concept c = cas.nextConcept();       // fits the pool, is rare in culture; joins the pool
 *   println(c, c.coherence(), c.typicality());
 * }
 * </pre>
 *
 * <p>Nothing here throws or returns null: bad input gets one sentence on the console, and a concept
 * that could not be found has an empty name. Questions take a few milliseconds once the models are
 * loaded; before that they wait: for the files {@code add}, {@code avoid}, {@code kinds}, {@code
 * avoidKinds}, {@code allKinds}, {@code concept} and {@code concepts}, for the models everything
 * that chooses or judges. In {@code setup()} use {@link #requestConcept()}, which never waits. Safe
 * from any thread; {@code conceptEvent} is called on the animation thread. The method is the
 * Cultural Alien Sampler (arXiv 2510.20849).
 */
@SuppressWarnings("NonApiType") // Processing imports ArrayList for every sketch, List it does not.
public final class CulturalAlien {

  /** Concepts of an idea whose number is out of range. */
  private static final int USUAL_SIZE = 3;

  private final Host host;
  private final Warnings warnings;
  private final SketchEvent<Concept> conceptEvent;
  private final Queue<Ticket> arrived = new ConcurrentLinkedQueue<>();
  private final Scorer scorer;
  private final PoolAndSettings state;
  private final Steps steps;
  private final Imagination imagination;
  private final SketchEvent<Idea> ideaEvent;
  private final Queue<Idea> arrivedIdeas = new ConcurrentLinkedQueue<>();
  private final Questions questions;

  /** With the shipped models. Returns at once; {@link #ready()} tells when they answer. */
  public CulturalAlien(PApplet sketch) {
    this(sketch, host -> Models.shipped(host.warnings()::say));
  }

  /**
   * With models of your own, made by the command {@code train}, or with those of a server, started
   * by the command {@code serve}. A server's concepts are the same for the same seed; while it is
   * away, the models that come with the library answer. Its token, if it wants one, is looked for
   * in the environment: in {@code CULTURALALIEN_TOKEN}, or in the file that {@code
   * CULTURALALIEN_TOKEN_FILE} names.
   *
   * @param models a folder: an absolute path, or one below the sketch's folder or its data folder;
   *     or a server's address, such as {@code "http://gpu-machine:8080"}
   */
  public CulturalAlien(PApplet sketch, String models) {
    this(sketch, host -> Models.in(host, models));
  }

  private CulturalAlien(PApplet sketch, Function<Host, Scorer> models) {
    host = new Host(sketch, "CulturalAlien");
    warnings = host.warnings();
    conceptEvent = new SketchEvent<>(host, this, "conceptEvent", Concept.class);
    scorer = models.apply(host);
    questions = new Questions(scorer, warnings);
    steps = new Steps(scorer, warnings);
    state = steps.state();
    imagination = new Imagination(scorer, state);
    ideaEvent = new SketchEvent<>(host, this, "ideaEvent", Idea.class);
    host.register(this);
  }

  // ---- Loading

  /** Whether the models answer at once. */
  public boolean ready() {
    return scorer.ready();
  }

  /** How much of the loading is done, 0 to 1. */
  public float progress() {
    return scorer.progress();
  }

  /** Where the models are: "cpu", "gpu", "gpu:1", "mps" or a server's address; "" at first. */
  public String device() {
    return scorer.device();
  }

  /**
   * Has the models move, in the background; all objects of a sketch that use the same models move
   * with them. A device that does not work here is named once on the console, and the CPU is used.
   *
   * @param name "auto" (a CUDA GPU if one works, else the CPU; the default), "cpu", "gpu", "gpu:1"
   *     or "mps" (Apple)
   */
  public void device(String name) {
    if (Devices.isLegal(name)) {
      scorer.device(name);
    } else {
      scorer.device("auto");
      warnings.wrong(
          "device",
          "device is "
              + (name == null ? "null" : "\"" + name + "\"")
              + ", must be "
              + Devices.NAMES
              + "; \"auto\" is used");
    }
  }

  // ---- Steps

  /**
   * Takes a step: the best concept after the pool, by the strategy; it joins the pool. Usually it
   * has been found ahead and comes at once, else it takes a few milliseconds; while the models load
   * it waits for them.
   */
  public Concept nextConcept() {
    CompletableFuture<Ticket> step = steps.step();
    if (step.isCompletedExceptionally() && steps.isFull()) {
      warnings.say(
          "nextConcept() gives an empty concept, as "
              + Steps.QUEUE
              + " requests wait already; ask less often");
      return Concept.NONE;
    }
    Ticket answered = questions.await(step, null);
    if (answered == null) {
      return Concept.NONE;
    }
    boolean unused = state.show(answered);
    return answered.concept();
  }

  /**
   * Asks for a step without waiting: the concept joins the pool and {@code void
   * conceptEvent(Concept c)}, or {@code conceptEvent(CulturalAlien from, Concept c)}, is called
   * before a later frame.
   */
  public void requestConcept() {
    steps
        .step()
        .whenComplete(
            (ticket, problem) -> {
              questions.warnOf(problem);
              if (problem == null) {
                arrived.add(ticket);
                host.wake();
              }
            });
  }

  /**
   * The best concepts for the pool, which stays as it is. The first is the one that {@link
   * #nextConcept()} would take now.
   *
   * @param n how many, at least 1; at most as many as there are candidates come back
   */
  public ArrayList<Concept> suggest(int n) {
    if (n < 1) {
      warnings.wrong("suggest", "suggest(" + n + ") asks for no concept; n must be at least 1");
      return new ArrayList<>();
    }
    List<Candidate> found = questions.await(steps.consider(), List.of());
    return new ArrayList<>(found.stream().limit(n).map(Candidate::concept).toList());
  }

  /**
   * Everything that the next step would choose from, the best first; the pool stays as it is. The
   * same as {@link #suggest} with ranks and scores.
   */
  public ArrayList<Candidate> consider() {
    return new ArrayList<>(questions.await(steps.consider(), List.of()));
  }

  /** What the last step or suggestion considered, the best first; empty before the first. */
  public ArrayList<Candidate> lastCandidates() {
    return new ArrayList<>(steps.lastCandidates());
  }

  // ---- Whole ideas

  /**
   * A whole idea: concepts that fit together by themselves and that artists do not combine, apart
   * in meaning. The first of a size takes some seconds, those after it come at once and share no
   * concept with it; {@link #requestIdea} does not wait. The pool stays as it is, and its concepts
   * are not used.
   *
   * @param size concepts in it, 2 to 6; another number gives one of 3
   */
  public Idea idea(int size) {
    Idea found = questions.await(imagination.next(legalSize(size)), null);
    return found == null ? new Idea(List.of(), 0, 0, Artists.UNKNOWN) : found;
  }

  /**
   * Asks for an idea without waiting: {@code void ideaEvent(Idea i)}, or {@code
   * ideaEvent(CulturalAlien from, Idea i)}, is called later.
   */
  public void requestIdea(int size) {
    imagination
        .next(legalSize(size))
        .whenComplete(
            (idea, problem) -> {
              questions.warnOf(problem);
              if (idea != null) {
                arrivedIdeas.add(idea);
                host.wake();
              }
            });
  }

  /**
   * The best whole ideas, the best first, no concept in two of them; some seconds.
   *
   * @param size concepts in each, 2 to 6; another number gives ideas of 3
   * @param n how many, 1 to 1000; fewer come back where no more are apart
   */
  public ArrayList<Idea> ideas(int size, int n) {
    if (n >= 1 && n <= IdeaRequest.MOST) {
      return best(legalSize(size), n);
    }
    warnings.wrong(
        "ideas",
        "ideas("
            + size
            + ", "
            + n
            + "): the number of ideas must be from 1 to "
            + IdeaRequest.MOST
            + ", of "
            + IdeaRequest.SMALLEST
            + " to "
            + IdeaRequest.LARGEST
            + " concepts; 10 are given");
    return best(isLegalSize(size) ? size : USUAL_SIZE, 10);
  }

  private ArrayList<Idea> best(int size, int n) {
    return new ArrayList<>(questions.await(imagination.best(size, n), List.of()));
  }

  /** How much of the ideas that are looked for is found, 0 to 1. */
  public float ideaProgress() {
    return imagination.progress();
  }

  /**
   * Concepts of your own as an idea, to ask whose habit it would be.
   *
   * @param names known concepts; without any, those of the pool
   */
  public Idea idea(String... names) {
    List<Concept> concepts = set("idea", names).stream().distinct().toList();
    ConceptTable table = questions.table().orElse(null);
    if (concepts.isEmpty() || table == null) {
      return new Idea(List.of(), 0, 0, Artists.UNKNOWN);
    }
    int orders = state.settings().orders();
    return new Idea(
        concepts,
        questions.ofSet(concepts, Expert.COHERENCE, orders),
        questions.ofSet(concepts, Expert.CONTEXT, orders),
        table.artists());
  }

  private static boolean isLegalSize(int size) {
    return size >= IdeaRequest.SMALLEST && size <= IdeaRequest.LARGEST;
  }

  private int legalSize(int size) {
    if (isLegalSize(size)) {
      return size;
    }
    warnings.wrong(
        "idea",
        "an idea of "
            + size
            + " concepts cannot be had, it must have from "
            + IdeaRequest.SMALLEST
            + " to "
            + IdeaRequest.LARGEST
            + "; 3 are given");
    return USUAL_SIZE;
  }

  // ---- The pool

  /** The concepts so far, the oldest first; a copy. */
  public ArrayList<Concept> pool() {
    return new ArrayList<>(state.pool());
  }

  /**
   * Puts concepts into the pool.
   *
   * @return false if one of them is unknown (the console names the nearest) or already there; the
   *     others join all the same
   */
  public boolean add(String... names) {
    List<Concept> known = questions.known("add", names);
    boolean all = names != null && known.size() == names.length;
    for (Concept concept : known) {
      all &= state.add(concept);
    }
    return all;
  }

  /** Puts a concept into the pool; false if it is there already. */
  public boolean add(Concept concept) {
    Concept own = questions.own(concept);
    return !own.isNone() && state.add(own);
  }

  /** Takes concepts out of the pool; false if one of them was not there. */
  public boolean remove(String... names) {
    List<Concept> known = questions.known("remove", names);
    boolean all = names != null && known.size() == names.length;
    for (Concept concept : known) {
      all &= state.remove(concept);
    }
    return all;
  }

  /** Takes a concept out of the pool; false if it was not there. */
  public boolean remove(Concept concept) {
    return state.remove(questions.own(concept));
  }

  /** Empties the pool. */
  public void clear() {
    state.clear();
  }

  // ---- What must not be suggested

  /**
   * Never suggests these words, nor any concept that has one of them in its name: avoiding "boat"
   * avoids "sailing boat".
   */
  public void avoid(String... words) {
    questions.table().ifPresent(table -> avoid(table.vocabulary(), words));
  }

  private void avoid(Vocabulary vocabulary, String... words) {
    if (words == null) {
      warnings.say("avoid needs words and got null, as loadStrings() gives for a missing file");
      return;
    }
    List<String> unknown = new ArrayList<>();
    for (String word : words) {
      if (word == null || word.isBlank() || !state.avoid(word, vocabulary)) {
        unknown.add(word);
      }
    }
    questions.warnOfUnknown("avoid: ", unknown, vocabulary);
  }

  /** Lets avoided words be suggested again; without words, all of them. */
  public void allow(String... words) {
    if (words == null) {
      // Not all of them, as without words: the list of words could not be read.
      warnings.say("allow needs words and got null, as loadStrings() gives for a missing file");
    } else {
      state.allow(words);
    }
  }

  /** The words that are avoided, in lower case, in alphabetical order. */
  public ArrayList<String> getAvoid() {
    return new ArrayList<>(state.avoided());
  }

  /** Whether what is left out by default is let in. */
  public boolean everything() {
    return state.selection().everything();
  }

  /**
   * Lets in (or leaves out again) what is left out by default: the explicit, the violent, what is
   * hateful or traumatic, movements and styles, and long titles of art history. A religion is put
   * beside no atrocity even then.
   */
  public void everything(boolean on) {
    state.selection(selection -> selection.withEverything(on));
  }

  /** Whether what does not suit every classroom is left out. */
  public boolean classroom() {
    return state.selection().classroom();
  }

  /**
   * Leaves out (or lets in again) what does not suit every classroom, such as weapons, devils,
   * skulls, drink, tobacco and gambling; and, even with {@link #everything}, what is explicit,
   * violent, hateful or traumatic.
   */
  public void classroom(boolean on) {
    state.selection(selection -> selection.withClassroom(on));
  }

  /** The kinds that are suggested alone, in alphabetical order; empty for all. */
  public ArrayList<String> getKinds() {
    return new ArrayList<>(new TreeSet<>(state.selection().kinds()));
  }

  /**
   * Suggests these kinds of concepts alone, such as "nature" and "objects"; {@link #allKinds} lists
   * them. Naming "styles and movements" lets them in.
   *
   * @param kinds without any, all; if one is unknown or nothing would be left, all stays as it is
   */
  public void kinds(String... kinds) {
    choose("kinds", kinds, Selection::withKinds);
  }

  /** The kinds that are never suggested, in alphabetical order. */
  public ArrayList<String> getAvoidKinds() {
    return new ArrayList<>(new TreeSet<>(state.selection().avoidKinds()));
  }

  /**
   * Never suggests these kinds of concepts; {@link #allKinds} lists them.
   *
   * @param kinds without any, none; if one is unknown or nothing would be left, all stays as it is
   */
  public void avoidKinds(String... kinds) {
    choose("avoidKinds", kinds, Selection::withoutKinds);
  }

  private void choose(
      String setting, String[] kinds, BiFunction<Selection, List<String>, Selection> change) {
    if (kinds == null) {
      warnings.say(setting + " needs kinds and got null; nothing is changed");
      return;
    }
    // List.of would throw at a null among them.
    List<String> wanted = Arrays.stream(kinds).map(String::valueOf).toList();
    questions
        .table()
        .ifPresent(
            table -> {
              Selection changed = change.apply(state.selection(), wanted);
              Optional<String> problem = changed.problem(table.vocabulary());
              if (problem.isEmpty()) {
                state.selection(selection -> change.apply(selection, wanted));
              } else {
                warnings.say(setting + ": " + problem.get() + "; nothing is changed");
              }
            });
  }

  /** Every kind of concept there is, that of most concepts first. */
  public ArrayList<String> allKinds() {
    return new ArrayList<>(
        questions.table().map(table -> table.vocabulary().kinds()).orElse(List.of()));
  }

  // ---- Settings, live

  /** Weight of cultural rarity against coherence. */
  public float beta() {
    return (float) state.filled().beta();
  }

  /**
   * Sets the weight of cultural rarity against coherence.
   *
   * @param x 0 (only coherence counts) to 1 (only rarity counts); until you set it each strategy
   *     has its own, 0.5 for "cas" and 0.85 for "published"
   */
  public void beta(float x) {
    set("beta", s -> s.withBeta(asTyped(x)), SamplerSettings::withUsualBeta);
  }

  /** Temperature at which candidates are drawn. */
  public float temperature() {
    return (float) state.filled().temperature();
  }

  /**
   * Sets the temperature at which candidates are drawn from the coherence model.
   *
   * @param x above 0, below a million; low stays with the coherent, high reaches far; until you set
   *     it each strategy has its own, 1 for "cas" and 2.5 for the others
   */
  public void temperature(float x) {
    set("temperature", s -> s.withTemperature(asTyped(x)), SamplerSettings::withUsualTemperature);
  }

  /** How many candidates a step considers. */
  public int candidates() {
    return state.filled().candidates();
  }

  /**
   * Sets how many different candidates a step considers.
   *
   * @param n at least 1; until you set it each strategy has its own, 176 for "cas" and 256 for the
   *     others; more than the vocabulary has means all of it
   */
  public void candidates(int n) {
    set("candidates", s -> s.withCandidates(n), SamplerSettings::withUsualCandidates);
  }

  /** 0.85f as 0.85, not as the 0.8500000238 that it stands for. */
  private static double asTyped(float x) {
    return Double.parseDouble(Float.toString(x));
  }

  private void set(
      String setting,
      Function<SamplerSettings, SamplerSettings> change,
      Function<SamplerSettings, SamplerSettings> toDefault) {
    try {
      state.settings(change.apply(state.settings()));
    } catch (IllegalArgumentException e) {
      state.settings(toDefault.apply(state.settings()));
      warnings.wrong(setting, e.getMessage() + "; the default is used");
    }
  }

  /** From how many of the most coherent concepts the strategy "top-k" draws. */
  public int topK() {
    return state.settings().topK();
  }

  /**
   * Sets from how many of the most coherent concepts the strategy "top-k" draws.
   *
   * @param k at least 1; 50 by default
   */
  public void topK(int k) {
    set("top-k", s -> s.withTopK(k), s -> s.withTopK(SamplerSettings.USUAL.topK()));
  }

  /** The probability mass that the strategy "nucleus" draws from. */
  public float nucleus() {
    return (float) state.settings().nucleus();
  }

  /**
   * Sets the probability mass that the strategy "nucleus" draws from.
   *
   * @param p above 0, at most 1; 0.9 by default
   */
  public void nucleus(float p) {
    set(
        "nucleus",
        s -> s.withNucleus(asTyped(p)),
        s -> s.withNucleus(SamplerSettings.USUAL.nucleus()));
  }

  /** Over how many orders is averaged, at most. */
  public int orders() {
    return state.settings().orders();
  }

  /**
   * Sets over how many orders the strategies "cas-z" and "cas-orders", {@code coherence} and {@code
   * typicality} average, at most.
   *
   * @param n from 1 to 720, all the orders of six concepts; 24 by default
   */
  public void orders(int n) {
    set("orders", s -> s.withOrders(n), s -> s.withOrders(SamplerSettings.USUAL.orders()));
  }

  /** Name of the strategy that chooses. */
  public String strategy() {
    return state.strategy();
  }

  /**
   * Chooses how concepts are chosen: "cas" (fits this pool, is rare among artists; default),
   * "published" (the paper's rule to the letter), "cas-z" (likelihoods over all orders, z-scores),
   * "cas-orders" (nearly the same, much sooner), "coherence", "temperature", "top-k", "nucleus" or
   * "random". Settings that you have not set change to the strategy's own.
   */
  public void strategy(String name) {
    List<String> names = Strategies.names();
    if (name != null && names.contains(name)) {
      state.strategy(name);
    } else {
      state.strategy(names.get(0));
      warnings.wrong(
          "strategy",
          "strategy is \""
              + name
              + "\", must be one of "
              + String.join(", ", names)
              + "; \""
              + names.get(0)
              + "\" is used");
    }
  }

  /** Who tells the strategy "cas" what is usual: "artists" or "context". */
  public String typicalityBy() {
    return state.settings().typicality().toString();
  }

  /**
   * Chooses who tells the strategy "cas" what is usual.
   *
   * @param whom "artists" (which share of those who use a concept of the pool also use another,
   *     default) or "context" (the context model's probability)
   */
  public void typicalityBy(String whom) {
    set(
        "typicality",
        s -> s.withTypicality(Typicality.named(whom)),
        s -> s.withTypicality(SamplerSettings.USUAL.typicality()));
  }

  /** The seed that decides everything random from here on. */
  public long seed() {
    return state.seed();
  }

  /** Starts the random numbers anew: the same seed, pool and settings give the same concepts. */
  public void seed(long n) {
    state.seed(n);
  }

  // ---- Questions about concepts

  /**
   * How well concepts go together in one work: how much likelier the coherence model finds them
   * together than each by itself, in nats per concept and whatever their order. 0 is chance, more
   * is more coherent; how frequent the words are does not count.
   *
   * @param names at least one concept; none asks about the pool
   */
  public float coherence(String... names) {
    return judged("coherence", Expert.COHERENCE, names);
  }

  /**
   * How usual it is for artists to combine concepts, likewise by the context model: 0 is chance,
   * more is more usual.
   *
   * @param names at least one concept; none asks about the pool
   */
  public float typicality(String... names) {
    return judged("typicality", Expert.CONTEXT, names);
  }

  private float judged(String method, Expert expert, String... names) {
    List<Concept> set = set(method, names);
    boolean told = set.isEmpty() && (names == null || names.length > 0);
    return told ? 0 : questions.ofSet(set, expert, state.settings().orders());
  }

  private List<Concept> set(String method, String... names) {
    return names != null && names.length == 0 ? state.pool() : questions.known(method, names);
  }

  /**
   * Everything that can be suggested, whatever is in the pool, the most frequent in the corpus
   * first. Without what is left out by default ({@link #everything} lets it in), and without what
   * {@link #classroom}, {@link #kinds}, {@link #avoidKinds} and {@link #avoid} leave out.
   */
  public ArrayList<Concept> concepts() {
    return new ArrayList<>(questions.concepts(vocabulary -> state.look().excluded(vocabulary)));
  }

  /**
   * The concept of a name; of an unknown name the nearest known one, which the console names; the
   * concept that is none, if nothing is near.
   */
  public Concept concept(String name) {
    return questions.nearest(name);
  }

  // ---- For Processing

  /** Hands over what arrived, on the animation thread. Not for sketches. */
  public void pre() {
    // Only what is there now: a sketch that asks again in its conceptEvent still gets to draw.
    for (int n = arrived.size(); n > 0; n--) {
      Ticket ticket = arrived.poll();
      if (state.show(ticket)) {
        conceptEvent.call(ticket.concept());
      }
    }
    for (int n = arrivedIdeas.size(); n > 0; n--) {
      ideaEvent.call(arrivedIdeas.poll());
    }
  }

  /** Has a sketch that stopped looping in this frame hear what arrived. Not for sketches. */
  public void post() {
    if (!arrived.isEmpty() || !arrivedIdeas.isEmpty()) {
      host.wake();
    }
  }

  // ---- For the agent

  Scorer scorer() {
    return scorer;
  }

  /** Names and vectors, once they are loaded. */
  ConceptTable table() {
    return scorer.concepts().join();
  }

  /** The concept of a name; without one, and a sentence, if it is unknown. */
  Concept known(String name) {
    return questions.known(name);
  }

  /** The concepts of those names that are known; one sentence tells of the others. */
  List<Concept> known(String method, String... names) {
    return questions.known(method, names);
  }

  /** How concepts are to be chosen, as it is now. */
  Parts.Wishes wishes() {
    Ticket now = state.look();
    return new Parts.Wishes() {
      @Override
      public SamplerSettings settings() {
        return state.settings();
      }

      @Override
      public String strategy() {
        return state.strategy();
      }

      @Override
      public BitSet excluded(Vocabulary vocabulary, int[] pool) {
        return now.excluded(vocabulary, pool);
      }
    };
  }

  /** Whether the next step has been found ahead. */
  boolean isAhead() {
    return steps.isAhead();
  }

  /**
   * Lets go of the models and of the sketch, for good. The end of the sketch does it too; call it
   * before you make another object in place of this one.
   */
  public void dispose() {
    host.unregister(this);
    steps.close();
    imagination.close();
    scorer.close();
  }
}
