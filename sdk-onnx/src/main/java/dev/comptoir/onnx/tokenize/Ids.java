package dev.comptoir.onnx.tokenize;

import java.util.Arrays;

/** Gathers the ids of one text up to a limit. Not thread-safe. */
final class Ids {
    private final int most;
    private final boolean readsAll;
    private int limit;
    private boolean keepsEnd;
    private int[] ids = new int[32];
    private int gathered;
    private boolean truncated;

    /**
     * @param limit the most ids to keep
     * @param keepsEnd whether the last ones are kept, for which all have to be gathered, and not the first
     */
    Ids(int limit, boolean keepsEnd) {
        this.most = limit;
        this.readsAll = keepsEnd;
        this.limit = limit;
        this.keepsEnd = keepsEnd;
    }

    /** Takes an id; {@code false} when the limit is passed and no more are wanted. */
    boolean add(int id) {
        if (gathered >= most) {
            truncated = true;
            if (!readsAll) {
                gathered = most + 1;
                return false;
            }
        }
        if (gathered == ids.length) {
            ids = Arrays.copyOf(ids, 2 * gathered);
        }
        ids[gathered++] = id;
        return true;
    }

    /** Number of ids the text has, or one more than the limit where nobody asked for the rest. */
    int gathered() {
        return gathered;
    }

    /** Keeps no more than so many. */
    void limit(int fewer) {
        truncated |= gathered > fewer;
        limit = fewer;
    }

    /** Keeps the first ones after all, now that all were seen. */
    Ids beginning() {
        keepsEnd = false;
        return this;
    }

    int count() {
        return Math.min(gathered, limit);
    }

    boolean truncated() {
        return truncated;
    }

    void copyTo(long[] target, int offset) {
        int first = keepsEnd ? gathered - count() : 0;
        for (int i = 0; i < count(); i++) {
            target[offset + i] = ids[first + i];
        }
    }
}
