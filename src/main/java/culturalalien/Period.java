package culturalalien;

import culturalalien.agent.Event;
import java.util.List;
import java.util.Objects;

/**
 * Works of an agent that follow one another and have medium, palette and a theme in common, as a
 * painter's have for a while. Immutable and safe from any thread.
 *
 * <pre>
 * void periodBegan(Period p) {
 *   println(p.number(), p.medium(), p.theme(), p.works());
 *   background(p.palette()[0]);
 * }
 * </pre>
 */
public final class Period {

  private static final int OPAQUE = 0xFF000000;

  private final Event.Period period;

  /**
   * @param period null if there is none
   */
  Period(Event.Period period) {
    this.period = period;
  }

  /** Counts from 1; 0 if no period has begun. */
  public int number() {
    return period == null ? 0 : period.number();
  }

  /** What its works are made of, such as "oil" or "woodcut"; empty without a period. */
  public String medium() {
    return period == null ? "" : period.medium().word();
  }

  /** The colours of its works, opaque, the most important first; none without a period. */
  public int[] palette() {
    List<String> colors = period == null ? List.of() : period.palette();
    return colors.stream().mapToInt(color -> Integer.decode(color) | OPAQUE).toArray();
  }

  /** A concept that comes back in some of its works; empty if it has none. */
  public String theme() {
    return period == null ? "" : Objects.requireNonNullElse(period.theme(), "");
  }

  /** How many works it lasts; 0 without a period. */
  public int works() {
    return period == null ? 0 : period.works();
  }

  /** In one line; empty without a period. */
  @Override
  public String toString() {
    if (period == null) {
      return "";
    }
    String about = theme().isEmpty() ? "" : " about " + theme();
    return "period " + number() + ": " + works() + " works, " + medium() + about;
  }
}
