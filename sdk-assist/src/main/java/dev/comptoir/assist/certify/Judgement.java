package dev.comptoir.assist.certify;

import dev.comptoir.assist.understand.Language;
import java.time.Instant;

/**
 * A reply that a human judged. Immutable; holds no text.
 *
 * @param at when it was judged
 * @param score the reply's score, 0..1; 0 where a rule forbade sending it alone
 * @param correct whether it could have been sent as it was
 * @param language the language of the reply
 * @param channel how the message came, for example {@code mail}; empty where it is not known
 * @param source what the reply rested on, see {@link Scope#source}
 * @param knowledgeVersion the knowledge that it was made from
 */
public record Judgement(
        Instant at,
        double score,
        boolean correct,
        Language language,
        String channel,
        String source,
        String knowledgeVersion) {
    public Judgement {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("The score of a judgement is " + score + "; it lies between 0 and 1.");
        }
    }
}
