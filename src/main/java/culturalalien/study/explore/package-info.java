/**
 * Samplers side by side over long runs. Read {@link culturalalien.study.explore.Plan} first, what
 * is run; then {@link culturalalien.study.explore.Expedition}, how; {@link
 * culturalalien.study.explore.Jury} and {@link culturalalien.study.explore.Yardsticks}, how it is
 * measured.
 */
package culturalalien.study.explore;
