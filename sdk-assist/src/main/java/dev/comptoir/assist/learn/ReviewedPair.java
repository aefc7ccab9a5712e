package dev.comptoir.assist.learn;

import dev.comptoir.CustomerId;
import dev.comptoir.assist.understand.ActionClass;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question of a customer and the reply that a member of the staff sent. Immutable.
 *
 * @param customer who asked; null where it is not known. What is learned is erased with them
 * @param question the message, one question
 * @param draft the draft that was proposed; empty where there was none
 * @param answer the reply as it was sent
 * @param entryId the entry that the reply rests on; null where there was none
 * @param agent who sent it, as the vendor names the staff: 1 to 200 characters
 * @param action what sending the reply does
 * @param knownValues names, addresses, numbers that belong to this customer: none of them may be learned
 */
public record ReviewedPair(
        @Nullable CustomerId customer,
        String question,
        String draft,
        String answer,
        @Nullable String entryId,
        String agent,
        ActionClass action,
        Set<String> knownValues) {
    private static final int MAX_AGENT = 200;

    public ReviewedPair {
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(draft, "draft");
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(action, "action");
        if (agent.isBlank() || agent.length() > MAX_AGENT) {
            throw new IllegalArgumentException("The agent's name has " + agent.length() + " characters; 1 to "
                    + MAX_AGENT + " are allowed, not all blank.");
        }
        knownValues = Set.copyOf(knownValues);
    }

    /** Without the words, so that it may be logged. */
    @Override
    public String toString() {
        return "ReviewedPair[question of " + question.length() + " characters, answer of " + answer.length() + "]";
    }
}
