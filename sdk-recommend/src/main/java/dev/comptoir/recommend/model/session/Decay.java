package dev.comptoir.recommend.model.session;

/**
 * How what lies further back counts less. Distances are in steps of a session: the events, or the baskets where several items
 * came at once. Immutable.
 *
 * @param shape the function
 * @param steps where the shape is {@link Shape#EXPONENTIAL}: after how many steps the weight has fallen to 1/e, above 0; else 1
 */
public record Decay(Shape shape, double steps) {
    /** The functions, by the names they have in the papers. */
    public enum Shape {
        /** Everything counts the same. */
        SAME,
        /** A tenth less with each step, down to 0. */
        LINEAR,
        /** As one over the distance, or as the share of the session that has passed. */
        DIV,
        /** The square of {@link #DIV}. */
        QUADRATIC,
        /** As one over the logarithm of the distance. */
        LOG,
        /** By the same factor with each step. */
        EXPONENTIAL
    }

    public Decay {
        if (shape == Shape.EXPONENTIAL ? !(steps > 0) || Double.isInfinite(steps) : steps != 1) {
            throw new IllegalArgumentException("The steps of a decay are " + steps + ", but must be "
                    + (shape == Shape.EXPONENTIAL ? "a number above 0." : "1 where the shape is not exponential."));
        }
    }

    /** A decay of a shape that needs no further number. */
    public static Decay of(Shape shape) {
        return new Decay(shape, 1);
    }

    /** None at all. */
    public static Decay same() {
        return of(Shape.SAME);
    }

    /** A decay that falls to 1/e after so many steps; 1e-5 leaves only the nearest. */
    public static Decay exponential(double steps) {
        return new Decay(Shape.EXPONENTIAL, steps);
    }

    /** The weight at a distance of {@code step} steps, 1 being the nearest. */
    double atStep(int step) {
        return switch (shape) {
            case SAME -> 1;
            case LINEAR -> Math.max(0, 1 - 0.1 * step);
            case DIV -> 1.0 / step;
            case QUADRATIC -> 1.0 / ((double) step * step);
            case LOG -> 1 / Math.log10(step + 1.7);
            case EXPONENTIAL -> Math.exp((1 - step) / steps);
        };
    }

    /** The weight of the {@code position}-th of {@code length} steps; the last is at {@code length}. */
    double atPosition(int position, int length) {
        double share = (double) position / length;
        return switch (shape) {
            case SAME -> 1;
            case LINEAR -> Math.max(0, 1 - 0.1 * (length - position));
            case DIV -> share;
            case QUADRATIC -> share * share;
            case LOG -> 1 / Math.log10(length - position + 1.7);
            case EXPONENTIAL -> Math.exp((position - length) / steps);
        };
    }

    /** The weights at the nearest distances, so that a hot loop need not compute them. */
    double[] table(int length) {
        double[] table = new double[length];
        for (int k = 0; k < length; k++) {
            table[k] = atStep(k + 1);
        }
        return table;
    }
}
