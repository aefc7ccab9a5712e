package dev.comptoir.recommend.model.basket;

import dev.comptoir.recommend.interaction.Histories;
import dev.comptoir.recommend.interaction.History;
import java.util.Arrays;

/**
 * Which row was learnt from the very history that is asked about: nobody is their own neighbour. That is the known user's row
 * with the most baskets, the same as the history's oldest ones in items and times. Of equal rows the first is it.
 */
final class OwnRows {
    static final int NONE = -1;

    private final Histories histories;
    /** A hash of the first basket above, the number of the row below; ascending. */
    private final long[] keys;

    OwnRows(Histories histories) {
        this.histories = histories;
        long[] all = new long[histories.knownRows()];
        int size = 0;
        for (int row = 0; row < all.length; row++) {
            if (histories.basketCount(row) > 0) {
                int basket = histories.firstBasket(row);
                int hash = Long.hashCode(histories.time(basket));
                int line = histories.firstLine(basket);
                for (int end = line + histories.basketSize(basket); line < end; line++) {
                    hash += mix(histories.item(line));
                }
                all[size++] = ((long) hash << 32) | row;
            }
        }
        this.keys = Arrays.copyOf(all, size);
        Arrays.sort(keys);
    }

    int find(History history) {
        if (history.baskets() == 0) {
            return NONE;
        }
        int hash = Long.hashCode(history.time(0));
        for (int k = 0; k < history.basketSize(0); k++) {
            hash += mix(history.item(0, k));
        }
        int at = Arrays.binarySearch(keys, (long) hash << 32);
        int best = NONE;
        for (int k = at < 0 ? -(at + 1) : at; k < keys.length && (int) (keys[k] >> 32) == hash; k++) {
            int row = (int) keys[k];
            if ((best == NONE || histories.basketCount(row) > histories.basketCount(best)) && begins(history, row)) {
                best = row;
            }
        }
        return best;
    }

    private boolean begins(History history, int row) {
        int count = histories.basketCount(row);
        for (int k = 0; k < count; k++) {
            int basket = histories.firstBasket(row) + k;
            if (k >= history.baskets()
                    || histories.time(basket) != history.time(k)
                    || histories.basketSize(basket) != history.basketSize(k)
                    || !sameItems(basket, history, k)) {
                return false;
            }
        }
        return true;
    }

    private boolean sameItems(int basket, History history, int number) {
        int[] items = new int[history.basketSize(number)];
        for (int k = 0; k < items.length; k++) {
            items[k] = history.item(number, k);
        }
        Arrays.sort(items);
        for (int k = 0; k < items.length; k++) {
            if (items[k] != histories.item(histories.firstLine(basket) + k)) {
                return false;
            }
        }
        return true;
    }

    private static int mix(int item) {
        int mixed = (item + 1) * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }
}
