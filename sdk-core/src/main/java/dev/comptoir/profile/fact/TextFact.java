package dev.comptoir.profile.fact;

/**
 * A word or a name. Immutable.
 *
 * @param value the text as it is
 */
public record TextFact(String value) implements Fact {}
