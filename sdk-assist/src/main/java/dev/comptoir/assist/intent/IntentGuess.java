package dev.comptoir.assist.intent;

import java.util.List;

/**
 * What a question probably wants. Immutable. All numbers are calibrated probabilities, 0..1.
 *
 * @param candidates the most probable intents, best first; at least one, and ten at most; their probabilities sum to 1 at most
 * @param foreign the probability that the question is none of the business's affairs
 * @param uncovered the probability that it is the business's affair, but none of the intents
 * @param wordsOnly whether an embedding model failed, so that the words alone were judged
 */
public record IntentGuess(List<Candidate> candidates, double foreign, double uncovered, boolean wordsOnly) {
    public IntentGuess {
        candidates = List.copyOf(candidates);
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("A guess needs at least one candidate.");
        }
    }

    /** A guess from all that the model has. */
    public IntentGuess(List<Candidate> candidates, double foreign, double uncovered) {
        this(candidates, foreign, uncovered, false);
    }

    /** The most probable intent. */
    public Intent intent() {
        return candidates.get(0).intent();
    }

    /** The probability of the most probable intent, given that it is one of them. */
    public double probability() {
        return candidates.get(0).probability();
    }

    /** The probability that the question is about one of the intents at all. */
    public double covered() {
        return Math.max(0, 1 - foreign - uncovered);
    }

    /** An intent and its probability, given that the question is about one of the intents. */
    public record Candidate(Intent intent, double probability) {}
}
