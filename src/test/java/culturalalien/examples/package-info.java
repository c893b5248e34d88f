/**
 * Runs sketches as a user runs them and looks at what they draw.
 *
 * <p>Read {@link culturalalien.examples.SketchRunner} first: it runs any PApplet. {@link
 * culturalalien.examples.PdeSketch} makes one from a sketch folder, {@link
 * culturalalien.examples.Picture} judges the result, and {@link
 * culturalalien.examples.ExamplesTest} does this with every sketch under {@code examples/}.
 */
package culturalalien.examples;
