package culturalalien.study.report;

import java.util.List;

/**
 * Pictures with what stands around them.
 *
 * @param id for links
 * @param caption how to read it
 * @param finding what it shows, in numbers; ends the caption and the text for those who cannot see
 * @param alt what is drawn
 * @param pngs one below the other, each {@link Panels#WIDTH} wide and no higher than a page
 * @param data names of the CSV files that hold its numbers
 */
record Figure(
    String id,
    String heading,
    String caption,
    String finding,
    String alt,
    List<byte[]> pngs,
    List<String> data) {}
