package dev.comptoir.recommend.select;

/** The largest few of many scores: a heap of scores with their items, reused. Equal scores by item. Not thread-safe. */
final class Best {
    private final long[] heap;
    private int size;

    Best(int limit) {
        this.heap = new long[limit];
    }

    /**
     * The best items, best first; those of negative infinity are never among them.
     *
     * @param limit at most so many, no more than it was made for
     */
    int[] of(float[] scores, int limit) {
        size = 0;
        float least = Float.NEGATIVE_INFINITY;
        for (int item = 0; item < scores.length; item++) {
            float score = scores[item];
            // Items come in ascending order: one that only equals the least comes after it.
            if (score > least) {
                if (size == limit) {
                    heap[0] = key(score, item);
                    down(0);
                } else {
                    heap[size] = key(score, item);
                    up(size++);
                }
                if (size == limit) {
                    least = score(heap[0]);
                }
            }
        }
        int[] best = new int[size];
        while (size > 0) {
            long least0 = heap[0];
            heap[0] = heap[--size];
            down(0);
            best[size] = ~(int) least0;
        }
        return best;
    }

    /** Ordered as the scores, equal ones by descending item. */
    static long key(float score, int item) {
        int bits = Float.floatToIntBits(score + 0.0f);
        int ordered = bits ^ ((bits >> 31) & 0x7fffffff);
        return ((long) ordered << 32) | (~item & 0xffffffffL);
    }

    private static float score(long key) {
        int ordered = (int) (key >> 32);
        return Float.intBitsToFloat(ordered ^ ((ordered >> 31) & 0x7fffffff));
    }

    private void up(int from) {
        int at = from;
        long key = heap[at];
        while (at > 0 && heap[(at - 1) / 2] > key) {
            heap[at] = heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        heap[at] = key;
    }

    private void down(int from) {
        if (size == 0) {
            return;
        }
        int at = from;
        long key = heap[at];
        while (true) {
            int child = 2 * at + 1;
            if (child >= size) {
                break;
            }
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
}
