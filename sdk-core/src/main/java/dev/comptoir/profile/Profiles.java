package dev.comptoir.profile;

import dev.comptoir.CustomerId;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * The profiles of one business, folded from its events: always current, the same whatever order the events came in. Thread-safe.
 *
 * <p>The first call after a business was opened reads all of its events, later ones only what is new. A few numbers for each
 * customer stay in memory while the business is open, and the folds of those looked at lately, at most about 4 MB of them: these
 * grow event by event, so that the next look costs no reading. Of others their own events are read, by the log's index.
 */
public interface Profiles {
    /** One customer as of now; for somebody unknown a profile that says so. */
    Profile get(CustomerId customer);

    /** Many customers, in the order given. Where they are many, the log is read once for thousands of them. */
    List<Profile> getAll(Collection<CustomerId> customers);

    /** Everyone who ever bought or brought something back, in the order of their ids. */
    List<CustomerId> customers();

    /**
     * Hands over everyone's profile, in the order of their ids, without holding them all in memory: reads the log once for each
     * {@code 200,000} events or so. The callback runs outside of all locks.
     */
    void forEach(Consumer<? super Profile> consumer);

    /** What all customers, and those whom nobody knows, did together. */
    ShopStatistics shop();
}
