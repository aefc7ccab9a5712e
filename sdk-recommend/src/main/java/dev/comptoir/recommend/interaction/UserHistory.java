package dev.comptoir.recommend.interaction;

import java.util.List;

/**
 * What one user has kept of all purchases, returns taken off. Immutable.
 *
 * @param receipts the times of all purchases with something kept, newest first, in milliseconds of the epoch
 * @param items one entry per item, in ascending order of the product ids
 */
public record UserHistory(List<Long> receipts, List<Item> items) {
    /** Somebody who never bought anything. */
    public static final UserHistory EMPTY = new UserHistory(List.of(), List.of());

    public UserHistory {
        receipts = List.copyOf(receipts);
        items = List.copyOf(items);
    }

    /**
     * One item of a user.
     *
     * @param item its index
     * @param positions which of the user's receipts hold it: ascending places in {@link UserHistory#receipts}, 0 the newest
     */
    public record Item(int item, List<Integer> positions) {
        public Item {
            positions = List.copyOf(positions);
        }

        /** On how many receipts the item is. */
        public int count() {
            return positions.size();
        }

        /** On how many of the newest {@code window} receipts the item is. */
        public int countAmongLast(int window) {
            int count = 0;
            while (count < positions.size() && positions.get(count) < window) {
                count++;
            }
            return count;
        }
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }
}
