package dev.comptoir.onnx.tokenize;

import java.nio.LongBuffer;
import java.util.Arrays;

/**
 * One text, or a pair, as a model reads it: token ids with the special tokens around them, and the segment id of each. Immutable
 * and thread-safe.
 */
public final class Tokens {
    private final long[] ids;
    private final long[] typeIds;
    private final boolean truncated;

    Tokens(long[] ids, long[] typeIds, boolean truncated) {
        this.ids = ids;
        this.typeIds = typeIds;
        this.truncated = truncated;
    }

    /** Number of tokens, special tokens included. */
    public int size() {
        return ids.length;
    }

    /** Token ids in reading order; a fresh copy of {@link #size()} values. */
    public long[] ids() {
        return ids.clone();
    }

    /** Segment ids, 0 for a single text in nearly all models; a fresh copy of {@link #size()} values. */
    public long[] typeIds() {
        return typeIds.clone();
    }

    /** Puts ids and segment ids where they are wanted, {@link #size()} of each, without a copy between. */
    public void putInto(LongBuffer ids, LongBuffer typeIds) {
        ids.put(this.ids);
        typeIds.put(this.typeIds);
    }

    /** Whether the text held more tokens than the limit and its end was left out. */
    public boolean truncated() {
        return truncated;
    }

    /** Only the size: token ids can be turned back into the text, which does not belong into a log. */
    @Override
    public String toString() {
        return "Tokens[size=" + ids.length + ", truncated=" + truncated + "]";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tokens that
                && truncated == that.truncated
                && Arrays.equals(ids, that.ids)
                && Arrays.equals(typeIds, that.typeIds);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(ids) + Arrays.hashCode(typeIds);
    }
}
