package dev.comptoir.recommend;

import dev.comptoir.CustomerId;

/**
 * A customer who may want a product. Immutable.
 *
 * @param customer who
 * @param score how much speaks for it, above 0; comparable within one list only
 * @param reason why: what the customer bought, in words and in numbers that add up to the score
 */
public record Prospect(CustomerId customer, double score, Reason reason) {}
