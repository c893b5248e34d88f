/**
 * The inside of the offline painter: from what concepts mean to a composed, coloured and handmade
 * picture. Read {@link culturalalien.image.studio.Painting} first: a {@code Stage} (meaning,
 * palette, composition) sets a {@code Scene} (a ground and figures), which a {@code Hand} (oil,
 * etching, watercolour…) puts on the surface.
 */
package culturalalien.image.studio;
