/**
 * What a study found, as one page with figures and the tables behind them. Read {@link
 * culturalalien.study.report.Findings} first, all that a report shows; then {@link
 * culturalalien.study.report.Page}, the page part by part, and a figure such as {@link
 * culturalalien.study.report.SweepFigure}.
 */
package culturalalien.study.report;
