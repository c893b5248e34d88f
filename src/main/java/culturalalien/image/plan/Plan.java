package culturalalien.image.plan;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a work is to be, decided before it is put into words or painted: the prompt is written from
 * it and the offline painter paints it, so that picture and words agree. Immutable.
 *
 * @param parts the concepts with what each does, the most important first; at least one
 * @param relation of the first figure to the second
 * @param arrangement of what is shown
 * @param palette 2 to 8 colours as "#RRGGBB", the most important first
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Plan(
    List<Part> parts,
    Relation relation,
    Medium medium,
    Viewpoint viewpoint,
    Arrangement arrangement,
    Light light,
    Weather weather,
    Format format,
    Mood mood,
    List<String> palette) {

  private static final int LEAST_COLORS = 2;
  private static final int MOST_COLORS = 8;
  private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");

  /**
   * A concept in a picture.
   *
   * @param concept its name
   * @param role what it does
   * @param figure the name of the silhouette that stands for it; empty if nothing depicts it
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Part(String concept, Role role, String figure) {
    public Part {
      Objects.requireNonNull(concept);
      Objects.requireNonNull(role);
      figure = figure == null ? "" : figure;
    }

    /** Whether it has a silhouette. */
    public boolean depicted() {
      return !figure.isEmpty();
    }
  }

  public Plan {
    parts = List.copyOf(parts);
    palette = List.copyOf(palette);
    Stream.of(relation, medium, viewpoint, arrangement, light, weather, format, mood)
        .forEach(Objects::requireNonNull);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a plan without a concept");
    }
    if (palette.size() < LEAST_COLORS
        || palette.size() > MOST_COLORS
        || !palette.stream().allMatch(color -> COLOR.matcher(color).matches())) {
      throw new IllegalArgumentException(
          "the palette is "
              + palette
              + "; it must have "
              + LEAST_COLORS
              + " to "
              + MOST_COLORS
              + " colours such as \"#A03020\"");
    }
  }

  /** The parts that do something, in their order. */
  public List<Part> parts(Role role) {
    return parts.stream().filter(part -> part.role() == role).toList();
  }

  /** The silhouettes of the figures, in their order: at most the first two are related. */
  public List<Part> figures() {
    return parts(Role.FIGURE).stream().filter(Part::depicted).toList();
  }

  /** The palette as 0xRRGGBB. */
  public int[] colors() {
    return palette.stream().mapToInt(color -> Integer.parseInt(color.substring(1), 16)).toArray();
  }
}
