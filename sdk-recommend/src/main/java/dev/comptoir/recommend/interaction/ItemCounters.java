package dev.comptoir.recommend.interaction;

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

    /**
     * The counts at this moment.
     *
     * @param indexOf the index that each item shall have
     * @param itemCount every such index lies below it
     */
    SalesCounts snapshot(int[] indexOf, int itemCount) {
        int[] own = new int[itemCount];
        Arrays.fill(own, ReceiptColumns.NONE);
        for (int item = 0; item < indexOf.length; item++) {
            own[indexOf[item]] = item;
        }
        int[] start = new int[itemCount + 1];
        for (int index = 0; index < itemCount; index++) {
            int item = own[index];
            start[index + 1] = start[index] + (item < 0 ? 0 : sales.get(item).size());
        }
        int[] day = new int[start[itemCount]];
        int[] count = new int[start[itemCount]];
        int[] buyersOf = new int[itemCount];
        int[] repeatBuyersOf = new int[itemCount];
        for (int index = 0; index < itemCount; index++) {
            int item = own[index];
            if (item >= 0) {
                DayCounts days = sales.get(item);
                for (int k = 0; k < days.size(); k++) {
                    day[start[index] + k] = days.day(k);
                    count[start[index] + k] = days.count(k);
                }
                buyersOf[index] = buyers[item];
                repeatBuyersOf[index] = repeatBuyers[item];
            }
        }
        return new SalesCounts(start, day, count, buyersOf, repeatBuyersOf);
    }
}
