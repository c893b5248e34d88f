package culturalalien.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import culturalalien.corpus.CurationRules.Branch;
import culturalalien.corpus.MuseumWork.Subject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which subjects of a museum are concepts, and how a concept is said.
 *
 * <p>All decisions come from a rules file, JSON with {@code //} comments, which explains itself:
 * {@code tate-curation.json} beside this class. A phrase is always lower case, proper names too
 * ("venus", "gothic architecture"): looking a concept up never depends on case, and the same thing
 * said in two branches becomes one concept. Immutable; safe from any thread.
 */
public final class Curation {
  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build()
          .readerFor(CurationRules.class);

  private final CurationRules rules;
  private final Phrases phrases;
  private final Map<String, Branch> branches = new HashMap<>();
  private final ConceptMarks marks;

  private Curation(CurationRules rules) {
    this.rules = rules;
    this.phrases = new Phrases(rules.standsAlone());
    for (Branch branch : rules.branches()) {
      if (branches.put(branch.at(), branch) != null) {
        throw new IllegalArgumentException("branch \"" + branch.at() + "\" has two rules");
      }
    }
    this.marks = new ConceptMarks(rules.marks());
  }

  /** The rules that come with the library, made for the Tate's subjects. */
  public static Curation standard() {
    String name = "tate-curation.json";
    try (InputStream in = Curation.class.getResourceAsStream(name)) {
      return parse(name, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("The library's own " + name + " cannot be read.", e);
    }
  }

  /**
   * Reads a rules file.
   *
   * @throws UncheckedIOException if the file cannot be read
   * @throws IllegalArgumentException if it is not a rules file, with the reason
   */
  public static Curation read(Path file) {
    try {
      return parse(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw Failures.unreadable("the curation rules", file, e);
    }
  }

  private static Curation parse(String name, byte[] json) {
    try {
      return new Curation(JSON.readValue(json));
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw new IllegalArgumentException(
          name + (at == null ? "" : ":" + at.getLineNr()) + ": " + Failures.reason(e), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }

  /** Which concepts may have to be left out, and why. */
  public ConceptMarks marks() {
    return marks;
  }

  /**
   * What becomes of a subject.
   *
   * @param concept the phrase, or null if the subject is dropped
   * @param reason why it is dropped, or null if it is a concept
   */
  record Decision(String concept, String reason) {}

  Decision decide(Subject subject) {
    Branch branch = branch(subject.branch());
    String leaf = subject.leaf();
    if (branch.as().containsKey(leaf)) {
      return new Decision(branch.as().get(leaf), null);
    }
    Optional<String> reason = dropped(branch, leaf);
    if (reason.isPresent()) {
      return new Decision(null, reason.get());
    }
    if (phrases.of(leaf).isBlank()) {
      return new Decision(null, "no words");
    }
    String said = branch.say().replace("{}", phrases.of(leaf));
    return new Decision(rules.synonyms().getOrDefault(said, said), null);
  }

  private Optional<String> dropped(Branch branch, String leaf) {
    if (branch.keep().contains(leaf)) {
      return Optional.empty();
    }
    for (var without : branch.without().entrySet()) {
      if (without.getValue().contains(leaf)) {
        return Optional.of(without.getKey());
      }
    }
    if (!branch.drop().isEmpty()) {
      return Optional.of(branch.drop());
    }
    return rules.drop().entrySet().stream()
        .filter(patterns -> patterns.getValue().stream().anyMatch(p -> p.matcher(leaf).find()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The kind of a concept where a subject stands for it; "" if the rules do not say. */
  String kind(Subject subject, String concept) {
    String kind = rules.kinds().concepts().get(concept);
    return kind != null ? kind : nearest(rules.kinds().branches(), subject.branch(), "");
  }

  private Branch branch(String path) {
    return nearest(branches, path, Branch.PLAIN);
  }

  /** The rule of the branch, else of the nearest one above it, else another. */
  private static <R> R nearest(Map<String, R> rules, String path, R otherwise) {
    String at = path;
    while (!rules.containsKey(at)) {
      int cut = at.lastIndexOf(" > ");
      if (cut < 0) {
        return otherwise;
      }
      at = at.substring(0, cut);
    }
    return rules.get(at);
  }
}
