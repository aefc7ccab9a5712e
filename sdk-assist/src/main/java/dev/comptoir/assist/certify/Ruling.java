package dev.comptoir.assist.certify;

import org.jspecify.annotations.Nullable;

/**
 * Whether a reply may be sent alone. Immutable.
 *
 * @param status why it may or may not
 * @param score the score that counts: the fitted model's where there is one
 * @param certificate what it was held against; null where there is none
 */
public record Ruling(Status status, double score, @Nullable Certificate certificate) {
    /** How a certificate stands. */
    public enum Status {
        /** The score reaches the threshold of a valid certificate: it may be sent alone. */
        ALLOWED,
        /** There is a valid certificate, but the score does not reach its threshold. */
        BELOW,
        /** There is a certificate, but scores are made in another way now. */
        OTHER_SCORE,
        /** There is a certificate, but for another state of the knowledge. */
        OTHER_KNOWLEDGE,
        /** There was one; it was withdrawn. */
        WITHDRAWN,
        /** There is none for replies like this one. */
        NONE
    }

    public boolean isAllowed() {
        return status == Status.ALLOWED;
    }
}
