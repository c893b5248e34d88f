/**
 * Silhouettes by name: outlines of things that one recognises, found by the words or the meaning of
 * a concept, and how far from them a point lies. Read {@link culturalalien.image.figure.Figures}
 * first, then {@link culturalalien.image.figure.Outline}.
 */
package culturalalien.image.figure;
