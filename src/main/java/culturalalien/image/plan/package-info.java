/**
 * What a work is to be, in terms that a compositor, a language model and the offline painter share.
 * Read {@link culturalalien.image.plan.Plan} first; the rest are the few words that it may use.
 */
package culturalalien.image.plan;
