package dev.comptoir.consent;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many customers may be contacted for a purpose, and how many may not. Holds no customer, so it may be logged. Immutable.
 *
 * @param purpose what for
 * @param at the moment for which the answer holds
 * @param customers how many customers by ground, in the order of {@link ConsentGround}; a ground that nobody has is not there
 */
public record ConsentReport(Purpose purpose, Instant at, Map<ConsentGround, Long> customers) {
    public ConsentReport {
        Map<ConsentGround, Long> copy = new EnumMap<>(ConsentGround.class);
        copy.putAll(customers);
        customers = Collections.unmodifiableMap(copy);
    }

    /** How many may be contacted. */
    public long permitted() {
        return count(true);
    }

    /** How many may not. */
    public long refused() {
        return count(false);
    }

    private long count(boolean permits) {
        return customers.entrySet().stream()
                .filter(entry -> entry.getKey().permits() == permits)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
