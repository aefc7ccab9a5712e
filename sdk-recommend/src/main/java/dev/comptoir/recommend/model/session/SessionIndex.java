package dev.comptoir.recommend.model.session;

import dev.comptoir.recommend.interaction.Histories;
import java.util.Arrays;

/**
 * Earlier sessions by number, the most recent first, with their distinct items, and for each item the sessions with it.
 * Immutable. About 12 bytes a line and 16 a session.
 */
final class SessionIndex {
    /*
     * A session is as recent as its last step; of those that ended at the same time the later row counts as the more recent, so
     * that data without times keep their order. Numbers ascend with age, therefore the lists of sessions by item, filled in
     * ascending order, have the most recent first, and "the m most recent" is "the m smallest numbers".
     * Rows of a single line are left out: they say nothing of what goes with what, and by cosine would be the nearest of all.
     */
    private final int items;
    private final int sessions;
    private final long[] end;
    private final int[] first;
    private final int[] item;
    private final int[] step;
    private final int[] firstPosting;
    private final int[] posting;

    private SessionIndex(Histories histories, int[] rows) {
        this.items = histories.items();
        this.sessions = rows.length;
        this.end = new long[sessions];
        this.first = new int[sessions + 1];
        int[] held = new int[histories.lines()];
        int[] at = new int[held.length];
        int[] lastStep = new int[items];
        int size = 0;
        for (int s = 0; s < sessions; s++) {
            int begin = size;
            int firstBasket = histories.firstBasket(rows[s]);
            int count = histories.basketCount(rows[s]);
            for (int b = firstBasket; b < firstBasket + count; b++) {
                for (int line = histories.firstLine(b); line < histories.firstLine(b + 1); line++) {
                    int one = histories.item(line);
                    if (lastStep[one] == 0) {
                        held[size++] = one;
                    }
                    lastStep[one] = b - firstBasket + 1;
                }
            }
            for (int e = begin; e < size; e++) {
                at[e] = lastStep[held[e]];
                lastStep[held[e]] = 0;
            }
            end[s] = histories.time(firstBasket + count - 1);
            first[s + 1] = size;
        }
        this.item = Arrays.copyOf(held, size);
        this.step = Arrays.copyOf(at, size);
        this.firstPosting = new int[items + 1];
        this.posting = new int[size];
        invert();
    }

    static SessionIndex of(Histories histories) {
        return new SessionIndex(histories, mostRecentFirst(histories));
    }

    private static int[] mostRecentFirst(Histories histories) {
        int rows = histories.rows();
        long[] ends = new long[rows];
        int[] kept = new int[rows];
        int size = 0;
        for (int row = 0; row < rows; row++) {
            int from = histories.firstBasket(row);
            int to = from + histories.basketCount(row);
            if (to > from && histories.firstLine(to) - histories.firstLine(from) > 1) {
                ends[size] = histories.time(to - 1);
                kept[size++] = row;
            }
        }
        long[] order = Arrays.copyOf(ends, size);
        Arrays.sort(order);
        long[] keys = new long[size];
        for (int k = 0; k < size; k++) {
            keys[k] = ((long) firstOf(order, ends[k]) << 32) | kept[k];
        }
        Arrays.sort(keys);
        int[] result = new int[size];
        for (int k = 0; k < size; k++) {
            result[k] = (int) keys[size - 1 - k];
        }
        return result;
    }

    /** The same number for the same time, whichever of the equal ones a plain binary search would meet. */
    private static int firstOf(long[] sorted, long value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void invert() {
        for (int one : item) {
            firstPosting[one + 1]++;
        }
        for (int i = 0; i < items; i++) {
            firstPosting[i + 1] += firstPosting[i];
        }
        int[] next = Arrays.copyOf(firstPosting, items);
        for (int s = 0; s < sessions; s++) {
            for (int e = first[s]; e < first[s + 1]; e++) {
                posting[next[item[e]]++] = s;
            }
        }
    }

    int items() {
        return items;
    }

    int sessions() {
        return sessions;
    }

    /** When the last step of a session was, in milliseconds of the epoch. */
    long end(int session) {
        return end[session];
    }

    /** The first entry of a session; its entries end before the first of the next session. */
    int first(int session) {
        return first[session];
    }

    /** How many distinct items a session has. */
    int size(int session) {
        return first[session + 1] - first[session];
    }

    /** The item of an entry. */
    int item(int entry) {
        return item[entry];
    }

    /** The last step, from 1, at which the session has the item of an entry. */
    int step(int entry) {
        return step[entry];
    }

    /** In how many sessions an item is; 0 too for one that is not known at all. */
    int sessionsWith(int one) {
        return one < items ? firstPosting[one + 1] - firstPosting[one] : 0;
    }

    /** The {@code k}-th most recent session with an item. */
    int session(int one, int k) {
        return posting[firstPosting[one] + k];
    }
}
