package dev.comptoir.profile.fact;

/**
 * A count, a sum or a score. Immutable.
 *
 * @param value finite; sums of money are in major units of the business's currency
 */
public record NumberFact(double value) implements Fact {}
