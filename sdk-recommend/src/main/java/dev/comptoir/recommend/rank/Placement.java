package dev.comptoir.recommend.rank;

import java.util.List;

/**
 * An item of a list, and how it came to its place. Immutable.
 *
 * @param item its index
 * @param place in the list, from 1
 * @param scorePlace where its score alone would have put it, among those that pass the filters and are not pinned, from 1
 * @param score as the models gave it
 * @param boosted the score after the boosts
 * @param boosts the names of those that applied, in their order
 * @param moves each stage that gave it another place, in their order, from {@code scorePlace} to {@code place}; empty where its score alone put it there
 */
public record Placement(
        int item, int place, int scorePlace, float score, float boosted, List<String> boosts, List<Move> moves) {
    public Placement {
        boosts = List.copyOf(boosts);
        moves = List.copyOf(moves);
    }

    /** What can give an item another place. */
    public enum Stage {
        /** Boosts, its own or those of others. */
        BOOST,
        /** The customer's mix of categories. */
        CALIBRATION,
        /** Variety. */
        VARIETY,
        /** Pins: its own, or those of others before it. */
        PIN
    }

    /**
     * What one stage did with an item.
     *
     * @param from its place before, from 1
     * @param to its place after
     */
    public record Move(Stage stage, int from, int to) {
        /** Whether it came nearer to the top. */
        public boolean up() {
            return to < from;
        }
    }

    /** Whether a stage brought the item nearer to the top, so that it may be given as a reason. */
    public boolean lifted(Stage stage) {
        return moves.stream().anyMatch(move -> move.stage() == stage && move.up());
    }
}
