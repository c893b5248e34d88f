package culturalalien.agent;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import culturalalien.image.plan.Medium;
import culturalalien.image.plan.Plan;
import java.util.List;

/**
 * A line of a run's journal. A run is what its events make of it: replaying them in order gives the
 * pool, the past and the generation number again. Immutable.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event", defaultImpl = Event.Unknown.class)
@JsonSubTypes({
  @JsonSubTypes.Type(value = Event.Started.class, name = "started"),
  @JsonSubTypes.Type(value = Event.Added.class, name = "added"),
  @JsonSubTypes.Type(value = Event.Removed.class, name = "removed"),
  @JsonSubTypes.Type(value = Event.Period.class, name = "period"),
  @JsonSubTypes.Type(value = Event.Made.class, name = "made"),
  @JsonSubTypes.Type(value = Event.Lost.class, name = "lost"),
  @JsonSubTypes.Type(value = Event.Judged.class, name = "judged"),
  @JsonSubTypes.Type(value = Event.Deleted.class, name = "deleted")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Event {

  /**
   * A concept as a run knows it.
   *
   * @param number in the vocabulary; −1 for a word of the artist's that the vocabulary lacks
   */
  record Named(String name, int number) {
    public Named {
      require(name, "name");
    }
  }

  /** Why a concept left the pool. */
  record Left(String name, String reason) {}

  /**
   * The run began or was resumed.
   *
   * @param own the artist's own concepts from here on
   */
  record Started(String time, List<Named> own, String vocabulary) implements Event {
    public Started {
      own = own == null ? List.of() : List.copyOf(own);
    }
  }

  /** The sketch put a concept into the pool. */
  record Added(Named concept) implements Event {
    public Added {
      require(concept, "concept");
    }
  }

  /** The sketch took a concept out of the pool. */
  record Removed(String name) implements Event {
    public Removed {
      require(name, "name");
    }
  }

  /**
   * Works begin that have something in common, until the next period or for so many.
   *
   * @param number counts from 1
   * @param generation of its first work
   * @param works that it lasts
   * @param medium of all of them, likewise {@code palette}, as "#RRGGBB"
   * @param theme a concept that comes back in some of them; null if there is none
   */
  record Period(
      int number, int generation, int works, Medium medium, List<String> palette, String theme)
      implements Event {

    public Period {
      palette = List.copyOf(palette);
    }

    /** Whether a work belongs to it. */
    boolean holds(long work) {
      return work >= generation && work < (long) generation + works;
    }
  }

  /**
   * A work exists; its picture lies on the disk already.
   *
   * @param generation counts from 1, without gaps but those of {@link Lost}
   * @param joined the concept that the sampler suggested; null if none was left to suggest
   * @param concepts what the work is made of
   * @param compositor who composed it, and {@code generator} who painted it
   * @param textSimilarity to the most similar earlier work, and {@code visualSimilarity} likewise
   * @param left concepts that left the pool after it
   * @param file its picture, from the run's folder
   * @param plan that it was painted by; null if it had none, or one that cannot be read
   */
  record Made(
      int generation,
      String time,
      Named joined,
      String title,
      List<String> concepts,
      String prompt,
      String rationale,
      String compositor,
      String generator,
      long conceptSeed,
      long promptSeed,
      long imageSeed,
      double novelty,
      double textSimilarity,
      double visualSimilarity,
      List<Left> left,
      String file,
      @JsonDeserialize(using = PlanReader.class) Plan plan)
      implements Event {

    public Made {
      requireNumber(generation);
      require(title, "title");
      require(prompt, "prompt");
      require(file, "file");
      concepts = concepts == null ? List.of() : List.copyOf(concepts);
      left = left == null ? List.of() : List.copyOf(left);
    }

    /** A work without a plan. */
    public Made(
        int generation,
        String time,
        Named joined,
        String title,
        List<String> concepts,
        String prompt,
        String rationale,
        String compositor,
        String generator,
        long conceptSeed,
        long promptSeed,
        long imageSeed,
        double novelty,
        double textSimilarity,
        double visualSimilarity,
        List<Left> left,
        String file) {
      this(
          generation,
          time,
          joined,
          title,
          concepts,
          prompt,
          rationale,
          compositor,
          generator,
          conceptSeed,
          promptSeed,
          imageSeed,
          novelty,
          textSimilarity,
          visualSimilarity,
          left,
          file,
          null);
    }

    /** What a compositor knows of it. */
    Prompt composed() {
      return new Prompt(title, concepts, prompt, rationale, plan);
    }
  }

  /** A viewer said something of a work made of these concepts: 1 for like, −1 for dislike. */
  record Judged(int generation, List<String> concepts, int liking) implements Event {
    public Judged {
      concepts = concepts == null ? List.of() : List.copyOf(concepts);
    }
  }

  /** A work's picture was deleted to keep the folder within its limit. */
  record Deleted(int generation) implements Event {}

  /**
   * Works from {@code first} to {@code last} of which the run knows nothing more: the journal lost
   * them, and their pictures do not tell. Their numbers stay taken.
   */
  record Lost(int first, int last) implements Event {
    public Lost {
      requireNumber(first);
      requireNumber(last);
    }
  }

  /** Something that a newer version wrote, which this one passes over and lets stand. */
  record Unknown() implements Event {}

  private static void requireNumber(int generation) {
    if (generation < 0 || generation > Pictured.MOST) {
      throw new IllegalArgumentException(
          "generation is " + generation + ", must be from 0 to " + Pictured.MOST);
    }
  }

  private static void require(Object value, String name) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
  }
}
