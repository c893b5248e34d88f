/**
 * Measures of what a run found: how far it went, how often it came back, how varied it is. Pure
 * functions of vectors and likelihoods; each gives its formula, unit and source.
 */
package culturalalien.study.measure;
