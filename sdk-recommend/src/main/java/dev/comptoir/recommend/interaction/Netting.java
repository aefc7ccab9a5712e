package dev.comptoir.recommend.interaction;

import java.util.Arrays;

/**
 * What returns leave of the purchases of one chain of lines. A return that names its purchase is taken from that receipt; any
 * other, and what is left over, from the latest earlier purchases of the same product. What cannot be matched is ignored.
 */
final class Netting {
    private final ReceiptColumns columns;

    Netting(ReceiptColumns columns) {
        this.columns = columns;
    }

    /** Computes the net quantities of a chain anew; the order in which its lines came does not matter. */
    void apply(int head) {
        boolean returned = false;
        int length = 0;
        for (int line = head; line != ReceiptColumns.NONE; line = columns.next[line]) {
            boolean isReturn = columns.isReturn[columns.receipt[line]];
            columns.net[line] = isReturn ? 0 : columns.quantity[line];
            returned |= isReturn;
            length++;
        }
        if (returned) {
            subtract(sorted(head, length));
        }
    }

    private int[] sorted(int head, int length) {
        Integer[] lines = new Integer[length];
        int at = 0;
        for (int line = head; line != ReceiptColumns.NONE; line = columns.next[line]) {
            lines[at++] = line;
        }
        Arrays.sort(lines, columns::compareLines);
        return Arrays.stream(lines).mapToInt(Integer::intValue).toArray();
    }

    private void subtract(int[] lines) {
        long[] left = new long[lines.length];
        for (int r = 0; r < lines.length; r++) {
            int receipt = columns.receipt[lines[r]];
            if (columns.isReturn[receipt]) {
                left[r] = columns.quantity[lines[r]];
                for (int p = 0; p < lines.length && columns.undoes[receipt] != 0; p++) {
                    if (columns.idHash[columns.receipt[lines[p]]] == columns.undoes[receipt]) {
                        left[r] = take(lines[p], lines[r], left[r]);
                    }
                }
            }
        }
        // Named purchases first: otherwise an unnamed return could use up what another return names.
        for (int r = 0; r < lines.length; r++) {
            for (int p = r - 1; p >= 0 && left[r] > 0; p--) {
                left[r] = take(lines[p], lines[r], left[r]);
            }
        }
    }

    private long take(int purchase, int returned, long quantity) {
        if (columns.item[purchase] != columns.item[returned]) {
            return quantity;
        }
        long taken = Math.min(columns.net[purchase], quantity);
        columns.net[purchase] -= taken;
        return quantity - taken;
    }
}
