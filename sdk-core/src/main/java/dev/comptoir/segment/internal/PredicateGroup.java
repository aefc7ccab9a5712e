package dev.comptoir.segment.internal;

import java.util.function.IntConsumer;

/** Comparisons of one column that are answered together; their numbers follow each other. Immutable. */
abstract class PredicateGroup {
    /** Customers whose answers lie in one word. */
    static final int LANES = 64;

    /** The column that they compare. */
    final int column;

    final int first;
    final int count;

    PredicateGroup(int column, int first, int count) {
        this.column = column;
        this.first = first;
        this.count = count;
    }

    /** Whether the column is one of sets. */
    boolean ofSets() {
        return false;
    }

    /** Writes the answers for the customers from {@code from} on, one bit each, one word for each comparison. */
    abstract void answer(ColumnStore store, int from, long[] truth);

    /** The answer of one comparison for one customer. */
    abstract boolean test(int predicate, ColumnStore store, int customer);

    /** Names the comparisons whose answer may differ between what is stored of a customer and a new row. */
    abstract void differences(ColumnStore store, int customer, RowLayout.Row row, IntConsumer predicate);
}
