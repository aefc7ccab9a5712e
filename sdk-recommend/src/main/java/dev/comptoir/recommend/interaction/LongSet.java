package dev.comptoir.recommend.interaction;

/** A set of 64-bit hashes without boxing: open addressing, at most half full. Not thread-safe. */
final class LongSet {
    private long[] slots = new long[64];
    private int size;
    private boolean hasZero;

    /** Adds a value; true if it is new. */
    boolean add(long value) {
        if (value == 0) {
            boolean isNew = !hasZero;
            hasZero = true;
            return isNew;
        }
        if (2 * (size + 1) > slots.length) {
            grow();
        }
        int slot = slotOf(slots, value);
        if (slots[slot] == value) {
            return false;
        }
        slots[slot] = value;
        size++;
        return true;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        for (long value : slots) {
            if (value != 0) {
                larger[slotOf(larger, value)] = value;
            }
        }
        slots = larger;
    }

    private static int slotOf(long[] slots, long value) {
        int mask = slots.length - 1;
        int slot = (int) (value ^ (value >>> 32)) & mask;
        while (slots[slot] != 0 && slots[slot] != value) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
