package dev.comptoir.profile.fact;

/**
 * A yes or a no. Immutable.
 *
 * @param value true for yes
 */
public record FlagFact(boolean value) implements Fact {}
