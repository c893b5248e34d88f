/**
 * The models behind the sketch: a bundle on disk, loaded on a device, asked by one background
 * worker. Read {@link culturalalien.scoring.ModelBundle} first, then {@link
 * culturalalien.scoring.LocalModel}.
 */
package culturalalien.scoring;
