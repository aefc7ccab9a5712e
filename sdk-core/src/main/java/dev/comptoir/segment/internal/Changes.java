package dev.comptoir.segment.internal;

import java.util.Arrays;

/** Changes of membership, packed: which of the customers brought, which rule, and how. */
final class Changes {
    private long[] packed = new long[16];
    private int size;

    void add(int index, int rule, boolean belongs) {
        if (size == packed.length) {
            packed = Arrays.copyOf(packed, 2 * size);
        }
        packed[size++] = (long) index << 32 | (long) rule << 1 | (belongs ? 1 : 0);
    }

    /** In the order of the customers and rules. */
    void deliver(MembershipTable.Flips flips) {
        Arrays.sort(packed, 0, size);
        for (int i = 0; i < size; i++) {
            flips.flip((int) (packed[i] >>> 32), (int) packed[i] >>> 1, (packed[i] & 1) == 1);
        }
    }
}
