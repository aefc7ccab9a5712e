package dev.comptoir.profile.fact;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** Several names or codes, in their natural order. Immutable. */
public record TextSetFact(Set<String> values) implements Fact {
    public TextSetFact {
        values = Collections.unmodifiableSet(new TreeSet<>(values));
    }
}
