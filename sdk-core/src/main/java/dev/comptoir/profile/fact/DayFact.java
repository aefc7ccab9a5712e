package dev.comptoir.profile.fact;

import java.time.LocalDate;

/**
 * A local day of the business. Immutable.
 *
 * @param value the day
 */
public record DayFact(LocalDate value) implements Fact {}
