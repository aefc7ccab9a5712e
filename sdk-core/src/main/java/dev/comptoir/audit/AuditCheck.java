package dev.comptoir.audit;

/**
 * The outcome of following the chain. Immutable.
 *
 * @param entries how many entries are in order, from the first on
 * @param intact whether that is all of them
 * @param finding what is wrong at the next entry, in words; empty where nothing is
 */
public record AuditCheck(long entries, boolean intact, String finding) {}
