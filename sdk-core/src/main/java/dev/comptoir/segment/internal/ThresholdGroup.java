package dev.comptoir.segment.internal;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * "At least" or "at most" limits in ascending order: whoever reaches one reaches all below (or above), so an answer is a place
 * among them. Strict limits were made into the next double.
 */
final class ThresholdGroup extends PredicateGroup {
    private final boolean atLeast;
    private final boolean age;
    private final double[] limits;

    /** If {@code age}, the days from the value until today are compared instead of the value. */
    ThresholdGroup(int column, boolean atLeast, boolean age, int first, double[] limits) {
        super(column, first, limits.length);
        this.atLeast = atLeast;
        this.age = age;
        this.limits = limits;
    }

    @Override
    void answer(ColumnStore store, int from, long[] truth) {
        Arrays.fill(truth, first, first + count, 0);
        double[] values = store.numbers[column];
        for (int lane = 0; lane < LANES; lane++) {
            double value = value(values[from + lane], store);
            int place = place(value);
            if (place >= 0 && place < count) {
                truth[first + place] |= 1L << lane;
            }
        }
        long all = 0;
        if (atLeast) {
            for (int i = first + count - 1; i >= first; i--) {
                all |= truth[i];
                truth[i] = all;
            }
        } else {
            for (int i = first; i < first + count; i++) {
                all |= truth[i];
                truth[i] = all;
            }
        }
    }

    @Override
    boolean test(int predicate, ColumnStore store, int customer) {
        double value = value(store.numbers[column][customer], store);
        double limit = limits[predicate - first];
        return atLeast ? value >= limit : value <= limit;
    }

    @Override
    void differences(ColumnStore store, int customer, RowLayout.Row row, IntConsumer predicate) {
        int before = place(value(store.numbers[column][customer], store));
        int after = place(value(row.numbers()[column], store));
        int low = Math.min(before, after);
        int high = Math.max(before, after);
        // At least: up to and with its place each limit is reached; at most: from its place on.
        int shift = atLeast ? 1 : 0;
        for (int i = low + shift; i < high + shift; i++) {
            predicate.accept(first + i);
        }
    }

    private double value(double stored, ColumnStore store) {
        return age ? store.today - stored : stored;
    }

    /** At least: the last limit reached, or -1. At most: the first limit kept, or the number of limits. Unknown keeps none. */
    private int place(double value) {
        if (Double.isNaN(value)) {
            return atLeast ? -1 : count;
        }
        int found = Arrays.binarySearch(limits, value);
        if (found >= 0) {
            return found;
        }
        return atLeast ? -found - 2 : -found - 1;
    }
}
