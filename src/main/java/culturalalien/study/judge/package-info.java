/**
 * Judgements by people: pairs of works or concept sets shown blindly on a local page. Read {@link
 * culturalalien.study.judge.Judgement} first, what one answer is.
 */
package culturalalien.study.judge;
