package dev.comptoir.recommend.rank;

import java.util.List;

/**
 * A finished list. Immutable.
 *
 * @param placements first place first
 * @param dropped pins that could not be kept to
 */
public record RankedList(List<Placement> placements, List<DroppedPin> dropped) {
    public RankedList {
        placements = List.copyOf(placements);
        dropped = List.copyOf(dropped);
    }

    /** The items, first place first. */
    public int[] items() {
        return placements.stream().mapToInt(Placement::item).toArray();
    }

    /** A pin that could not be kept to, and why. Immutable. */
    public record DroppedPin(Pin pin, Why why) {}

    /** Why a pin could not be kept to. */
    public enum Why {
        /** There is no such item. */
        UNKNOWN_ITEM,
        /** The item does not pass the filters, or has no score. */
        FILTERED_OUT,
        /** The item is pinned already. */
        ITEM_TWICE,
        /** Another item is pinned to the place already. */
        PLACE_TWICE,
        /** The place is beyond the end of the list. */
        BEYOND_LIMIT
    }
}
