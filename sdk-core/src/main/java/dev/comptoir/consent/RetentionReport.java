package dev.comptoir.consent;

import java.time.Instant;

/**
 * What a retention policy would do. Holds counts only, so it may be logged. Immutable.
 *
 * @param at the moment for which the answer holds
 * @param customers how many customers are named in any event
 * @param due how many of them are kept too long
 * @param events how many events name those who are due
 * @param datedAhead how many are kept only because of an event that is dated after {@code at}: maybe a wrong clock
 */
public record RetentionReport(Instant at, long customers, long due, long events, long datedAhead) {}
