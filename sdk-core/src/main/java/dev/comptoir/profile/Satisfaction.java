package dev.comptoir.profile;

import java.time.Instant;

/**
 * How a customer rated products and the business. Immutable.
 *
 * @param ratings how many ratings, at least 1
 * @param mean 1 (bad) to 5 (very good)
 * @param last the newest rating, 1 to 5
 * @param lastAt when the newest was given
 */
public record Satisfaction(int ratings, double mean, int last, Instant lastAt) {}
