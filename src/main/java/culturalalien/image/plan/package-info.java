/**
 * What a work is to be, in terms that a compositor, a language model and the offline painter share:
 * a {@link culturalalien.image.plan.Plan} and the few words it may use.
 */
package culturalalien.image.plan;
