/**
 * What a sketch sees: {@link culturalalien.CulturalAlien} and the values it hands out. Read it
 * first, then {@link culturalalien.Concept} and {@link culturalalien.Candidate}. The only package
 * that knows Processing.
 */
package culturalalien;
