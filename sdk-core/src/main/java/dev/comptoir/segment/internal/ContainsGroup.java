package dev.comptoir.segment.internal;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** "Holds any of these" and "holds all of these": each element names the comparisons that want it. */
final class ContainsGroup extends PredicateGroup {
    private final int[][] wanted;
    private final boolean[] all;
    private final int[][] predicates;

    /**
     * One for each array of wanted elements.
     *
     * @param wanted for each comparison its elements in ascending order
     * @param all for each comparison whether it wants all of them
     * @param elements how many different elements the comparisons of this column name
     */
    ContainsGroup(int column, int first, int[][] wanted, boolean[] all, int elements) {
        super(column, first, wanted.length);
        this.wanted = wanted;
        this.all = all;
        IntList[] index = new IntList[elements];
        Arrays.setAll(index, i -> new IntList());
        for (int i = 0; i < wanted.length; i++) {
            for (int element : wanted[i]) {
                index[element].add(first + i);
            }
        }
        predicates = Arrays.stream(index).map(IntList::toArray).toArray(int[][]::new);
    }

    @Override
    boolean ofSets() {
        return true;
    }

    @Override
    void answer(ColumnStore store, int from, long[] truth) {
        Arrays.fill(truth, first, first + count, 0);
        int[] found = new int[count];
        for (int lane = 0; lane < LANES; lane++) {
            int[] held = store.sets[column][from + lane];
            if (held == null) {
                continue;
            }
            for (int element : held) {
                for (int predicate : predicates[element]) {
                    int i = predicate - first;
                    if (++found[i] == (all[i] ? wanted[i].length : 1)) {
                        truth[predicate] |= 1L << lane;
                    }
                }
            }
            for (int element : held) {
                for (int predicate : predicates[element]) {
                    found[predicate - first] = 0;
                }
            }
        }
    }

    @Override
    boolean test(int predicate, ColumnStore store, int customer) {
        int[] held = store.sets[column][customer];
        if (held == null) {
            return false;
        }
        boolean wantsAll = all[predicate - first];
        for (int element : wanted[predicate - first]) {
            if (Arrays.binarySearch(held, element) >= 0 != wantsAll) {
                return !wantsAll;
            }
        }
        return wantsAll;
    }

    @Override
    void differences(ColumnStore store, int customer, RowLayout.Row row, IntConsumer predicate) {
        int[] before = store.sets[column][customer];
        int[] after = row.sets()[column];
        inOneOnly(before, after, predicate);
        inOneOnly(after, before, predicate);
    }

    private void inOneOnly(int @Nullable [] one, int @Nullable [] other, IntConsumer predicate) {
        if (one == null) {
            return;
        }
        for (int element : one) {
            if (other == null || Arrays.binarySearch(other, element) < 0) {
                for (int wanting : predicates[element]) {
                    predicate.accept(wanting);
                }
            }
        }
    }
}
