package dev.comptoir.audit;

import java.time.Instant;

/**
 * An entry as it is kept. Immutable.
 *
 * @param sequence its place, from 1, without gaps
 * @param at when it was done, to the millisecond
 * @param action what was done
 * @param actor who did it
 * @param subject the keyed hash of the customer it concerned, in hexadecimal; empty where it concerned no single one. Only
 *     who knows a customer's id can find the entries about them, with {@link AuditLog#about}
 * @param detail what else is to be known
 * @param hash the link of the chain, in hexadecimal: depends on this entry and on all before it
 */
public record AuditEntry(
        long sequence, Instant at, AuditAction action, String actor, String subject, String detail, String hash) {
    /** What and when; not who, so that it may be logged. */
    @Override
    public String toString() {
        return sequence + " " + action + " at " + at;
    }
}
