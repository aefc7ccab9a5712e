package dev.comptoir.value.next.internal;

import java.util.Arrays;

/** Many customers' purchase days, each without repetition and in order, with quantities where they are known. Immutable. */
public final class SeriesSet {
    private final int[] starts;
    private final long[] days;
    private final double[] quantities;
    private final int[] hashes;

    private SeriesSet(int[] starts, long[] days, double[] quantities, int[] hashes) {
        this.starts = starts;
        this.days = days;
        this.quantities = quantities;
        this.hashes = hashes;
    }

    public int size() {
        return hashes.length;
    }

    int start(int series) {
        return starts[series];
    }

    int end(int series) {
        return starts[series + 1];
    }

    long day(int position) {
        return days[position];
    }

    double quantity(int position) {
        return quantities[position];
    }

    int hash(int series) {
        return hashes[series];
    }

    /** Adds one series to another set, under another key. */
    void copyTo(Builder other, int series, String key) {
        other.add(
                key,
                Arrays.copyOfRange(days, starts[series], starts[series + 1]),
                Arrays.copyOfRange(quantities, starts[series], starts[series + 1]));
    }

    /** The last day of a series up to {@code asOf}; the series must have one. */
    public long lastDay(int series, long asOf) {
        int at = Arrays.binarySearch(days, starts[series], starts[series + 1], asOf);
        return days[at < 0 ? -at - 2 : at];
    }

    /** How many purchase days lie after {@code asOf}. */
    public int daysAfter(long asOf) {
        int count = 0;
        for (long day : days) {
            count += day > asOf ? 1 : 0;
        }
        return count;
    }

    /** Whether all purchases up to {@code asOf} fell on one day. */
    public boolean onOneDay(long asOf) {
        long first = firstDay(asOf);
        for (long day : days) {
            if (day <= asOf && day != first) {
                return false;
            }
        }
        return true;
    }

    /** Whether the series has a purchase on one of the days after {@code asOf}, up to {@code asOf + within}. */
    public boolean boughtWithin(int series, long asOf, int within) {
        int at = Arrays.binarySearch(days, starts[series], starts[series + 1], asOf + 1);
        int next = at < 0 ? -at - 1 : at;
        return next < starts[series + 1] && days[next] <= asOf + within;
    }

    /** The first day of all, or {@code asOf} where there is none before. */
    public long firstDay(long asOf) {
        long first = asOf;
        for (int i = 0; i < size(); i++) {
            if (starts[i + 1] > starts[i]) {
                first = Math.min(first, days[starts[i]]);
            }
        }
        return first;
    }

    /** Takes series in the order of their keys. Not thread-safe. */
    public static final class Builder {
        private int[] starts = {0};
        private long[] days = {};
        private double[] quantities = {};
        private int[] hashes = {};
        private int size;
        private int count;

        /**
         * Adds one series.
         *
         * @param key names it among the others, and so draws it or not where there are too many to fit to
         * @param ownDays days as counted from 1970, in order, no two alike
         * @param ownQuantities of the same length; NaN where unknown
         */
        public void add(String key, long[] ownDays, double[] ownQuantities) {
            if (count + ownDays.length > days.length) {
                int length = Math.max(64, Math.max(2 * days.length, count + ownDays.length));
                days = Arrays.copyOf(days, length);
                quantities = Arrays.copyOf(quantities, length);
            }
            System.arraycopy(ownDays, 0, days, count, ownDays.length);
            System.arraycopy(ownQuantities, 0, quantities, count, ownDays.length);
            count += ownDays.length;
            if (size == hashes.length) {
                hashes = Arrays.copyOf(hashes, Math.max(64, 2 * size));
                starts = Arrays.copyOf(starts, hashes.length + 1);
            }
            hashes[size++] = mixed(key.hashCode());
            starts[size] = count;
        }

        public SeriesSet build() {
            return new SeriesSet(
                    Arrays.copyOf(starts, size + 1),
                    Arrays.copyOf(days, count),
                    Arrays.copyOf(quantities, count),
                    Arrays.copyOf(hashes, size));
        }

        /** Spreads neighbouring keys, so that a sample by the smallest hashes is as good as drawn by lot. */
        private static int mixed(int hash) {
            int h = (hash ^ (hash >>> 16)) * 0x85ebca6b;
            h = (h ^ (h >>> 13)) * 0xc2b2ae35;
            return h ^ (h >>> 16);
        }
    }
}
