/**
 * What a work is to be, in terms that a compositor, a language model and the offline painter share:
 * a plan and the few words it may use. Read {@link culturalalien.image.plan.Plan} first.
 */
package culturalalien.image.plan;
