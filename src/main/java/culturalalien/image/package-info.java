/**
 * Generators of images, and embedders of texts and images. Read {@link
 * culturalalien.image.ImageGenerator} first, then {@link culturalalien.image.Painter}, ours, and a
 * service, {@link culturalalien.image.OpenAIImages}; for the embedders {@link
 * culturalalien.image.TextEmbedder} and {@link culturalalien.image.VisualDescriptor}, what a
 * picture looks like in numbers.
 */
package culturalalien.image;
