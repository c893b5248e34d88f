/**
 * What a study found, as one page with figures and the tables behind them. Read {@link
 * culturalalien.study.report.Findings} first, all that a report shows.
 */
package culturalalien.study.report;
