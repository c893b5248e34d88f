package culturalalien.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import culturalalien.image.ImageRequest;
import culturalalien.image.ImageRequest.Subject;
import culturalalien.image.Painter;
import culturalalien.image.plan.Arrangement;
import culturalalien.image.plan.Format;
import culturalalien.image.plan.Light;
import culturalalien.image.plan.Medium;
import culturalalien.image.plan.Mood;
import culturalalien.image.plan.Plan;
import culturalalien.image.plan.Relation;
import culturalalien.image.plan.Role;
import culturalalien.image.plan.Viewpoint;
import culturalalien.image.plan.Weather;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class DraftsTest {

  private static final Function<Prompt, ImageRequest> REQUESTS =
      prompt ->
          new ImageRequest(
              prompt.title(),
              prompt.prompt(),
              List.of(new Subject("horse", new float[0], new int[] {0x406080})),
              prompt.plan(),
              300,
              300,
              1);

  private static Prompt prompt(String title) {
    Plan plan =
        new Plan(
            List.of(new Plan.Part("horse", Role.FIGURE, "horse")),
            Relation.ALONE,
            Medium.GOUACHE,
            Viewpoint.LEVEL,
            Arrangement.CENTRE,
            Light.NOON,
            Weather.CLEAR,
            Format.FULL,
            Mood.CALM,
            List.of("#223344", "#DDCCAA"));
    return new Prompt(title, List.of("horse"), "A horse.", "", plan);
  }

  private static final List<Prompt> THREE = List.of(prompt("a"), prompt("b"), prompt("c"));

  @Test
  void theDraftLeastLikeAnyEarlierWorkIsChosen() throws Exception {
    Map<String, Double> likeness = Map.of("a", 0.7, "b", 0.4, "c", 0.6);
    Drafts drafts = new Drafts((prompt, draft) -> likeness.get(prompt.title()));
    assertEquals("b", drafts.best(THREE, new Painter(), REQUESTS, null).prompt().title());
  }

  @Test
  void draftsAreSmallAndShowTheirFigure() throws Exception {
    Drafts drafts =
        new Drafts(
            (prompt, draft) -> {
              assertEquals(64, draft.picture().width());
              assertEquals(1, draft.shows());
              return 0.5;
            });
    assertEquals("a", drafts.best(THREE, new Painter(), REQUESTS, null).prompt().title());
  }

  @Test
  void whereAnotherPaintsWordsAreComparedAndNothingIsDrafted() throws Exception {
    Drafts drafts =
        new Drafts(
            (prompt, draft) -> {
              assertEquals(null, draft);
              return prompt.title().equals("c") ? 0.1 : 0.3;
            });
    assertEquals("c", drafts.best(THREE, null, REQUESTS, null).prompt().title());
  }

  @Test
  void aDraftThatDoesNotShowItsConceptsIsPutBack() {
    assertTrue(
        new Drafts.Tried(prompt("a"), 0.5, 0).cost()
            > new Drafts.Tried(prompt("b"), 0.7, 1).cost());
  }

  @Test
  void anEarlierRoundsBestStaysUnlessThereIsABetter() throws Exception {
    Drafts drafts = new Drafts((prompt, draft) -> 0.95);
    Drafts.Tried best = new Drafts.Tried(prompt("earlier"), 0.91, 1);
    assertTrue(best.tooNear());
    assertEquals("earlier", drafts.best(THREE, null, REQUESTS, best).prompt().title());
  }
}
