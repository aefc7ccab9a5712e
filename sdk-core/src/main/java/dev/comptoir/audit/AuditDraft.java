package dev.comptoir.audit;

import dev.comptoir.CustomerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry before it is written. Immutable.
 *
 * @param at when it was done
 * @param action what was done
 * @param actor who did it, as the vendor names the staff or a program: 1 to 200 characters
 * @param customer whom it concerned; kept as a keyed hash only. Null where it concerned everyone or nobody
 * @param detail what else is to be known, at most {@value #MAX_DETAIL} characters; no names, please
 */
public record AuditDraft(
        Instant at,
        AuditAction action,
        String actor,
        @Nullable CustomerId customer,
        String detail) {
    /** The longest detail, in characters. */
    public static final int MAX_DETAIL = 10_000;

    public AuditDraft {
        if (actor.isBlank() || actor.length() > 200) {
            throw new IllegalArgumentException("The actor of an audit entry has " + actor.length()
                    + " characters; it must not be blank and may have 200 at most.");
        }
        if (detail.length() > MAX_DETAIL) {
            throw new IllegalArgumentException("The detail of an audit entry has " + detail.length()
                    + " characters; at most " + MAX_DETAIL + " are allowed.");
        }
    }
}
