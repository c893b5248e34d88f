/**
 * Silhouettes by name: outlines of some things that one recognises, and how far from them a point
 * lies. Read {@link culturalalien.image.figure.Outline} first.
 */
package culturalalien.image.figure;
