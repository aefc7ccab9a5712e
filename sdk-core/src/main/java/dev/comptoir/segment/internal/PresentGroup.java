package dev.comptoir.segment.internal;

import java.util.function.IntConsumer;

/** "There is a value": one comparison. */
final class PresentGroup extends PredicateGroup {
    private final boolean ofSets;

    PresentGroup(int column, boolean ofSets, int first) {
        super(column, first, 1);
        this.ofSets = ofSets;
    }

    @Override
    boolean ofSets() {
        return ofSets;
    }

    @Override
    void answer(ColumnStore store, int from, long[] truth) {
        long word = 0;
        for (int lane = 0; lane < LANES; lane++) {
            if (test(first, store, from + lane)) {
                word |= 1L << lane;
            }
        }
        truth[first] = word;
    }

    @Override
    boolean test(int predicate, ColumnStore store, int customer) {
        return ofSets ? store.sets[column][customer] != null : !Double.isNaN(store.numbers[column][customer]);
    }

    @Override
    void differences(ColumnStore store, int customer, RowLayout.Row row, IntConsumer predicate) {
        boolean after = ofSets ? row.sets()[column] != null : !Double.isNaN(row.numbers()[column]);
        if (after != test(first, store, customer)) {
            predicate.accept(first);
        }
    }
}
