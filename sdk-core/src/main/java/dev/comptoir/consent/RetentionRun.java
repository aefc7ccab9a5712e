package dev.comptoir.consent;

/**
 * What running a retention policy did. Holds counts only, so it may be logged. Immutable.
 *
 * @param found what was found to be due
 * @param erased how many customers were erased
 * @param leftAlone how many were due when the log was read, and had a new event before they were erased
 */
public record RetentionRun(RetentionReport found, long erased, long leftAlone) {}
