package dev.comptoir.profile.fact;

/** One value that is known of a customer. Immutable. */
public sealed interface Fact permits NumberFact, TextFact, DayFact, TextSetFact, FlagFact {}
