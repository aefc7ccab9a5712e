package dev.comptoir.recommend.model;

import dev.comptoir.recommend.interaction.History;

/**
 * How fast what somebody did loses weight: a basket that is one half-life older counts half as much. Immutable.
 *
 * @param unit what age is measured in
 * @param value above 0; infinity lets all baskets count the same
 */
public record HalfLife(Unit unit, double value) {
    private static final double MILLIS_PER_DAY = 86_400_000;
    private static final HalfLife NONE = new HalfLife(Unit.BASKETS, Double.POSITIVE_INFINITY);

    /** What age is measured in. */
    public enum Unit {
        /** Days before the newest basket. */
        DAYS,
        /** Baskets after it, where no times are known or they say little. */
        BASKETS
    }

    public HalfLife {
        if (!(value > 0)) {
            throw new IllegalArgumentException("The half-life is " + value + ", but must be above 0.");
        }
    }

    /** All baskets count the same. */
    public static HalfLife none() {
        return NONE;
    }

    /** In days before the newest basket. */
    public static HalfLife days(double days) {
        return new HalfLife(Unit.DAYS, days);
    }

    /** In baskets after the one that is weighed. */
    public static HalfLife baskets(double baskets) {
        return new HalfLife(Unit.BASKETS, baskets);
    }

    /** What a basket of a history counts: 1 for the newest. */
    public double weight(History history, int basket) {
        int newest = history.baskets() - 1;
        return at(unit == Unit.BASKETS ? newest - basket : days(history.time(newest), history.time(basket)));
    }

    /** What the given age counts, in this half-life's unit: above 0 and at most 1. */
    public double at(double age) {
        return age <= 0 ? 1 : Math.pow(2, -age / value);
    }

    /** Days from the one moment to the other, in milliseconds of the epoch; never overflows. */
    public static double days(long newer, long older) {
        return ((double) newer - (double) older) / MILLIS_PER_DAY;
    }
}
