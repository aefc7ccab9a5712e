package dev.comptoir.profile.fact;

import java.util.Optional;
import java.util.Set;

/** What is known of one customer at one moment, by name. Immutable. */
public interface Facts {
    /** The value under a name; empty where nothing is known. */
    Optional<Fact> find(String name);

    /** The names under which something is known. */
    Set<String> names();
}
