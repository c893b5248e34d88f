package culturalalien.agent;

import culturalalien.scoring.LocalModel;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Prints a run of the grammar compositor with the shipped models, for the eyes of an editor: {@code
 * mvn test -Dtest=PromptSheet}. Not part of the normal run.
 */
class PromptSheet {

  @Test
  void printSixtyWorks() throws Exception {
    try (LocalModel model = Briefs.model()) {
      List<String> own = List.of();
      for (Prompt work : Briefs.run(60, Briefs.concepts(60), own, Briefs.coherence(model))) {
        System.out.println(work.title() + "  " + work.concepts() + "\n  " + work.prompt());
        System.out.println("  " + work.rationale() + "\n");
      }
    }
  }
}
