package dev.comptoir.value.next;

import java.time.LocalDate;

/**
 * The days of a next purchase, given that the customer comes back. Immutable.
 *
 * @param earliest one in ten comes by then
 * @param expected half come by then
 * @param latest nine in ten come by then
 */
public record DueWindow(LocalDate earliest, LocalDate expected, LocalDate latest) {}
