package dev.comptoir.recommend;

import dev.comptoir.ProductId;
import java.util.List;

/**
 * A product to offer. Immutable.
 *
 * @param product what
 * @param score how much speaks for it: larger is better, comparable within one list only; 0 or below where hardly anything does
 * @param reason why
 * @param adjustments what gave it another place than its score, in their order; empty where nothing did
 */
public record Recommendation(ProductId product, double score, Reason reason, List<Adjustment> adjustments) {
    public Recommendation {
        adjustments = List.copyOf(adjustments);
    }
}
