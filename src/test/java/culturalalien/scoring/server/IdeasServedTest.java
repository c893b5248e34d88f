package culturalalien.scoring.server;

import static culturalalien.scoring.server.Http.error;
import static culturalalien.scoring.server.Http.json;
import static culturalalien.scoring.server.Http.output;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import culturalalien.sampling.Choice;
import culturalalien.sampling.ConceptGroup;
import culturalalien.sampling.IdeaRequest;
import culturalalien.sampling.SamplerSettings;
import culturalalien.sampling.Selection;
import culturalalien.sampling.StepRequest;
import culturalalien.sampling.Typicality;
import culturalalien.scoring.Expert;
import culturalalien.scoring.LocalScorer;
import culturalalien.scoring.ScoringService;
import culturalalien.scoring.TinyBundle;
import java.net.http.HttpResponse;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server says of whole ideas, of lifts and of artists. */
class IdeasServedTest {

  private static ScoringService known;
  private static LocalScorer scorer;
  private static Http http;

  /** The same models without artists. */
  private static Http plain;

  @BeforeAll
  static void start() throws Exception {
    known = new ScoringService(TinyBundle::withArtists, "cpu");
    scorer = new LocalScorer(known, () -> {}, warning -> {});
    http = new Http(known, ServerSettings.local(0));
    http.server.ready().join();
    plain = new Http();
  }

  @AfterAll
  static void stop() {
    plain.close();
    http.close();
    known.close();
  }

  private static String request(String inputs, String parameters) {
    return "{\"inputs\":[" + inputs + "],\"parameters\":{" + parameters + "}}";
  }

  private static String row(String name, String... concepts) {
    return "{\"name\":\"%s\",\"shape\":[%d],\"datatype\":\"BYTES\",\"data\":[%s]}"
        .formatted(
            name,
            concepts.length,
            concepts.length == 0 ? "" : "\"" + String.join("\",\"", concepts) + "\"");
  }

  private static HttpResponse<String> good(Http server, String model, String body) {
    HttpResponse<String> response = server.infer(model, body);
    assertEquals(200, response.statusCode(), response.body());
    return response;
  }

  private static BitSet set(int... concepts) {
    BitSet set = new BitSet();
    IntStream.of(concepts).forEach(set::set);
    return set;
  }

  // ---- Ideas

  @Test
  void ideasAreThoseOfTheSameRequestHere() {
    List<ConceptGroup> expected =
        scorer.ideas(new IdeaRequest(3, 4, 200, 0.25, set(6, 7), 9), done -> {});
    HttpResponse<String> response =
        good(
            http,
            "ideas",
            request(
                row("excluded", "war", "Horse"),
                "\"size\":3,\"count\":4,\"sets\":200,\"beta\":0.25,\"seed\":9"));
    assertFalse(expected.isEmpty());
    assertEquals(expected.size(), output(response, "score").size());
    for (int i = 0; i < expected.size(); i++) {
      ConceptGroup idea = expected.get(i);
      for (int j = 0; j < 3; j++) {
        assertEquals(idea.concepts()[j], output(response, "number").get(3 * i + j).intValue());
        assertEquals(
            TinyBundle.NAMES.get(idea.concepts()[j]),
            output(response, "concept").get(3 * i + j).asText());
      }
      assertEquals(idea.coherence(), output(response, "coherence").get(i).floatValue(), 1e-5f);
      assertEquals(idea.typicality(), output(response, "typicality").get(i).floatValue(), 1e-5f);
      assertEquals(idea.artists(), output(response, "artists").get(i).floatValue());
      assertEquals(idea.score(), output(response, "score").get(i).doubleValue(), 1e-4);
    }
    JsonNode shape = json(response).path("outputs").get(0).path("shape");
    assertEquals("[" + expected.size() + ",3]", shape.toString());
  }

  @Test
  void whereArtistsAreNotKnownTheirNumberIsMinusOne() {
    HttpResponse<String> response = good(plain, "ideas", request("", "\"sets\":50"));
    assertTrue(output(response, "artists").size() > 0);
    output(response, "artists").forEach(number -> assertEquals(-1, number.asInt()));
  }

  @Test
  void whereNothingIsLeftNoIdeaIsAnAnswer() {
    String all = row("excluded", TinyBundle.NAMES.toArray(String[]::new));
    assertEquals(0, output(good(http, "ideas", request(all, "\"sets\":50")), "score").size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "\"size\":1|size is 1, must be from 2 to 6",
        "\"size\":7|size is 7, must be from 2 to 6",
        "\"count\":0|count is 0, must be from 1 to 1000",
        "\"count\":5,\"sets\":4|sets is 4, must be from 5 to 100000",
        "\"beta\":-1|beta is -1.0, must be from 0 to 1",
        "\"seed\":\"x\"|must be a whole number of 64 bits",
      })
  void wrongParametersAreToldTheirRange(String parameters, String part) {
    HttpResponse<String> response = http.infer("ideas", request("", parameters));
    assertEquals(400, response.statusCode(), response.body());
    assertTrue(error(response).contains(part), response.body());
  }

