package dev.comptoir.profile.fact;

/**
 * A count, an amount in major units of money, a share, a score. Immutable.
 *
 * @param value a finite number
 */
public record NumberFact(double value) implements Fact {
    public NumberFact {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A fact is the number " + value + "; it must be finite.");
        }
    }
}
