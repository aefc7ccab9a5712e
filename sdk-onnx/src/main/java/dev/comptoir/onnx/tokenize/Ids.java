package dev.comptoir.onnx.tokenize;

import java.util.Arrays;

/** Gathers the ids of one text up to a limit. Not thread-safe. */
final class Ids {
    private final int limit;
    private final boolean keepsEnd;
    private int[] ids = new int[32];
    private int count;
    private boolean truncated;

    /**
     * @param limit the most ids to keep
     * @param keepsEnd whether the last ones are kept, for which all have to be gathered, and not the first
     */
    Ids(int limit, boolean keepsEnd) {
        this.limit = limit;
        this.keepsEnd = keepsEnd;
    }

    /** Takes an id; {@code false} when the limit is passed and no more are wanted. */
    boolean add(int id) {
        if (count >= limit) {
            truncated = true;
            if (!keepsEnd) {
                return false;
            }
        }
        if (count == ids.length) {
            ids = Arrays.copyOf(ids, 2 * count);
        }
        ids[count++] = id;
        return true;
    }

    int count() {
        return Math.min(count, limit);
    }

    boolean truncated() {
        return truncated;
    }

    void copyTo(long[] target, int offset) {
        int first = count - count();
        for (int i = first; i < count; i++) {
            target[offset + i - first] = ids[i];
        }
    }
}
