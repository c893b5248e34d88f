package culturalalien.scoring.remote;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.sampling.Choice;
import culturalalien.sampling.ConceptGroup;
import culturalalien.sampling.ConceptVectors;
import culturalalien.sampling.IdeaRequest;
import culturalalien.sampling.SamplerSettings;
import culturalalien.sampling.StepRequest;
import culturalalien.sampling.Strategies;
import culturalalien.sampling.Vocabulary;
import culturalalien.scoring.ConceptTable;
import culturalalien.scoring.Expert;
import culturalalien.scoring.LocalScorer;
import culturalalien.scoring.ModelBundle;
import culturalalien.scoring.ModelDigest;
import culturalalien.scoring.Scorer;
import culturalalien.scoring.ScoringService;
import culturalalien.scoring.TinyBundle;
import culturalalien.scoring.protocol.AccessToken;
import culturalalien.scoring.remote.RemoteScorer.Known;
import culturalalien.scoring.server.ScoringServer;
import culturalalien.scoring.server.ServerSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A sketch's scorer on a real server that comes, goes and changes. */
@Timeout(120)
class FailoverScorerTest {

  private static final Callable<Known> UNKNOWN =
      () -> {
        throw new IOException("no models are shipped");
      };

  private final List<String> warnings = new CopyOnWriteArrayList<>();
  private final AtomicInteger opened = new AtomicInteger();
  private final List<AutoCloseable> toClose = new ArrayList<>();
  private ScoringService service;
  private LocalScorer local;

  @BeforeEach
  void start() {
    service = closing(new ScoringService(TinyBundle::make, "cpu"));
    local = new LocalScorer(service, () -> {}, warnings::add);
  }

  @AfterEach
  void stop() throws Exception {
    Collections.reverse(toClose);
    for (AutoCloseable each : toClose) {
      each.close();
    }
  }

  private <T extends AutoCloseable> T closing(T opened) {
    toClose.add(opened);
    return opened;
  }

  private ScoringServer server(int port) throws IOException {
    ScoringServer server =
        closing(new ScoringServer(service, ServerSettings.local(port), warnings::add));
    server.ready().join();
    return server;
  }

