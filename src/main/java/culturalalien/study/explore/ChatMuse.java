package culturalalien.study.explore;

import culturalalien.agent.ConceptChat;
import culturalalien.agent.Event.Named;
import culturalalien.agent.Rehearsal;
import culturalalien.io.ServiceException;
import culturalalien.sampling.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A language model that is asked run by run. */
record ChatMuse(ConceptChat chat, Vocabulary vocabulary) implements Muse {

  @Override
  public List<Named> next(List<Rehearsal> runs) throws ServiceException, InterruptedException {
    List<Named> joining = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      Rehearsal run = runs.get(i);
      Optional<String> name = chat.next(run.pool(), run.resting(), 100_000L * i + run.generation());
      joining.add(name.map(n -> new Named(n, vocabulary.number(n))).orElse(null));
    }
    return joining;
  }
}
