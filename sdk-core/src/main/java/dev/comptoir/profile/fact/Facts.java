package dev.comptoir.profile.fact;

import java.util.Optional;
import java.util.Set;

/** The facts that are known of one customer at one moment, by name. Immutable. */
public interface Facts {
    /** The fact of this name; empty where it is not known of this customer, or there is no such name. */
    Optional<Fact> find(String name);

    /** The names of all facts that are known. */
    Set<String> names();
}
