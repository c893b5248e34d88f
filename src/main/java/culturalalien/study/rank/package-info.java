/**
 * From paired comparisons to a ranking with intervals (Bradley and Terry's model with ties). Knows
 * nothing of pages and files.
 */
package culturalalien.study.rank;
