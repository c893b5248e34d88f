package culturalalien.corpus;

import java.util.List;

/**
 * An artwork as a museum describes it, before curation.
 *
 * @param accession the museum's accession number
 * @param artists those who made it; not those after whom, or in whose manner, it was made
 * @param subjects every leaf of its subject tree
 */
record MuseumWork(String accession, List<Artist> artists, List<Subject> subjects) {

  /**
   * @param id the museum's own, one per person
   * @param name as people write it; two people may share one
   * @param dates of life, to tell such two apart; may be empty
   */
  record Artist(long id, String name, String dates) {}

  /**
   * @param branch the levels above the leaf, joined by {@code " > "}
   * @param leaf in the museum's spelling
   */
  record Subject(String branch, String leaf) {}
}
