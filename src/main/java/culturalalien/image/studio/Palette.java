package culturalalien.image.studio;

import culturalalien.image.ImageRequest.Subject;
import culturalalien.image.plan.Light;
import culturalalien.image.plan.Plan;
import culturalalien.image.plan.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The subjects' colours made into one harmony: a ladder of tones from dark to light, leaning to a
 * dominant hue; flat colours for forms; one accent; a paper and an ink. Immutable.
 */
final class Palette {

  private static final int TONES = 9;
  private static final int COLORS_EACH = 4;

  private record Source(Oklab color, double weight) {}

  private final Oklab[] ladder = new Oklab[TONES];
  private final List<Oklab> forms = new ArrayList<>();
  private final double hue;
  final Oklab accent;
  final Oklab paper;
  final Oklab ink;

  /** How light the picture is as a whole: 0 night, 1 broad day. */
  final double key;

  /**
   * @param hour between 0 and 1, by chance: later in the day it is darker
   * @param plan whose colours and light it takes; null for the subjects' own
   */
  Palette(List<Subject> subjects, Meaning meaning, double hour, Plan plan) {
    List<Source> sources = plan == null ? sources(subjects) : sources(subjects, plan);
    hue = dominantHue(sources);
    double day = meaning.mood("night", "day") + 0.36 * (0.5 - hour);
    key = Curves.clamp(plan == null ? day : 0.8 * brightness(plan.light()) + 0.2 * day, 0, 1);
    double temper = meaning.mood("austere", "colourful");
    double colourful = plan == null ? Curves.mix(0.5, 1.5, temper) : Curves.mix(0.9, 1.2, temper);
    double contrast = Curves.mix(0.75, 1.1, meaning.mood("calm", "violent"));
    double middle = Curves.mix(0.36, 0.72, key);
    double dark = Math.max(0.13, middle - 0.36 * contrast);
    double light = Math.min(0.97, middle + 0.34 * contrast);
    double warmth = meaning.trait(1, -1, 1) + (hour - 0.5);
    for (int i = 0; i < TONES; i++) {
      ladder[i] = tone(sources, i / (TONES - 1.0), dark, light, colourful, warmth);
    }
    accent = plan == null ? accent(sources, meaning, colourful) : liveliest(sources);
    for (Source source : sources) {
      forms.add(plan == null ? harmonised(source.color(), dark, light, colourful) : source.color());
    }
    forms.sort(Comparator.comparingDouble(Oklab::l));
    Oklab tint = Oklab.of(0.945, 0.016 + 0.012 * meaning.trait(2), 0.22 + 0.06 * warmth);
    paper = tint.mix(ladder[TONES - 1], 0.25).withL(0.93 + 0.025 * key);
    ink = ladder[0].vivid(0.8).withL(0.2);
  }

