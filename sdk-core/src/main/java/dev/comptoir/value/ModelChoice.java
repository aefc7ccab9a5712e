package dev.comptoir.value;

import java.util.List;

/**
 * Which purchase model was taken, and which were not. Immutable.
 *
 * @param criterion what the scores are
 * @param scores all candidates, the best first; ties go to the one named first
 */
public record ModelChoice(Criterion criterion, List<ModelScore> scores) {
    /** What candidates are compared by. */
    public enum Criterion {
        /**
         * The log-likelihood of when each customer bought in the last third of the time, and that others stayed away, by the model
         * fitted to the two thirds before, given the customer's history until then: ln L(whole) - ln L(two thirds).
         */
        OUT_OF_TIME,
        /** The log-likelihood of all histories less the number of parameters (Akaike), where purchase days are not at hand. */
        IN_SAMPLE
    }

    public ModelChoice {
        scores = List.copyOf(scores);
    }
}
