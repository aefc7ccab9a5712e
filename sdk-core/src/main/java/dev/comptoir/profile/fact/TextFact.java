package dev.comptoir.profile.fact;

/** A name or a code. Immutable. */
public record TextFact(String value) implements Fact {}
