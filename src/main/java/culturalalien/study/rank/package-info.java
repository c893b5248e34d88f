/**
 * From paired comparisons to a ranking with intervals (Bradley and Terry's model with ties). Knows
 * nothing of pages and files. Read {@link culturalalien.study.rank.BradleyTerry} first, the model;
 * then {@link culturalalien.study.rank.Standings}, what it says of answers by people.
 */
package culturalalien.study.rank;
