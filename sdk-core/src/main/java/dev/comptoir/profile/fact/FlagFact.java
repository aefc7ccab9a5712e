package dev.comptoir.profile.fact;

/** Yes or no. Immutable. */
public record FlagFact(boolean value) implements Fact {}
