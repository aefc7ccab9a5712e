package dev.comptoir.value.next;

/**
 * How probabilities held on the business's own past. Immutable.
 *
 * @param status what came of looking
 * @param customers known at the start of the latest window that was looked at
 * @param predicted the mean of what would have been said then, over customers and horizons
 * @param happened the share that came true
 * @param expectedError |predicted - happened| over ten bins of predictions, weighted by their size; 0 where unchecked
 */
public record Calibration(Status status, int customers, double predicted, double happened, double expectedError) {
    /** What came of looking at the past. */
    public enum Status {
        /** The past is too short, or too few bought or failed to: the model's own probabilities stand unproven. */
        UNCHECKED,
        /** The model's own probabilities held as well on the past as corrected ones. */
        CONFIRMED,
        /** A correction learnt from earlier windows did clearly better on the latest one, and is applied. */
        CORRECTED
    }
}
