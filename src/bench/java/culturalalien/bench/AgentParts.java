package culturalalien.bench;

import culturalalien.agent.Compositor;
import culturalalien.agent.LoopListener;
import culturalalien.agent.Parts;
import culturalalien.agent.Work;
import culturalalien.image.ImageGenerator;
import culturalalien.image.MiniLm;
import culturalalien.image.TextEmbedder;
import culturalalien.image.VisualDescriptor;
import culturalalien.sampling.SamplerSettings;
import culturalalien.sampling.Vocabulary;
import culturalalien.scoring.Scorer;
import java.util.BitSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** What an agent is made of, with the shipped models, for benchmarks; hands over its works. */
final class AgentParts implements LoopListener {

  final BlockingQueue<Work> works = new LinkedBlockingQueue<>();
  private final TextEmbedder texts = new MiniLm();

  Parts of(Scorer scorer, Compositor compositor, ImageGenerator generator) {
    Parts.Wishes wishes = new Published();
    return new Parts(
        scorer,
        () -> wishes,
        () -> compositor,
        () -> generator,
        () -> texts,
        new VisualDescriptor());
  }

  private static final class Published implements Parts.Wishes {
    @Override
    public SamplerSettings settings() {
      return SamplerSettings.PUBLISHED;
    }

    @Override
    public String strategy() {
      return "cas";
    }

    @Override
    public BitSet excluded(Vocabulary vocabulary, int[] pool) {
      return new BitSet();
    }
  }

  @Override
  public void artworkFinished(Work work) {
    works.add(work);
  }

  @Override
  public void warning(String sentence) {
    System.err.println(sentence);
  }
}
