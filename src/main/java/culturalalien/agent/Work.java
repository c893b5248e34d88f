package culturalalien.agent;

import culturalalien.image.Pixels;
import java.nio.file.Path;

/**
 * A finished work: it is on the disk already.
 *
 * @param made all that the journal knows of it
 * @param picture its pixels
 * @param file its picture's file
 */
public record Work(Event.Made made, Pixels picture, Path file) {}
