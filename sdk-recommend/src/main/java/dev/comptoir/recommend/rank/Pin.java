package dev.comptoir.recommend.rank;

/**
 * An item at a fixed place of the list. Immutable.
 *
 * @param item its index
 * @param place from 1
 */
public record Pin(int item, int place) {
    public Pin {
        if (place < 1) {
            throw new IllegalArgumentException("The place of a pin is " + place + ", but must be at least 1.");
        }
    }
}
