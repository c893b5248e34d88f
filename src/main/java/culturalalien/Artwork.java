package culturalalien;

import culturalalien.agent.Event;
import culturalalien.image.Colors;
import culturalalien.image.Pixels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import processing.core.PConstants;
import processing.core.PImage;

/**
 * A work that the agent made, or, for a sketch that paints, is about to make. Everything but its
 * picture is immutable. Use its picture on the animation thread.
 *
 * <pre>
 * void artworkFinished(Artwork a) {
 *   println(a.title(), a.concepts(), a.novelty());
 *   background(a.palette(3)[0]);
 * }
 * </pre>
 */
@SuppressWarnings("NonApiType") // Processing imports ArrayList for every sketch, List it does not.
public final class Artwork {

  /** Where no picture is yet. */
  static final int DARK = 0xFF16151A;

  private static final int OPAQUE = 0xFF000000;
  private static final int MOST_COLORS = 64;

  private final Event.Made made;
  private final List<Concept> concepts;
  private final PImage image;
  private final String file;

  Artwork(Event.Made made, List<Concept> concepts, PImage image, String file) {
    this.made = made;
    this.concepts = List.copyOf(concepts);
    this.image = image;
    this.file = file;
  }

  /** Its picture; yours to draw, filter or use as a texture. */
  public PImage image() {
    return image;
  }

  /** Its title; no two works of a run share one. */
  public String title() {
    return made.title();
  }

  /** What was asked of the painter, in sentences. */
  public String prompt() {
    return made.prompt();
  }

  /** Why these concepts and these words, in a sentence or two. */
  public String rationale() {
    return made.rationale();
  }

  /**
   * What it was to show before it was painted: medium, viewpoint, light, who does what. A sketch
   * that paints can follow it. Never null; that of a work without a plan is empty.
   */
  public Plan plan() {
    return new Plan(made.plan());
  }

  /** What it is made of, the artist's own concepts first. */
  public ArrayList<Concept> concepts() {
    return new ArrayList<>(concepts);
  }

  /**
   * How unlike all earlier works of the run it is, in words and looks: 0 (one of them again) to 1
   * (nothing in common); 1 for the first.
   */
  public float novelty() {
    return (float) made.novelty();
  }

  /** Its number in the run, from 1. */
  public int generation() {
    return made.generation();
  }

  /**
   * The seed of its picture: for {@code randomSeed} and {@code noiseSeed} of a sketch that paints.
   */
  public int seed() {
    return Long.hashCode(made.imageSeed());
  }

  /** Who painted it, such as "painter". */
  public String generator() {
    return made.generator();
  }

  /** Where its picture lies; empty while it is being painted. */
  public String file() {
    return file;
  }

  /**
   * The colours that it is made of, the one that covers most first.
   *
   * @param n how many, from 1 to 64; other numbers give the nearest legal count
   */
  public int[] palette(int n) {
    image.loadPixels();
    int[] palette =
        Colors.of(
            new Pixels(image.pixelWidth, image.pixelHeight, image.pixels),
            Math.max(1, Math.min(n, MOST_COLORS)));
    for (int i = 0; i < palette.length; i++) {
      palette[i] |= OPAQUE;
    }
    return palette;
  }

  /** A canvas of one dark colour, where no picture is yet. */
  static PImage dark(int width, int height) {
    PImage image = new PImage(width, height, PConstants.ARGB);
    Arrays.fill(image.pixels, DARK);
    return image;
  }

  Event.Made made() {
    return made;
  }

  /** The title. */
  @Override
  public String toString() {
    return title();
  }
}
