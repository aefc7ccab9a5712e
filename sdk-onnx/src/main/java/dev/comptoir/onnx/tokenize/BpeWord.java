package dev.comptoir.onnx.tokenize;

import java.util.Arrays;

/** The symbols of one word and the pairs to join in it. Not thread-safe. */
final class BpeWord {
    private static final int GONE = -1;

    private final BpeMerges merges;
    private int[] symbols = new int[32];
    private int[] previous = new int[32];
    private int[] next = new int[32];
    private int size;
    private long[] heap = new long[32];
    private int waiting;

    BpeWord(BpeMerges merges) {
        this.merges = merges;
    }

    void clear() {
        size = 0;
    }

    void add(int symbol) {
        if (size == symbols.length) {
            symbols = Arrays.copyOf(symbols, 2 * size);
            previous = Arrays.copyOf(previous, 2 * size);
            next = Arrays.copyOf(next, 2 * size);
        }
        symbols[size++] = symbol;
    }

    /* Sennrich, Haddow, Birch, "Neural machine translation of rare words with subword units" (ACL 2016): of all pairs
     * of neighbours the one learned first is joined, the leftmost of several. A heap of (rank, place) and a linked list
     * make it n log n. As in the reference, an entry made for a pair that is gone still counts when the pair now in its
     * place becomes the same symbol. */

    boolean merge(Ids ids) {
        waiting = 0;
        for (int i = 0; i < size; i++) {
            previous[i] = i - 1;
            next[i] = i + 1;
        }
        for (int i = 0; i + 1 < size; i++) {
            offer(i);
        }
        while (waiting > 0) {
            long top = poll();
            join((int) top, (int) (top >>> Integer.SIZE));
        }
        for (int i = 0; i < size; i++) {
            if (symbols[i] != GONE && !ids.add(symbols[i])) {
                return false;
            }
        }
        return true;
    }

    private void join(int left, int rank) {
        int right = next[left];
        if (symbols[left] == GONE || right >= size) {
            return;
        }
        int now = merges.rank(symbols[left], symbols[right]);
        if (now == BpeMerges.NONE || merges.joined(now) != merges.joined(rank)) {
            return;
        }
        symbols[left] = merges.joined(now);
        symbols[right] = GONE;
        next[left] = next[right];
        if (next[left] < size) {
            previous[next[left]] = left;
            offer(left);
        }
        if (previous[left] >= 0) {
            offer(previous[left]);
        }
    }

    private void offer(int left) {
        int rank = merges.rank(symbols[left], symbols[next[left]]);
        if (rank == BpeMerges.NONE) {
            return;
        }
        if (waiting == heap.length) {
            heap = Arrays.copyOf(heap, 2 * waiting);
        }
        long entry = ((long) rank << Integer.SIZE) | left;
        int at = waiting++;
        for (int parent = (at - 1) / 2; at > 0 && heap[parent] > entry; parent = (at - 1) / 2) {
            heap[at] = heap[parent];
            at = parent;
        }
        heap[at] = entry;
    }

    private long poll() {
        long top = heap[0];
        long last = heap[--waiting];
        int at = 0;
        for (int child = 1; child < waiting; child = 2 * at + 1) {
            if (child + 1 < waiting && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= last) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = last;
        return top;
    }
}
