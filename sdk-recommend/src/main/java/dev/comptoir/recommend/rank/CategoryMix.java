package dev.comptoir.recommend.rank;

import dev.comptoir.recommend.interaction.History;

/** What share of a customer's purchases each category has. Pure functions. */
public final class CategoryMix {
    /*
     * p(g|u) = sum over lines w p(g|i) / sum over lines w,   w = 2^(-days before the newest basket / half-life)
     * counted from the newest basket, so that the mix of somebody who has not come for years is not lost in rounding.
     */
    private static final double DAY = 86_400_000.0;

    private CategoryMix() {}

    /**
     * A share per category, adding up to 1; empty where the history has no item with a category.
     *
     * @param group the category of each item, from 0; -1 for none
     * @param groups how many categories there are
     * @param halfLifeDays above 0; infinity lets all purchases count the same
     */
    public static double[] of(History history, int[] group, int groups, double halfLifeDays) {
        if (!(halfLifeDays > 0)) {
            throw new IllegalArgumentException("The half-life is " + halfLifeDays + " days, but must be above 0.");
        }
        double[] mix = new double[groups];
        double sum = 0;
        int baskets = history.baskets();
        long newest = baskets == 0 ? 0 : history.time(baskets - 1);
        for (int b = 0; b < baskets; b++) {
            double weight = Math.pow(2, -((double) newest - history.time(b)) / DAY / halfLifeDays);
            for (int k = 0; k < history.basketSize(b); k++) {
                int item = history.item(b, k);
                int g = item < group.length ? group[item] : -1;
                if (g >= 0) {
                    mix[g] += weight;
                    sum += weight;
                }
            }
        }
        if (!(sum > 0)) {
            return new double[0];
        }
        for (int g = 0; g < groups; g++) {
            mix[g] /= sum;
        }
        return mix;
    }
}
