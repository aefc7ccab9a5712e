package dev.comptoir.value.next.internal;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Purchase days as they come, before they are put in order. Not thread-safe. */
final class DayLog {
    private long[] days = new long[2];
    private double[] quantities = new double[2];
    private int size;

    void add(long day, double quantity) {
        if (size == days.length) {
            days = Arrays.copyOf(days, 2 * size);
            quantities = Arrays.copyOf(quantities, 2 * size);
        }
        days[size] = day;
        quantities[size++] = quantity;
    }

    /** Hands over every day once, with the sum of its quantities; the order of arrival leaves no trace, not even in rounding. */
    void into(SeriesSet.Builder set, String key) {
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted((i, j) -> days[i] != days[j]
                        ? Long.compare(days[i], days[j])
                        : Double.compare(quantities[i], quantities[j]))
                .mapToInt(Integer::intValue)
                .toArray();
        long[] onceDays = new long[size];
        double[] sums = new double[size];
        int count = 0;
        for (int i : order) {
            if (count > 0 && onceDays[count - 1] == days[i]) {
                sums[count - 1] += quantities[i];
            } else {
                onceDays[count] = days[i];
                sums[count++] = quantities[i];
            }
        }
        set.add(key, Arrays.copyOf(onceDays, count), Arrays.copyOf(sums, count));
    }
}
