package dev.comptoir.recommend;

import dev.comptoir.ProductId;
import java.time.LocalDate;

/**
 * When a customer will want a product once more. Immutable.
 *
 * @param product what
 * @param due the local day on which the next purchase is expected: the last one plus {@code intervalDays}; may lie in the past
 * @param intervalDays the usual days between two purchases: the customer's own, drawn towards those of all who buy the product
 *     where they are few; above 0
 * @param daysSinceLast days since the customer bought it last, not negative
 * @param rebuyProbability that somebody who bought it so often buys it again at all: 0 to 1; rather too low, because whoever
 *     bought it just now counts as not having come back yet
 * @param score purchases a day to be expected now, not negative: the larger, the more pressing
 * @param reason why: the customer's own purchases
 */
public record Replenishment(
        ProductId product,
        LocalDate due,
        double intervalDays,
        double daysSinceLast,
        double rebuyProbability,
        double score,
        Reason reason) {}
