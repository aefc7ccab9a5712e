package dev.comptoir.recommend.interaction;

import java.util.Arrays;

/** Receipts and their lines as growing columns of primitives. Lines of one user form a chain. Not thread-safe. */
final class ReceiptColumns {
    static final int NONE = -1;

    int receipts;
    long[] time = new long[64];
    int[] user = new int[64];
    /** Tells receipts of the same instant apart, whatever their order of arrival. */
    long[] idHash = new long[64];
    /** For a return: the hash of the purchase it undoes, or 0. */
    long[] undoes = new long[64];

    boolean[] isReturn = new boolean[64];
    int[] firstLine = new int[65];

    int lines;
    int[] receipt = new int[128];
    int[] item = new int[128];
    /** Thousandths of a unit. */
    long[] quantity = new long[128];
    /** What returns have left of the quantity; 0 in the lines of returns. */
    long[] net = new long[128];

    int[] next = new int[128];

    int addReceipt(long at, int userIndex, long hash, boolean returned, long undoesHash) {
        if (receipts == time.length) {
            int larger = receipts * 2;
            time = Arrays.copyOf(time, larger);
            user = Arrays.copyOf(user, larger);
            idHash = Arrays.copyOf(idHash, larger);
            undoes = Arrays.copyOf(undoes, larger);
            isReturn = Arrays.copyOf(isReturn, larger);
            firstLine = Arrays.copyOf(firstLine, larger + 1);
        }
        time[receipts] = at;
        user[receipts] = userIndex;
        idHash[receipts] = hash;
        undoes[receipts] = undoesHash;
        isReturn[receipts] = returned;
        firstLine[receipts] = lines;
        firstLine[receipts + 1] = lines;
        return receipts++;
    }

    /** Adds a line to the receipt added last, or to its quantity where the item is on it already. */
    int addLine(int itemIndex, long thousandths) {
        int last = receipts - 1;
        for (int line = firstLine[last]; line < lines; line++) {
            if (item[line] == itemIndex) {
                quantity[line] += thousandths;
                return NONE;
            }
        }
        if (lines == item.length) {
            int larger = lines * 2;
            receipt = Arrays.copyOf(receipt, larger);
            item = Arrays.copyOf(item, larger);
            quantity = Arrays.copyOf(quantity, larger);
            net = Arrays.copyOf(net, larger);
            next = Arrays.copyOf(next, larger);
        }
        receipt[lines] = last;
        item[lines] = itemIndex;
        quantity[lines] = thousandths;
        next[lines] = NONE;
        firstLine[last + 1] = lines + 1;
        return lines++;
    }

    int day(int line) {
        return (int) Math.floorDiv(time[receipt[line]], 86_400_000L);
    }

    /** Orders lines by time, then by the hash of their receipt's id, then by item. */
    int compareLines(int left, int right) {
        int byReceipt = compareReceipts(receipt[left], receipt[right]);
        return byReceipt != 0 ? byReceipt : Integer.compare(item[left], item[right]);
    }

    /** Orders receipts by time, then by the hash of their ids: the same for every order of arrival. */
    int compareReceipts(int left, int right) {
        int byTime = Long.compare(time[left], time[right]);
        return byTime != 0 ? byTime : Long.compare(idHash[left], idHash[right]);
    }
}
