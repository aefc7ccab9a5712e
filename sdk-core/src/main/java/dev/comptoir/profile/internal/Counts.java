package dev.comptoir.profile.internal;

import java.util.Arrays;

/**
 * How often each whole number came: the same whatever the order they came in. Exact for the first {@code exactValues} different
 * numbers; from one more on, numbers of 128 and more are kept by their leading eight bits, so that they are at most 1/128 too small
 * and memory stays bounded. Not thread-safe.
 */
final class Counts {
    /*
     * Whether numbers are kept exactly depends on how many different ones there are in all, which only grows: so the end does not
     * depend on the way. Sorted arrays, because most customers have a handful of values, and they mostly come in order.
     */
    static final int EXACT_VALUES = 1024;

    private static final long[] NO_VALUES = {};
    private static final int[] NO_TIMES = {};
    private static final int LEADING_BITS = 8;

    private final int exactValues;
    private long[] values = NO_VALUES;
    private int[] times = NO_TIMES;
    private int distinct;
    private long size;
    private boolean rounded;

    Counts() {
        this(EXACT_VALUES);
    }

    Counts(int exactValues) {
        this.exactValues = exactValues;
    }

    /** One that stays exact, for values that are few by nature, such as days. */
    static Counts exact() {
        return new Counts(Integer.MAX_VALUE);
    }

    void add(long value) {
        add(value, 1);
    }

    void add(long value, int howOften) {
        long kept = rounded ? round(value) : value;
        int place = firstNotBelow(kept);
        size += howOften;
        if (place < distinct && values[place] == kept) {
            times[place] = Sums.plus(times[place], howOften);
            return;
        }
        insert(place, kept, howOften);
        if (!rounded && distinct > exactValues) {
            roundAll();
        }
    }

    private void insert(int place, long value, int howOften) {
        if (distinct == values.length) {
            int capacity = distinct < 4 ? distinct + 1 : distinct + (distinct >> 1);
            values = Arrays.copyOf(values, capacity);
            times = Arrays.copyOf(times, capacity);
        }
        System.arraycopy(values, place, values, place + 1, distinct - place);
        System.arraycopy(times, place, times, place + 1, distinct - place);
        values[place] = value;
        times[place] = howOften;
        distinct++;
    }

    private void roundAll() {
        rounded = true;
        long[] before = values;
        int[] timesBefore = times;
        int countBefore = distinct;
        long sizeBefore = size;
        values = NO_VALUES;
        times = NO_TIMES;
        distinct = 0;
        for (int i = 0; i < countBefore; i++) {
            add(before[i], timesBefore[i]);
        }
        size = sizeBefore;
    }

    private static long round(long value) {
        int drop = 64 - Long.numberOfLeadingZeros(Math.abs(value)) - LEADING_BITS;
        return drop <= 0 ? value : value >> drop << drop;
    }

    /** How many numbers came, repeats too. */
    long size() {
        return size;
    }

    int distinct() {
        return distinct;
    }

    /** The different numbers, in order; {@code i} below {@link #distinct}. */
    long value(int i) {
        return values[i];
    }

    int times(int i) {
        return times[i];
    }

    /** How often this number came. */
    int timesOf(long value) {
        long kept = rounded ? round(value) : value;
        int place = firstNotBelow(kept);
        return place < distinct && values[place] == kept ? times[place] : 0;
    }

    /** The number at a rank from 0, repeats counted; rank below {@link #size}. */
    long atRank(long rank) {
        long left = rank;
        for (int i = 0; i < distinct; i++) {
            left -= times[i];
            if (left < 0) {
                return values[i];
            }
        }
        throw new IndexOutOfBoundsException("There is no rank " + rank + " among " + size + ".");
    }

    /** Twice the median, a whole number; there must be at least one number. */
    long twiceMedian() {
        return Sums.plus(atRank((size - 1) / 2), atRank(size / 2));
    }

    /** The value as it is compared with the ones kept here. */
    long comparable(long value) {
        return rounded ? round(value) : value;
    }

    /** The place of the first that is not smaller; {@link #distinct} where all are. */
    int firstNotBelow(long value) {
        if (distinct > 0 && values[distinct - 1] < value) {
            return distinct;
        }
        int place = Arrays.binarySearch(values, 0, distinct, value);
        return place < 0 ? -place - 1 : place;
    }

    /** About how many bytes of heap this takes. */
    long bytes() {
        return 80 + 12L * values.length;
    }
}
