package dev.comptoir.profile;

import dev.comptoir.CustomerId;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * The profiles of one business, folded from its events whenever they are asked for: always current, the same whatever order the
 * events came in. Thread-safe.
 *
 * <p>The first call after a business was opened reads all of its events, later ones only what is new, and the customer's own.
 */
public interface Profiles {
    /** One customer as of now; for somebody unknown a profile that says so. */
    Profile get(CustomerId customer);

    /** Many customers, in the order given. */
    List<Profile> getAll(Collection<CustomerId> customers);

    /** Everyone who ever bought or brought something back, in the order of their ids. */
    List<CustomerId> customers();

    /** Hands over everyone's profile, in the order of their ids, without holding them all in memory. */
    void forEach(Consumer<? super Profile> consumer);
}
