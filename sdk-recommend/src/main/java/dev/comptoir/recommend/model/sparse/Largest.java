package dev.comptoir.recommend.model.sparse;

import java.util.Arrays;

/** Keeps the items with the largest values that were offered, of equal values those with the smaller index. Not thread-safe. */
final class Largest {
    // A heap with the least at the root; the bits of a positive float are ordered as the float is.
    private final long[] heap;
    private int size;

    Largest(int capacity) {
        heap = new long[capacity];
    }

    void clear() {
        size = 0;
    }

    /**
     * Offers an item.
     *
     * @param value above 0
     */
    void offer(int item, float value) {
        long key = (long) Float.floatToIntBits(value) << 32 | (Integer.MAX_VALUE - item);
        if (size < heap.length) {
            up(size++, key);
        } else if (size > 0 && key > heap[0]) {
            down(key);
        }
    }

    private void up(int from, long key) {
        int at = from;
        while (at > 0 && heap[(at - 1) / 2] > key) {
            heap[at] = heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        heap[at] = key;
    }

    private void down(long key) {
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= key) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = key;
    }

    /** The items kept, by index. */
    int[] ascending() {
        int[] items = new int[size];
        for (int k = 0; k < size; k++) {
            items[k] = Integer.MAX_VALUE - (int) heap[k];
        }
        Arrays.sort(items);
        return items;
    }
}
