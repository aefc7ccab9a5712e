package dev.comptoir.assist.intent;

import java.util.List;

/**
 * What a question probably wants. Immutable. All numbers are calibrated probabilities, 0..1.
 *
 * @param candidates the intents, most probable first; at least one; their probabilities sum to 1 at most
 * @param foreign the probability that the question is none of the business's affairs
 * @param uncovered the probability that it is the business's affair, but none of the intents
 */
public record IntentGuess(List<Candidate> candidates, double foreign, double uncovered) {
    public IntentGuess {
        candidates = List.copyOf(candidates);
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("A guess needs at least one candidate.");
        }
    }

    /** The most probable intent. */
    public Intent intent() {
        return candidates.get(0).intent();
    }

    /** The probability of the most probable intent, given that it is one of them. */
    public double probability() {
        return candidates.get(0).probability();
    }

    /** An intent and its probability, given that the question is about one of the intents. */
    public record Candidate(Intent intent, double probability) {}
}
