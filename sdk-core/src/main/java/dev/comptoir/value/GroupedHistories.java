package dev.comptoir.value;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;

/** Histories with equal (x, t_x, T) as one, in the order of x: a likelihood costs as much as they are different. Immutable. */
final class GroupedHistories {
    private final int[] frequencies;
    private final double[] recencies;
    private final double[] ages;
    private final double[] weights;
    private final int size;
    private final int customers;
    private final long purchases;
    private final double logIntervals;
    private final double meanAge;

    GroupedHistories(Collection<PurchaseHistory> histories) {
        PurchaseHistory[] sorted = histories.toArray(PurchaseHistory[]::new);
        // The log intervals too, so that sums do not depend on the order in which customers come.
        Arrays.sort(
                sorted,
                Comparator.comparingInt(PurchaseHistory::frequency)
                        .thenComparingDouble(PurchaseHistory::recency)
                        .thenComparingDouble(PurchaseHistory::age)
                        .thenComparingDouble(PurchaseHistory::logIntervals));
        frequencies = new int[sorted.length];
        recencies = new double[sorted.length];
        ages = new double[sorted.length];
        weights = new double[sorted.length];
        int groups = 0;
        long count = 0;
        double intervals = 0;
        double age = 0;
        PurchaseHistory before = null;
        for (PurchaseHistory history : sorted) {
            if (before == null || !sameTimes(before, history)) {
                frequencies[groups] = history.frequency();
                recencies[groups] = history.recency();
                ages[groups] = history.age();
                groups++;
            }
            weights[groups - 1]++;
            count += history.frequency();
            intervals += history.logIntervals();
            age += history.age();
            before = history;
        }
        size = groups;
        customers = sorted.length;
        purchases = count;
        logIntervals = intervals;
        meanAge = sorted.length == 0 ? 0 : age / sorted.length;
    }

    private static boolean sameTimes(PurchaseHistory one, PurchaseHistory other) {
        return one.frequency() == other.frequency() && one.recency() == other.recency() && one.age() == other.age();
    }

    int size() {
        return size;
    }

    int frequency(int group) {
        return frequencies[group];
    }

    double recency(int group) {
        return recencies[group];
    }

    double age(int group) {
        return ages[group];
    }

    double weight(int group) {
        return weights[group];
    }

    int customers() {
        return customers;
    }

    /** All repeat purchases. */
    long purchases() {
        return purchases;
    }

    /** The sum over all customers; NaN where one is unknown. */
    double logIntervals() {
        return logIntervals;
    }

    boolean intervalsKnown() {
        return !Double.isNaN(logIntervals);
    }

    /** In the histories' unit; 0 where all began just now. */
    double meanAge() {
        return meanAge;
    }
}
