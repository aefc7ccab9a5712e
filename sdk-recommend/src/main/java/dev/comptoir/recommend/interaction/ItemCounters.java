package dev.comptoir.recommend.interaction;

import dev.comptoir.ProductId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sales by item and day, and buyers by item, as whole numbers that a chain of lines adds to or is taken from. */
final class ItemCounters {
    private final ReceiptColumns columns;
    private final List<DayCounts> sales = new ArrayList<>();
    private int[] buyers = new int[0];
    private int[] repeatBuyers = new int[0];
    private int[] receiptsOfChain = new int[0];

    ItemCounters(ReceiptColumns columns) {
        this.columns = columns;
    }

    void grow(int items) {
        while (sales.size() < items) {
            sales.add(new DayCounts());
        }
        if (items > buyers.length) {
            int capacity = Math.max(items, 2 * buyers.length);
            buyers = Arrays.copyOf(buyers, capacity);
            repeatBuyers = Arrays.copyOf(repeatBuyers, capacity);
            receiptsOfChain = Arrays.copyOf(receiptsOfChain, capacity);
        }
    }

    /**
     * Adds or takes away what a chain counts for.
     *
     * @param sign 1 or -1
     * @param known whether the chain is one known user's
     */
    void count(int head, int sign, boolean known) {
        for (int line = head; line != ReceiptColumns.NONE; line = columns.next[line]) {
            if (columns.net[line] > 0) {
                int item = columns.item[line];
                sales.get(item).add(columns.day(line), sign);
                receiptsOfChain[item]++;
            }
        }
        for (int line = head; line != ReceiptColumns.NONE; line = columns.next[line]) {
            int item = columns.item[line];
            int receipts = receiptsOfChain[item];
            receiptsOfChain[item] = 0;
            if (known && receipts > 0) {
                buyers[item] += sign;
                repeatBuyers[item] += receipts > 1 ? sign : 0;
            }
        }
    }

    /** Adds one line of a receipt without customer. */
    void countLine(int line) {
        sales.get(columns.item[line]).add(columns.day(line), 1);
    }

    SalesCounts snapshot(List<ProductId> products) {
        int items = products.size();
        int[] start = new int[items + 1];
        for (int item = 0; item < items; item++) {
            start[item + 1] = start[item] + sales.get(item).size();
        }
        int[] day = new int[start[items]];
        int[] count = new int[start[items]];
        for (int item = 0; item < items; item++) {
            DayCounts days = sales.get(item);
            for (int k = 0; k < days.size(); k++) {
                day[start[item] + k] = days.day(k);
                count[start[item] + k] = days.count(k);
            }
        }
        return new SalesCounts(
                products, start, day, count, Arrays.copyOf(buyers, items), Arrays.copyOf(repeatBuyers, items));
    }
}
