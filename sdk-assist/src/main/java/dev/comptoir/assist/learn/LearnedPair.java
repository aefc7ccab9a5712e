package dev.comptoir.assist.learn;

import dev.comptoir.assist.understand.ActionClass;
import dev.comptoir.assist.understand.Language;

/**
 * A question and an answer that were learned. Immutable.
 *
 * @param id of its entry
 * @param confirmations how many agents have said the same
 * @param confirmed whether these are enough for a full entry
 */
public record LearnedPair(
        String id,
        String question,
        String answer,
        Language language,
        ActionClass action,
        int confirmations,
        boolean confirmed) {}
