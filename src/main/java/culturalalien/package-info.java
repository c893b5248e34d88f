/**
 * What a sketch sees: {@code CulturalAlien} and the values it hands out. Read {@code CulturalAlien}
 * first, then {@code Concept} and {@code Candidate}.
 */
package culturalalien;