  private static List<Source> sources(List<Subject> subjects) {
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i < subjects.size(); i++) {
      int[] colors = subjects.get(i).colors();
      for (int j = 0; j < Math.min(colors.length, COLORS_EACH); j++) {
        sources.add(new Source(Oklab.ofRgb(colors[j]), 1 / ((1 + 0.6 * i) * (1 + 0.6 * j))));
      }
    }
    return sources;
  }

  /** The plan's colours, and those of the concepts that are to give the colour. */
  private static List<Source> sources(List<Subject> subjects, Plan plan) {
    List<Source> sources = new ArrayList<>();
    int[] colors = plan.colors();
    for (int i = 0; i < colors.length; i++) {
      sources.add(new Source(Oklab.ofRgb(colors[i]), 1 / (1 + 0.3 * i)));
    }
    for (Plan.Part part : plan.parts(Role.COLOUR)) {
      subjects.stream()
          .filter(subject -> subject.name().equals(part.concept()))
          .flatMapToInt(subject -> Arrays.stream(subject.colors()).limit(1))
          .forEach(color -> sources.add(new Source(Oklab.ofRgb(color), 0.3)));
    }
    return sources;
  }

  /** How light the picture is as a whole in a light. */
  private static double brightness(Light light) {
    return switch (light) {
      case NOON -> 0.95;
      case OVERCAST -> 0.7;
      case DAWN -> 0.72;
      case BACKLIGHT -> 0.68;
      case SIDE -> 0.52;
      case DUSK -> 0.4;
      case STORM -> 0.26;
      case LAMP -> 0.18;
      case MOON, NEON -> 0.08;
    };
  }

  private static Oklab liveliest(List<Source> sources) {
    return sources.stream()
        .max(Comparator.comparingDouble(s -> s.color().chroma() * Math.sqrt(s.weight())))
        .orElseThrow()
        .color();
  }

  private static double dominantHue(List<Source> sources) {
    double a = 0;
    double b = 0;
    for (Source source : sources) {
      a += source.weight() * source.color().a();
      b += source.weight() * source.color().b();
    }
    return Curves.angle(b, a);
  }

  /** One rung: the hue of the sources that are about as light, lights and darks of two warmths. */
  private Oklab tone(
      List<Source> sources, double t, double dark, double light, double colourful, double warmth) {
    double lightness = Curves.mix(dark, light, t);
    double a = 0;
    double b = 0;
    double chroma = 0;
    double total = 1e-9;
    for (Source source : sources) {
      double away = (source.color().l() - lightness) / 0.2;
      double weight = source.weight() * Curves.exp(-away * away);
      a += weight * source.color().a();
      b += weight * source.color().b();
      chroma += weight * source.color().chroma();
      total += weight;
    }
    chroma /= total;
    Oklab own = new Oklab(lightness, a / total, b / total);
    Oklab kin = Oklab.of(lightness, 0.6 * chroma, hue);
    Oklab mixed = own.mix(kin, 0.35);
    // The ends carry less colour than the middle; greys keep a breath of the dominant hue.
    double most = 0.04 + 0.14 * (1 - (2 * t - 1) * (2 * t - 1));
    double wanted = Math.min(most, Math.max(0.012, 0.75 * chroma + 0.25 * mixed.chroma()));
    double scale = wanted * colourful / Math.max(1e-4, mixed.chroma());
    Oklab scaled = mixed.vivid(Math.min(scale, 2.2));
    double lean = 0.02 * warmth * (t - 0.45);
    return new Oklab(lightness, scaled.a() + 0.4 * lean, scaled.b() + lean);
  }

  /**
   * The most colourful of the strangers to the dominant hue, or its complement if there is none.
   */
  private Oklab accent(List<Source> sources, Meaning meaning, double colourful) {
    Oklab best = null;
    double most = 0;
    for (Source source : sources) {
      double away = 1 - Curves.cos(source.color().hue() - hue);
      double value = away * source.color().chroma() * Math.sqrt(source.weight());
      if (value > most) {
        most = value;
        best = source.color();
      }
    }
    double chroma = Curves.mix(0.11, 0.17, Math.min(1, colourful - 0.3));
    double apart = best == null ? 0 : 1 - Curves.cos(best.hue() - hue);
    double turn = hue + meaning.trait(3, 0.36, 0.6);
    double accentHue = apart > 0.35 && best.chroma() > 0.05 ? best.hue() : turn;
    // Yellows live in the light, blues and reds below it.
    double lightness = 0.6 + 0.16 * Curves.cos(accentHue - 0.27);
    return Oklab.of(lightness, chroma, accentHue);
  }

  private Oklab harmonised(Oklab color, double dark, double light, double colourful) {
    double lightness = Curves.mix(Curves.clamp(color.l(), dark, light), color.l(), 0.3);
    Oklab kin = Oklab.of(lightness, color.chroma(), hue);
    Oklab near = color.withL(lightness).mix(kin, 0.22);
    double chroma = Math.max(near.chroma(), 0.8 * color.chroma());
    double scale = Math.min(0.17, chroma * colourful) / Math.max(1e-4, near.chroma());
    return near.vivid(Math.min(scale, 2));
  }

  /** From the darkest, 0, to the lightest, 1. */
  Oklab tone(double t) {
    double place = Curves.clamp(t, 0, 1) * (TONES - 1);
    int step = Math.min((int) place, TONES - 2);
    return ladder[step].mix(ladder[step + 1], place - step);
  }

  /** A flat colour for a form, from the darkest, 0, to the lightest, 1: the subjects' own. */
  Oklab form(double t) {
    return forms.get((int) Curves.clamp(t * forms.size(), 0, forms.size() - 1));
  }
}
