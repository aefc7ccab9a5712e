package dev.comptoir.profile.fact;

/** One value of a profile, in one of five types. Immutable. */
public sealed interface Fact permits NumberFact, TextFact, DayFact, TextSetFact, FlagFact {}
