/**
 * Whether what a sampler chooses for a pool fits as well as what a real artist put into the same
 * work, and is rarer. Read {@link culturalalien.study.choices.Case} first, what is asked; then
 * {@link culturalalien.study.choices.Witnesses}, who judges the answers.
 */
package culturalalien.study.choices;
