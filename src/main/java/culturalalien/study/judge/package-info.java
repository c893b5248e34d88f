/**
 * Judgements by people: pairs of works or concept sets shown blindly on a local page. Read {@link
 * culturalalien.study.judge.Judgement} first, what one answer is; then {@link
 * culturalalien.study.judge.JudgementFile}, how it is kept, {@link
 * culturalalien.study.judge.Pairs}, who sees what, and {@link
 * culturalalien.study.judge.JudgeServer}.
 */
package culturalalien.study.judge;
