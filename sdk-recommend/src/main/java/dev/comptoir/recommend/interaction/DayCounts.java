package dev.comptoir.recommend.interaction;

import java.util.Arrays;

/**
 * How many receipts of each day hold one item. Whole numbers, so that the order of arrival cannot show in a sum. Not
 * thread-safe.
 */
final class DayCounts {
    private int[] days = new int[4];
    private int[] counts = new int[4];
    private int size;

    void add(int day, int delta) {
        int at = size > 0 && days[size - 1] < day ? -(size + 1) : Arrays.binarySearch(days, 0, size, day);
        if (at >= 0) {
            counts[at] += delta;
            return;
        }
        int insert = -(at + 1);
        if (size == days.length) {
            days = Arrays.copyOf(days, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
        }
        System.arraycopy(days, insert, days, insert + 1, size - insert);
        System.arraycopy(counts, insert, counts, insert + 1, size - insert);
        days[insert] = day;
        counts[insert] = delta;
        size++;
    }

    int size() {
        return size;
    }

    int day(int index) {
        return days[index];
    }

    int count(int index) {
        return counts[index];
    }
}
