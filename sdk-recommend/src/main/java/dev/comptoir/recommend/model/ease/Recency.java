package dev.comptoir.recommend.model.ease;

import dev.comptoir.recommend.interaction.History;

/**
 * How much each item of a history counts when it is scored: 1 in the newest basket, half of it a half-life before. Immutable.
 *
 * @param halfLifeDays above 0; infinity where age does not matter
 * @param halfLifeBaskets the same counted in baskets, for histories whose baskets all have the same time, and where the one in
 *     days is infinite
 */
public record Recency(double halfLifeDays, double halfLifeBaskets) {
    private static final double MILLIS_PER_DAY = 86_400_000;

    /** Every item counts 1. */
    public static final Recency NONE = new Recency(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    public Recency {
        check("days", halfLifeDays);
        check("baskets", halfLifeBaskets);
    }

    private static void check(String unit, double halfLife) {
        if (!(halfLife > 0)) {
            throw new IllegalArgumentException(
                    "The half-life in " + unit + " is " + halfLife + ", but must be above 0.");
        }
    }

    /**
     * Sets the items of a history that lie below a limit, ascending, and their weights, each by the newest basket that holds it.
     *
     * @param indexes and {@code weights} have room for all distinct items
     * @return how many there are
     */
    public int weigh(History history, int items, int[] indexes, float[] weights) {
        int newest = history.baskets() - 1;
        boolean byDays = !Double.isInfinite(halfLifeDays) && newest > 0 && history.time(0) < history.time(newest);
        boolean byBaskets = !byDays && !Double.isInfinite(halfLifeBaskets);
        int size = 0;
        for (int k = 0; k < history.distinct() && history.item(k) < items; k++) {
            int basket = history.lastBasket(k);
            indexes[size] = history.item(k);
            if (byDays) {
                double age = ((double) history.time(newest) - history.time(basket)) / MILLIS_PER_DAY;
                weights[size++] = (float) Math.pow(2, -age / halfLifeDays);
            } else {
                weights[size++] = byBaskets ? (float) Math.pow(2, (basket - newest) / halfLifeBaskets) : 1;
            }
        }
        return size;
    }
}
