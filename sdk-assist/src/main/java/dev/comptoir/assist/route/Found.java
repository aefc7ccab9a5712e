package dev.comptoir.assist.route;

import dev.comptoir.assist.certify.Scope;
import dev.comptoir.assist.lookup.LiveFact;
import dev.comptoir.assist.retrieve.Match;
import dev.comptoir.assist.understand.Language;
import org.jspecify.annotations.Nullable;

/**
 * A question of the message with what speaks about it: an entry or a live fact. Immutable.
 *
 * @param question the question
 * @param match the entry; null for a fact
 * @param fact the fact; null for an entry
 */
public record Found(
        String question, @Nullable Match match, @Nullable LiveFact fact) {
    public Found {
        if ((match == null) == (fact == null)) {
            throw new IllegalArgumentException("What is found is an entry or a fact.");
        }
    }

    static Found of(String question, Match match) {
        return new Found(question, match, null);
    }

    static Found of(String question, LiveFact fact) {
        return new Found(question, null, fact);
    }

    /** The entry's id, or the look-up's name. */
    public String id() {
        return match != null ? match.entry().id() : fact != null ? fact.source() : "";
    }

    /** The entry's question, or what the fact is about. */
    public String title() {
        return match != null ? match.entry().question() : fact != null ? fact.title() : "";
    }

    /** What may stand in a reply. */
    public String text() {
        return match != null ? match.entry().answer() : fact != null ? fact.text() : "";
    }

    /** How well it fits, 0..1; 1 for a fact, which a look-up gives only where it fits. */
    public double confidence() {
        return match != null ? match.score().confidence() : 1;
    }

    Language language(Language otherwise) {
        return match != null ? match.entry().language() : fact != null ? fact.language() : otherwise;
    }

    /** Where it comes from, for certificates. */
    String source() {
        return fact != null ? fact.source() : Scope.KNOWLEDGE;
    }
}
