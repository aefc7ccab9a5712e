package dev.comptoir.recommend;

import dev.comptoir.ProductId;
import org.jspecify.annotations.Nullable;

/**
 * One summand of a score. Immutable.
 *
 * @param component what it is about
 * @param product the product that speaks for the recommended one, for example for {@link Reason.Kind#BOUGHT_TOGETHER}; null where it
 *     is no single product, and where the rest of several is summed up
 * @param value what the component says, before it is weighted; may be negative
 * @param weight what the component counts in this list, not negative
 * @param contribution {@code value * weight}: its part of the score
 */
public record Evidence(
        Reason.Kind component, @Nullable ProductId product, double value, double weight, double contribution) {}
