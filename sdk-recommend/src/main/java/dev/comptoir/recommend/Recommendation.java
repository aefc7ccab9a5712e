package dev.comptoir.recommend;

import dev.comptoir.ProductId;

/**
 * A product to offer. Immutable.
 *
 * @param product what
 * @param score how much speaks for it, above 0; comparable within one list only
 * @param reason why
 */
public record Recommendation(ProductId product, double score, Reason reason) {}
