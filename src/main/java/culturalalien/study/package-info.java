/**
 * Measures of models and samplers, with the tables and plots that show them. Read {@link
 * culturalalien.study.Separation} first, how well a model tells real sets from mixed ones; then
 * {@link culturalalien.study.StrategyComparison}.
 */
package culturalalien.study;
