package dev.comptoir.assist.certify;

import java.util.OptionalDouble;

/**
 * What the merchant wants to be sure of before anything is sent alone. Immutable.
 *
 * @param rate the highest share of wrong replies among those sent alone, between 0 and 1
 * @param risk how probable it may be that a certificate is wrong, between 0 and 1; .05 for 95 % confidence
 * @param declaredThreshold a threshold that was fixed before any reply was reviewed; empty to search for one
 */
public record Target(double rate, double risk, OptionalDouble declaredThreshold) {
    /** So many thresholds are tried where none was declared: those that accept 5, 10 ... 100 % of the replies. */
    static final int GRID = 20;

    public Target {
        checkOpen("rate", rate);
        checkOpen("risk", risk);
        double declared = declaredThreshold.orElse(0);
        if (!(declared >= 0 && declared <= 1)) {
            throw new IllegalArgumentException("The threshold is " + declared + "; it lies between 0 and 1.");
        }
    }

    /** At most this share of the replies sent alone may be wrong, with 95 % confidence; for example .02. */
    public static Target wrongAtMost(double rate) {
        return new Target(rate, 0.05, OptionalDouble.empty());
    }

    /** The same with another confidence, between 0 and 1; for example .99. */
    public Target withConfidence(double confidence) {
        checkOpen("confidence", confidence);
        return new Target(rate, 1 - confidence, declaredThreshold);
    }

    /**
     * The same for one threshold, which needs half as many reviewed replies. Holds only if it was chosen before they were
     * looked at, for example with another business's.
     */
    public Target atDeclaredThreshold(double threshold) {
        return new Target(rate, risk, OptionalDouble.of(threshold));
    }

    /** How many thresholds share the risk. */
    int thresholds() {
        return declaredThreshold.isPresent() ? 1 : GRID;
    }

    /** The least number of reviewed replies, all right, for a certificate. */
    public int leastReplies() {
        return ClopperPearson.leastReplies(rate, risk / thresholds());
    }

    static void checkOpen(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(
                    "The " + name + " is " + value + "; it lies between 0 and 1, both exclusive.");
        }
    }
}
