package dev.comptoir.recommend.model.session;

import java.util.Arrays;

/** Finds the smallest of many numbers without sorting all. */
final class Selection {
    private Selection() {}

    /** Brings the {@code count} smallest of the first {@code size} keys, which must all differ, to the front, in any order. */
    static void smallest(long[] keys, int size, int count) {
        int low = 0;
        int high = size - 1;
        // Halving badly so often means that the order of the keys is against us: sorting is the safe way then.
        for (int rounds = 0; low < high; rounds++) {
            if (rounds == 40) {
                Arrays.sort(keys, low, high + 1);
                return;
            }
            long pivot = median(keys[low], keys[(low + high) >>> 1], keys[high]);
            int left = low;
            int right = high;
            while (left <= right) {
                while (keys[left] < pivot) {
                    left++;
                }
                while (keys[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    long swapped = keys[left];
                    keys[left++] = keys[right];
                    keys[right--] = swapped;
                }
            }
            if (count - 1 <= right) {
                high = right;
            } else if (count - 1 >= left) {
                low = left;
            } else {
                return;
            }
        }
    }

    private static long median(long a, long b, long c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
