package dev.comptoir.recommend.evaluate.statistics;

import java.util.Arrays;

/** Corrects p-values for having looked at several models. Stateless. */
public final class Holm {
    /*
     * Holm: "A Simple Sequentially Rejective Multiple Test Procedure", Scandinavian Journal of Statistics 6, 1979.
     * With p_(1) <= ... <= p_(m):  adjusted_(i) = max over j <= i of min(1, (m - j + 1) p_(j)).
     */
    private Holm() {}

    /** Adjusted p-values, in the order given: those below .05 hold together with a chance of error of 5 %. */
    public static double[] adjust(double... pValues) {
        int m = pValues.length;
        Integer[] order = new Integer[m];
        Arrays.setAll(order, k -> k);
        Arrays.sort(order, (a, b) -> Double.compare(pValues[a], pValues[b]));
        double[] adjusted = new double[m];
        double largest = 0;
        for (int rank = 0; rank < m; rank++) {
            largest = Math.max(largest, Math.min(1, (m - rank) * pValues[order[rank]]));
            adjusted[order[rank]] = largest;
        }
        return adjusted;
    }
}
