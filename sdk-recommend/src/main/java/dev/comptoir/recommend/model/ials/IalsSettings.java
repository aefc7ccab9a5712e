package dev.comptoir.recommend.model.ials;

/**
 * How {@link Ials} learns. Immutable.
 *
 * @param factors length of the vectors, 1 to 4,096; 16 to 256 are usual
 * @param epochs passes over users and items, at least 1
 * @param regularization 1e-8 to 1e8; .0001 to .1 are usual
 * @param unobservedWeight what a pair that was not seen counts beside one that was, 1e-8 to 1e8; .003 to 1
 *     are usual
 * @param frequencyExponent 0: everybody is regularized alike, 1: in proportion to how much is known of them
 * @param seed of the first vectors
 * @param block factors solved for at once: {@code factors} solves exactly (Cholesky), less is iALS++, 0 takes a few steps of
 *     conjugate gradients, which is the fastest
 */
public record IalsSettings(
        int factors,
        int epochs,
        double regularization,
        double unobservedWeight,
        double frequencyExponent,
        long seed,
        int block) {
    private static final int MAX_FACTORS = 4096;
    private static final String WEIGHTS = "1e-8 to 1e8";

    public IalsSettings {
        require(factors >= 1 && factors <= MAX_FACTORS, "factors", factors, "1 to " + MAX_FACTORS);
        require(epochs >= 1, "epochs", epochs, "at least 1");
        require(isWeight(regularization), "regularization", regularization, WEIGHTS);
        require(isWeight(unobservedWeight), "unobservedWeight", unobservedWeight, WEIGHTS);
        require(frequencyExponent >= 0 && frequencyExponent <= 1, "frequencyExponent", frequencyExponent, "0 to 1");
        require(block >= 0 && block <= factors, "block", block, "0 to factors (" + factors + ")");
    }

    /** 64 factors, 16 epochs, regularization .01, unobserved weight .1, frequency exponent 1, seed 0, conjugate gradients. */
    public static IalsSettings defaults() {
        return new IalsSettings(64, 16, 0.01, 0.1, 1, 0, 0);
    }

    /** The same with other factors; solved by conjugate gradients. */
    public IalsSettings withFactors(int other) {
        return new IalsSettings(other, epochs, regularization, unobservedWeight, frequencyExponent, seed, 0);
    }

    /** The same with other epochs. */
    public IalsSettings withEpochs(int other) {
        return new IalsSettings(factors, other, regularization, unobservedWeight, frequencyExponent, seed, block);
    }

    /** The same with other weights. */
    public IalsSettings withWeights(double otherRegularization, double otherUnobservedWeight) {
        return new IalsSettings(
                factors, epochs, otherRegularization, otherUnobservedWeight, frequencyExponent, seed, block);
    }

    /** The same with another seed. */
    public IalsSettings withSeed(long other) {
        return new IalsSettings(factors, epochs, regularization, unobservedWeight, frequencyExponent, other, block);
    }

    /** The same with another block. */
    public IalsSettings withBlock(int other) {
        return new IalsSettings(factors, epochs, regularization, unobservedWeight, frequencyExponent, seed, other);
    }

    /**
     * What one row is regularized with.
     *
     * @param known how many interactions it has
     * @param others how many rows the other side has
     */
    float penalty(int known, int others) {
        double frequency = known + unobservedWeight * others;
        return (float) (regularization * StrictMath.pow(frequency, frequencyExponent));
    }

    /** What single precision can divide by. */
    private static boolean isWeight(double value) {
        return value >= 1e-8 && value <= 1e8;
    }

    private static void require(boolean holds, String name, Number value, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("The " + name + " is " + value + ", but must be " + rule + ".");
        }
    }
}
