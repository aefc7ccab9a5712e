package dev.comptoir.segment.internal;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/** "One of these values": each value names the comparisons that hold for it. */
final class MemberGroup extends PredicateGroup {
    private static final int[] NONE = {};
    private final double[][] values;
    private final double[] keys;
    private final int[][] predicates;

    /** For each comparison its values in ascending order. */
    MemberGroup(int column, int first, double[][] values) {
        super(column, first, values.length);
        this.values = values;
        Map<Double, IntList> index = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            for (double value : values[i]) {
                index.computeIfAbsent(value, key -> new IntList()).add(first + i);
            }
        }
        keys = index.keySet().stream().mapToDouble(Double::doubleValue).toArray();
        predicates = index.values().stream().map(IntList::toArray).toArray(int[][]::new);
    }

    @Override
    void answer(ColumnStore store, int from, long[] truth) {
        Arrays.fill(truth, first, first + count, 0);
        double[] stored = store.numbers[column];
        for (int lane = 0; lane < LANES; lane++) {
            for (int predicate : of(stored[from + lane])) {
                truth[predicate] |= 1L << lane;
            }
        }
    }

    @Override
    boolean test(int predicate, ColumnStore store, int customer) {
        double value = store.numbers[column][customer];
        return !Double.isNaN(value) && Arrays.binarySearch(values[predicate - first], value) >= 0;
    }

    @Override
    void differences(ColumnStore store, int customer, RowLayout.Row row, IntConsumer predicate) {
        for (int before : of(store.numbers[column][customer])) {
            predicate.accept(before);
        }
        for (int after : of(row.numbers()[column])) {
            predicate.accept(after);
        }
    }

    private int[] of(double value) {
        int found = Double.isNaN(value) ? -1 : Arrays.binarySearch(keys, value);
        return found < 0 ? NONE : predicates[found];
    }
}