  /** A free port, on which nothing listens. */
  private static int freePort() throws IOException {
    try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private FailoverScorer on(int port, Callable<Known> known, Supplier<Scorer> models) {
    ServerClient client = new ServerClient("http://127.0.0.1:" + port, Optional.empty());
    return closing(
        new FailoverScorer(
            client,
            known,
            () -> {
              opened.incrementAndGet();
              return models.get();
            },
            warnings::add,
            Duration.ofMillis(20),
            () -> 0.5));
  }

  private FailoverScorer on(int port) {
    return on(port, UNKNOWN, () -> new LocalScorer(service, () -> {}, warnings::add));
  }

  private static void until(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  private static StepRequest request(String strategy, long number) {
    BitSet excluded = new BitSet();
    excluded.set(9);
    return new StepRequest(
        new int[] {0, 4},
        excluded,
        SamplerSettings.PUBLISHED.withCandidates(6).withOrders(3),
        strategy,
        Long.MAX_VALUE - 5,
        number);
  }

  private void assertSame(Scorer scorer, String strategy, long number) {
    List<Choice> expected = local.step(request(strategy, number));
    List<Choice> found = scorer.step(request(strategy, number));
    assertEquals(
        expected.stream().map(Choice::concept).toList(),
        found.stream().map(Choice::concept).toList());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i).coherenceNll(), found.get(i).coherenceNll(), 1e-6f);
      assertEquals(expected.get(i).score(), found.get(i).score(), 1e-6);
    }
  }

  @Test
  void aServerAnswersEverythingAsTheLocalModelsDo() throws Exception {
    int port = server(0).address().getPort();
    FailoverScorer scorer = on(port);
    scorer.loaded().get();
    assertTrue(scorer.ready());
    assertEquals(1, scorer.progress());
    assertEquals("http://127.0.0.1:" + port, scorer.device());
    ConceptTable table = scorer.concepts().get();
    ModelBundle bundle = TinyBundle.make();
    assertEquals(bundle.vocabulary().lines(), table.vocabulary().lines());
    assertArrayEquals(bundle.vectors().vectors(), table.vectors().vectors());
    assertArrayEquals(bundle.vectors().places(), table.vectors().places());
    assertArrayEquals(bundle.vectors().colorVectors(), table.vectors().colorVectors());
    assertArrayEquals(bundle.vectors().colors(), table.vectors().colors());
    for (String strategy : Strategies.names()) {
      for (long number = 0; number < 5; number++) {
        assertSame(scorer, strategy, number);
      }
    }
    int[][] sets = {{3}, {1, 2, 3, 4, 5}, {7, 0}};
    for (Expert expert : Expert.values()) {
      assertArrayEquals(local.nll(expert, sets, 6), scorer.nll(expert, sets, 6), 1e-5f);
      assertArrayEquals(local.prior(expert), scorer.prior(expert), 1e-5f);
    }
    assertEquals(0, scorer.nll(Expert.CONTEXT, new int[0][], 6).length);
    assertEquals(0, opened.get());
    assertEquals(List.of(), warnings);
  }

  @Test
  void aServerFindsTheSameIdeasAndLiftsAsTheLocalModels() throws Exception {
    ScoringService known = closing(new ScoringService(TinyBundle::withArtists, "cpu"));
    LocalScorer here = closing(new LocalScorer(known, () -> {}, warnings::add));
    ScoringServer server =
        closing(new ScoringServer(known, ServerSettings.local(0), warnings::add));
    server.ready().join();
    FailoverScorer scorer = on(server.address().getPort());
    BitSet excluded = new BitSet();
    excluded.set(6);
    for (int size : new int[] {2, 4}) {
      IdeaRequest request = new IdeaRequest(size, 5, 300, 0.3, excluded, Long.MIN_VALUE + 3);
      List<Double> heard = new ArrayList<>();
      List<ConceptGroup> expected = here.ideas(request, done -> {});
      List<ConceptGroup> found = scorer.ideas(request, heard::add);
      assertFalse(expected.isEmpty());
      assertEquals(List.of(1.0), heard);
      assertEquals(expected.size(), found.size());
      for (int i = 0; i < expected.size(); i++) {
        assertArrayEquals(expected.get(i).concepts(), found.get(i).concepts());
        assertEquals(expected.get(i).coherence(), found.get(i).coherence(), 1e-5f);
        assertEquals(expected.get(i).typicality(), found.get(i).typicality(), 1e-5f);
        assertEquals(expected.get(i).artists(), found.get(i).artists());
        assertEquals(expected.get(i).score(), found.get(i).score(), 1e-4);
      }
    }
    int[][] sets = {{3}, {1, 2, 3, 4, 5}, {7, 0}};
    for (Expert expert : Expert.values()) {
      assertArrayEquals(here.lift(expert, sets, 6), scorer.lift(expert, sets, 6), 1e-5f);
    }
    StepRequest step = request("cas", 1);
    List<Choice> expected = here.step(step);
    List<Choice> found = scorer.step(step);
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i).coherenceLift(), found.get(i).coherenceLift(), 1e-5f);
      assertEquals(expected.get(i).contextLift(), found.get(i).contextLift(), 1e-5f);
      assertEquals(expected.get(i).share(), found.get(i).share());
      assertEquals(expected.get(i).fit(), found.get(i).fit(), 1e-4);
      assertEquals(expected.get(i).habit(), found.get(i).habit(), 1e-4);
    }
    assertEquals(0, opened.get());
  }

  @Test
  void withoutArtistsNeitherSideKnowsAShare() throws Exception {
    FailoverScorer scorer = on(server(0).address().getPort());
    for (Scorer one : List.of(local, scorer)) {
      assertTrue(one.step(request("cas", 0)).stream().allMatch(c -> Float.isNaN(c.share())));
      IdeaRequest request = new IdeaRequest(3, 3, 100, 0.5, new BitSet(), 1);
      assertTrue(one.ideas(request, done -> {}).stream().allMatch(i -> Float.isNaN(i.artists())));
    }
  }

  @Test
  void ofASetThatIsTooLongTheLastConceptsCountOnBothSides() throws Exception {
    FailoverScorer scorer = on(server(0).address().getPort());
    int[][] longer = {java.util.stream.IntStream.range(0, 14).toArray(), {2, 3}};
    int[][] last = {java.util.stream.IntStream.range(4, 14).toArray(), {2, 3}};
    for (Scorer one : List.of(local, scorer)) {
      for (Expert expert : Expert.values()) {
        assertArrayEquals(one.nll(expert, last, 4), one.nll(expert, longer, 4), 1e-6f);
        assertArrayEquals(one.lift(expert, last, 4), one.lift(expert, longer, 4), 1e-6f);
      }
    }
    assertEquals(List.of(), warnings);
  }

  @Test
  void ofAPoolThatIsTooLongTheLastConceptsCountOnBothSides() throws Exception {
    FailoverScorer scorer = on(server(0).address().getPort());
    int[] longer = {0, 1, 2, 3, 4, 5, 8, 9, 10, 11, 12};
    for (String strategy : List.of("cas", "published", "cas-orders")) {
      StepRequest request =
          new StepRequest(
              longer, new BitSet(), SamplerSettings.USUAL.withOrders(3), strategy, 5, 1);
      List<Choice> expected = local.step(request);
      assertEquals(5, expected.size());
      assertEquals(
          expected.stream().map(Choice::concept).toList(),
          scorer.step(request).stream().map(Choice::concept).toList());
    }
    assertEquals(List.of(), warnings);
    assertEquals(0, opened.get());
  }

  @Test
  void whatTheServerHasNoTimeForTheLocalModelsAnswerAndTheServerIsStillAsked() throws Exception {
    FailoverScorer scorer = on(server(0).address().getPort());
    IdeaRequest ideas = new IdeaRequest(6, 2, 100_000, 0.5, new BitSet(), 3);
    assertEquals(
        local.ideas(ideas, done -> {}).get(0).score(),
        scorer.ideas(ideas, done -> {}).get(0).score(),
        1e-6);
    assertEquals(1, opened.get());
    assertEquals(List.of(), warnings);
    assertTrue(scorer.device().startsWith("http://"), scorer.device());
  }

  @Test
  void manySetsGoInSeveralRequests() throws Exception {
    FailoverScorer scorer = on(server(0).address().getPort());
    int[][] sets = new int[400][];
    java.util.Arrays.setAll(
        sets, i -> new int[] {i % 16, (i + 1) % 16, (i + 5) % 16, (i + 7) % 16});
    assertArrayEquals(
        local.nll(Expert.COHERENCE, sets, 24), scorer.nll(Expert.COHERENCE, sets, 24), 1e-5f);
  }

  @Test
  void modelsAtHandNeedNotBeFetched() throws Exception {
    ModelBundle bundle = TinyBundle.make();
    ConceptTable mine = bundle.table();
    FailoverScorer scorer =
        on(
            server(0).address().getPort(),
            () -> new Known(ModelDigest.of(bundle), mine),
            () -> local);
    assertTrue(scorer.concepts().get() == mine);
  }

  @Test
  void aRunGoesOnWhileTheServerIsAwayAndReturnsToIt() throws Exception {
    ScoringServer first = server(0);
    int port = first.address().getPort();
    FailoverScorer scorer = on(port);
    assertSame(scorer, "cas", 0);
    String address = scorer.device();
    first.close();
    assertSame(scorer, "cas", 1);
    assertEquals("cpu", scorer.device());
    assertSame(scorer, "cas", 2);
    assertEquals(1, warnings.size(), warnings.toString());
    assertTrue(warnings.get(0).endsWith("; the local models answer meanwhile"), warnings.get(0));
    assertTrue(warnings.get(0).contains(address), warnings.get(0));
    ScoringServer second = server(port);
    until(() -> scorer.device().equals(address));
    assertSame(scorer, "cas", 3);
    second.close();
    assertSame(scorer, "cas", 4);
    assertEquals(1, warnings.size(), warnings.toString());
    assertEquals(1, opened.get());
  }

  @Test
  void aServerThatIsAwayAtTheStartIsUsedOnceItIsThere() throws Exception {
    int port = freePort();
    FailoverScorer scorer = on(port);
    assertSame(scorer, "cas", 0);
    assertTrue(scorer.ready());
    assertEquals("cpu", scorer.device());
    assertEquals(1, warnings.size(), warnings.toString());
    ScoringServer unused = server(port);
    until(() -> scorer.device().startsWith("http"));
    assertSame(scorer, "cas", 1);
  }

  private static ModelBundle otherConcepts() {
    ModelBundle bundle = TinyBundle.make();
    List<String> names = new ArrayList<>(TinyBundle.NAMES);
    Collections.reverse(names);
    List<String> tokens = new ArrayList<>(names);
    tokens.add(culturalalien.gpt2.Checkpoint.END);
    var config = bundle.coherence().config();
    return new ModelBundle(
        new Vocabulary(names, Collections.nCopies(names.size(), Set.of())),
        culturalalien.gpt2.Checkpoint.random(config, tokens, 1),
        culturalalien.gpt2.Checkpoint.random(config, tokens, 2),
        new ConceptVectors(
            bundle.vectors().vectors(),
            bundle.vectors().colorVectors(),
            bundle.vectors().colors()));
  }

  @Test
  void localModelsWithOtherConceptsDoNotAnswerInItsPlace() throws Exception {
    ScoringService others = closing(new ScoringService(FailoverScorerTest::otherConcepts, "cpu"));
    ScoringServer server = server(0);
    FailoverScorer scorer =
        on(
            server.address().getPort(),
            UNKNOWN,
            () -> new LocalScorer(others, () -> {}, warnings::add));
    assertSame(scorer, "cas", 0);
    server.close();
    String message =
        assertThrows(IllegalStateException.class, () -> scorer.step(request("cas", 1)))
            .getMessage();
    assertTrue(message.contains("know other concepts"), message);
    assertEquals("sea", scorer.concepts().get().vocabulary().name(0));
    ScoringServer back = server(server.address().getPort());
    until(() -> scorer.device().startsWith("http"));
    assertSame(scorer, "cas", 1);
    assertTrue(back.ready().isDone());
  }

  @Test
  void aServerThatComesBackWithOtherConceptsIsNotAsked() throws Exception {
    ScoringServer first = server(0);
    int port = first.address().getPort();
    FailoverScorer scorer = on(port);
    assertSame(scorer, "cas", 0);
    first.close();
    ScoringService others = closing(new ScoringService(FailoverScorerTest::otherConcepts, "cpu"));
    ScoringServer changed =
        closing(new ScoringServer(others, ServerSettings.local(port), warnings::add));
    changed.ready().join();
    for (int i = 1; i < 5; i++) {
      assertSame(scorer, "cas", i);
    }
    until(() -> warnings.stream().anyMatch(w -> w.contains("other concepts")));
    assertSame(scorer, "cas", 5);
    assertEquals("cpu", scorer.device());
    assertEquals("sea", scorer.concepts().get().vocabulary().name(0));
  }

  @Test
  void aWrongTokenIsOneSentenceAndTheLocalModelsAnswer() throws Exception {
    ServerSettings settings =
        ServerSettings.local(0).withToken(AccessToken.of("the-right-token-0123456789", "a test"));
    ScoringServer server = closing(new ScoringServer(service, settings, warnings::add));
    server.ready().join();
    Map<String, String> wrong = Map.of("CULTURALALIEN_TOKEN", "planted-wrong-0123456789");
    FailoverScorer scorer =
        closing(
            FailoverScorer.open(
                server.address().toString(), wrong, UNKNOWN, () -> local, warnings::add));
    assertSame(scorer, "cas", 0);
    assertEquals(
        List.of(
            "the server at "
                + server.address()
                + " wants another token; put it into CULTURALALIEN_TOKEN or name its file in"
                + " CULTURALALIEN_TOKEN_FILE; the local models answer meanwhile"),
        warnings);
    Map<String, String> right = Map.of("CULTURALALIEN_TOKEN", "the-right-token-0123456789");
    FailoverScorer welcome =
        closing(
            FailoverScorer.open(
                server.address().toString(), right, UNKNOWN, () -> local, warnings::add));
    assertSame(welcome, "cas", 0);
    assertEquals(server.address().toString(), welcome.device());
  }

  @Test
  void theDeviceIsTheServersOwnAffair() throws Exception {
    FailoverScorer scorer = on(server(0).address().getPort());
    scorer.loaded().get();
    scorer.device("gpu");
    assertEquals(1, warnings.size());
    assertTrue(warnings.get(0).contains("decides itself"), warnings.get(0));
  }

  @Test
  void whatTheServerRefusesIsNotAskedElsewhere() throws Exception {
    FailoverScorer scorer = on(server(0).address().getPort());
    int[][] set = {{0, 1, 2, 3, 4, 5, 6, 7, 8}};
    String message =
        assertThrows(IllegalStateException.class, () -> scorer.nll(Expert.COHERENCE, set, 362_880))
            .getMessage();
    assertTrue(message.contains("must be from 1 to 720"), message);
    assertEquals(0, opened.get());
  }

  @Test
  void withoutServerAndModelsEverythingFailsInOneSentenceUntilTheServerIsThere() throws Exception {
    int port = freePort();
    ScoringService none =
        closing(
            new ScoringService(
                () -> {
                  throw new IOException("there is no model folder x");
                },
                "cpu"));
    FailoverScorer scorer = on(port, UNKNOWN, () -> new LocalScorer(none, () -> {}, warnings::add));
    assertTrue(
        assertThrows(IllegalStateException.class, () -> scorer.step(request("cas", 0)))
            .getMessage()
            .contains("there is no model folder x"));
    assertFalse(scorer.ready());
    assertThrows(CompletionException.class, () -> scorer.concepts().join());
    ScoringServer unused = server(port);
    until(scorer::ready);
    assertSame(scorer, "cas", 0);
    assertEquals(16, scorer.concepts().join().vocabulary().size());
  }

  @Test
  void closingEndsItForGood() throws Exception {
    FailoverScorer scorer = on(freePort());
    scorer.close();
    scorer.close();
    assertThrows(RuntimeException.class, () -> scorer.step(request("cas", 0)));
  }
}
