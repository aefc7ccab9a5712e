package dev.comptoir.segment;

import dev.comptoir.profile.fact.Fact;
import org.jspecify.annotations.Nullable;

/**
 * What one comparison of a rule found with one customer. Immutable.
 *
 * @param comparison what was compared, with its limit
 * @param held whether it held
 * @param value the customer's value; null where it is unknown
 */
public record Finding(
        Comparison comparison, boolean held, @Nullable Fact value) {}
