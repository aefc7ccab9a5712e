package dev.comptoir.value;

import java.util.Optional;

/**
 * What a customer is expected to have brought so many weeks from now. Immutable.
 *
 * @param weeks from now, above 0
 * @param purchases how many by then: the mean, and the range of the number itself
 * @param lifetimeValue margin of the purchases by then, discounted: the mean, and the range of what may come; empty where no amount
 *     is known in the business at all
 */
public record ValuePoint(double weeks, Estimate purchases, Optional<Estimate> lifetimeValue) {}
