package dev.comptoir.assist.knowledge;

import java.util.Optional;

/**
 * Two entries of one language that answer the same question differently on some day. Immutable.
 *
 * @param firstId the entry that comes first in the knowledge
 * @param secondId the other
 * @param rule what differs
 * @param sameQuestion true where the questions are the same but for the forms of words, false where letters differ as well
 */
public record Contradiction(String firstId, String secondId, Rule rule, boolean sameQuestion) {
    /** What differs between two answers; where several do, the first of these. */
    public enum Rule {
        /** One says yes, the other no. */
        YES_NO,
        /** They name other amounts of money. */
        PRICE,
        /** They name other hours. */
        TIME,
        /** They name other days of the week or months. */
        DAY,
        /** They name other figures. */
        NUMBER,
        /** They say it in other words; maybe they mean the same. */
        WORDING
    }

    /** What differs between two answers; empty where they are the same but for case, accents and punctuation. */
    public static Optional<Rule> between(String oneAnswer, String otherAnswer) {
        return AnswerFacts.of(oneAnswer).difference(AnswerFacts.of(otherAnswer));
    }
}
