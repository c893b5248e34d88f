/**
 * Embedders of texts and, later, images, and generators of images. Read {@link
 * culturalalien.image.TextEmbedder} first; for generators {@link
 * culturalalien.image.ImageGenerator}, then {@link culturalalien.image.ImageGenerators} and a
 * service, {@link culturalalien.image.OpenAIImages}.
 */
package culturalalien.image;
