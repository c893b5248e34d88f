/**
 * Embedders of texts and, later, images, and generators of images. Read {@link
 * culturalalien.image.TextEmbedder} first.
 */
package culturalalien.image;
