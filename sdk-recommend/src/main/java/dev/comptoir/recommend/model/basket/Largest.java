package dev.comptoir.recommend.model.basket;

import java.util.Arrays;

/** Finds the largest of many values without sorting them all. */
final class Largest {
    private Largest() {}

    /** The {@code k}-th largest of the first {@code size} values, which are moved about. {@code 1 <= k <= size}. */
    static float value(float[] values, int size, int k) {
        int target = size - k;
        int from = 0;
        int to = size - 1;
        while (from < to) {
            float pivot = median(values[from], values[(from + to) >>> 1], values[to]);
            int less = from;
            int at = from;
            int more = to;
            while (at <= more) {
                float one = values[at];
                if (one < pivot) {
                    values[at++] = values[less];
                    values[less++] = one;
                } else if (one > pivot) {
                    values[at] = values[more];
                    values[more--] = one;
                } else {
                    at++;
                }
            }
            if (target < less) {
                to = less - 1;
            } else if (target > more) {
                from = more + 1;
            } else {
                return pivot;
            }
        }
        return values[from];
    }

    /**
     * Moves the numbers of the {@code k} largest values to the front, ascending; of equal values the smaller numbers.
     *
     * @param value by number
     * @param numbers those to choose from; the first {@code size} count
     * @return how many there are: {@code k}, or all of them
     */
    static int choose(float[] value, int[] numbers, int size, int k) {
        Arrays.sort(numbers, 0, size);
        if (size <= k) {
            return size;
        }
        float[] copy = new float[size];
        for (int at = 0; at < size; at++) {
            copy[at] = value[numbers[at]];
        }
        float limit = value(copy, size, k);
        int above = 0;
        for (int at = 0; at < size; at++) {
            above += value[numbers[at]] > limit ? 1 : 0;
        }
        int equal = k - above;
        int chosen = 0;
        for (int at = 0; at < size; at++) {
            float one = value[numbers[at]];
            if (one > limit || (one == limit && equal-- > 0)) {
                numbers[chosen++] = numbers[at];
            }
        }
        return chosen;
    }

    private static float median(float a, float b, float c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
