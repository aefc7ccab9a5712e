package dev.comptoir.assist.knowledge;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which an entry holds, in the business's time zone. Immutable.
 *
 * @param from the first day; null for since always
 * @param until the last day, not before the first; null for no end
 */
public record Validity(@Nullable LocalDate from, @Nullable LocalDate until) {
    /** Without beginning or end. */
    public static final Validity ALWAYS = new Validity(null, null);

    public Validity {
        if (from != null && until != null && until.isBefore(from)) {
            throw new IllegalArgumentException(
                    "An entry holds from " + from + " until " + until + ". Maybe the days are exchanged?");
        }
    }

    public boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }

    /** Whether the last day lies before this one. */
    public boolean isOverOn(LocalDate day) {
        return until != null && day.isAfter(until);
    }
}
