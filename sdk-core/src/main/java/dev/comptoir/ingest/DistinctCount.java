package dev.comptoir.ingest;

import java.util.Arrays;

/**
 * Counts different texts by 64-bit hashes: 16 bytes each instead of the texts themselves. Two of a million texts share a hash
 * with a probability below 1 in 10 million.
 */
final class DistinctCount {
    private long[] table = new long[1 << 10];
    private int size;

    void add(String text) {
        long hash = hash(text);
        if (2 * (size + 1) > table.length) {
            grow();
        }
        if (insert(table, hash)) {
            size++;
        }
    }

    long size() {
        return size;
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        Arrays.stream(table).filter(hash -> hash != 0).forEach(hash -> insert(larger, hash));
        table = larger;
    }

    private static boolean insert(long[] table, long hash) {
        int mask = table.length - 1;
        int slot = (int) (hash & mask);
        while (table[slot] != 0) {
            if (table[slot] == hash) {
                return false;
            }
            slot = (slot + 1) & mask;
        }
        table[slot] = hash;
        return true;
    }

    /** FNV-1a, then mixed so that the low bits depend on all; 0 means an empty slot. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }
}