  @Test
  void tooMuchIsToldWhatWouldDo() throws Exception {
    // Nothing was asked of these models before, so that the limit is the usual one.
    try (Http fresh = new Http()) {
      for (String[] each :
          new String[][] {
            {
              "\"sets\":50000",
              "must be at most 81920 to be read in time; take from 10 to 10179 sets"
            },
            {"\"size\":6,\"count\":1000", "in time; take a count from 1 to 438, of as many sets"}
          }) {
        HttpResponse<String> response = fresh.infer("ideas", request("", each[0]));
        assertEquals(400, response.statusCode(), response.body());
        assertTrue(error(response).endsWith(each[1]), response.body());
      }
    }
  }

  // ---- Steps

  private static List<Choice> step(SamplerSettings settings) {
    int[] pool = {0, 4};
    BitSet excluded = Selection.DEFAULT.excluded(TinyBundle.make().vocabulary(), pool);
    return scorer.step(new StepRequest(pool, excluded, settings, "cas", 5, 0));
  }

  @Test
  void aStepTellsLiftsSharesFitAndHabit() {
    List<Choice> expected = step(SamplerSettings.USUAL);
    HttpResponse<String> response =
        good(http, "next-concepts", request(row("pool", "sea", "castle"), "\"seed\":5"));
    assertEquals(expected.size(), output(response, "number").size());
    for (int i = 0; i < expected.size(); i++) {
      Choice choice = expected.get(i);
      assertEquals(choice.concept(), output(response, "number").get(i).intValue());
      assertEquals(
          choice.coherenceLift(), output(response, "coherence_lift").get(i).floatValue(), 1e-5f);
      assertEquals(
          choice.contextLift(), output(response, "context_lift").get(i).floatValue(), 1e-5f);
      assertEquals(choice.share(), output(response, "share").get(i).floatValue());
      assertEquals(choice.fit(), output(response, "fit").get(i).doubleValue(), 1e-4);
      assertEquals(choice.habit(), output(response, "habit").get(i).doubleValue(), 1e-4);
      assertEquals(
          0.5 * output(response, "fit").get(i).doubleValue()
              - 0.5 * output(response, "habit").get(i).doubleValue(),
          output(response, "score").get(i).doubleValue(),
          1e-6);
    }
  }

  @Test
  void aClientMaySayWhoTellsWhatIsUsual() {
    List<Choice> expected = step(SamplerSettings.USUAL.withTypicality(Typicality.CONTEXT));
    HttpResponse<String> response =
        good(
            http,
            "next-concepts",
            request(row("pool", "sea", "castle"), "\"seed\":5,\"typicality\":\"context\""));
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i).concept(), output(response, "number").get(i).intValue());
    }
    HttpResponse<String> wrong =
        http.infer("next-concepts", request(row("pool"), "\"typicality\":\"critics\""));
    assertEquals(400, wrong.statusCode());
    assertEquals("typicality is by \"critics\", must be by context or artists", error(wrong));
  }

  @Test
  void whereArtistsAreNotKnownAShareIsMinusOne() {
    HttpResponse<String> response = good(plain, "next-concepts", request(row("pool", "sea"), ""));
    assertTrue(output(response, "share").size() > 8);
    output(response, "share").forEach(share -> assertEquals(-1, share.asInt()));
  }

  // ---- Sets

  private static String sets(int[]... sets) {
    int width = IntStream.range(0, sets.length).map(i -> sets[i].length).max().orElse(0);
    StringBuilder data = new StringBuilder();
    for (int[] set : sets) {
      for (int i = 0; i < width; i++) {
        data.append(data.isEmpty() ? "" : ",").append(i < set.length ? set[i] : -1);
      }
    }
    return "{\"name\":\"concepts\",\"shape\":[%d,%d],\"datatype\":\"INT32\",\"data\":[%s]}"
        .formatted(sets.length, width, data);
  }

  @ParameterizedTest
  @CsvSource({"coherence, COHERENCE", "context, CONTEXT"})
  void aSetHasItsLiftBesideItsLikelihood(String model, Expert expert) {
    int[][] some = {{0, 4, 3}, {7}, {12, 1}};
    float[] expected = scorer.lift(expert, some, 24);
    HttpResponse<String> response = good(http, model, request(sets(some), ""));
    for (int i = 0; i < some.length; i++) {
      assertEquals(expected[i], output(response, "lift").get(i).floatValue(), 1e-5f);
    }
    // A concept by itself is as likely as it is.
    assertEquals(0, output(response, "lift").get(1).floatValue(), 1e-5f);
  }

  @Test
  void aSetThatIsTooLongIsRefusedByItsPlace() {
    int[] longest = IntStream.range(0, 10).toArray();
    int[] longer = IntStream.range(2, 13).toArray();
    String orders = "\"orders\":2";
    good(http, "coherence", request(sets(longest, new int[] {3}), orders));
    for (String model : List.of("coherence", "context")) {
      HttpResponse<String> response =
          http.infer(model, request(sets(longest, new int[] {3}, longer), orders));
      assertEquals(400, response.statusCode(), response.body());
      assertEquals("set 3 has 11 concepts, at most 10 fit the models", error(response));
    }
    // A row may be longer than the set that it holds.
    String filledUp =
        "{\"name\":\"concepts\",\"shape\":[1,12],\"datatype\":\"INT32\",\"data\":[1,2%s]}"
            .formatted(",-1".repeat(10));
    good(http, "coherence", request(filledUp, ""));
  }
}
