package dev.comptoir.onnx.tokenize;

import java.util.Arrays;

/** The pairs of symbols that are joined, in the order of learning. Immutable once filled. */
final class BpeMerges {
    static final int NONE = LongTable.ABSENT;

    private final LongTable ranks;
    private int[] joined;

    BpeMerges(int expected) {
        ranks = new LongTable(expected);
        joined = new int[Math.max(1, expected)];
    }

    /** The pair of the given rank; a pair named twice keeps the later rank. */
    void add(int rank, int left, int right, int result) {
        if (rank >= joined.length) {
            joined = Arrays.copyOf(joined, Math.max(rank + 1, 2 * joined.length));
        }
        joined[rank] = result;
        ranks.put(pair(left, right), rank);
    }

    /** The rank of a pair, or {@link #NONE}. */
    int rank(int left, int right) {
        return ranks.get(pair(left, right));
    }

    /** The symbol that the pair of a rank becomes. */
    int joined(int rank) {
        return joined[rank];
    }

    private static long pair(int left, int right) {
        return ((long) left << Integer.SIZE) | (right & 0xFFFFFFFFL);
    }
}
