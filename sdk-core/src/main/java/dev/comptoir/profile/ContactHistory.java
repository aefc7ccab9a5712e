package dev.comptoir.profile;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The messages between a customer and the business. Immutable.
 *
 * @param received how many messages came from the customer, by channel
 * @param sent how many went to the customer, by channel
 * @param lastReceived when the newest came
 * @param lastSent when the newest went
 * @param lastChannel the channel of the newest, either way
 */
public record ContactHistory(
        SortedMap<String, Integer> received,
        SortedMap<String, Integer> sent,
        Optional<Instant> lastReceived,
        Optional<Instant> lastSent,
        Optional<String> lastChannel) {
    public ContactHistory {
        received = Collections.unmodifiableSortedMap(new TreeMap<>(received));
        sent = Collections.unmodifiableSortedMap(new TreeMap<>(sent));
    }

    /** How many messages came from the customer. */
    public int receivedCount() {
        return received.values().stream().mapToInt(count -> count).sum();
    }

    /** How many messages went to the customer. */
    public int sentCount() {
        return sent.values().stream().mapToInt(count -> count).sum();
    }

    /** When the newest message was written, either way. */
    public Optional<Instant> last() {
        return lastReceived
                .filter(at -> lastSent.isEmpty() || at.isAfter(lastSent.get()))
                .or(() -> lastSent);
    }
}
