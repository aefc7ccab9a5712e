package dev.comptoir.profile.fact;

import java.util.Set;

/**
 * Several texts, each once, in no order; may be empty. Immutable.
 *
 * @param values the texts
 */
public record TextSetFact(Set<String> values) implements Fact {
    public TextSetFact {
        values = Set.copyOf(values);
    }
}
