package dev.comptoir.recommend.interaction;

/** How many rows of histories have each item, and how many have it in more than one basket. Immutable and thread-safe. */
public final class BuyerCounts {
    private final int[] buyers;
    private final int[] repeatBuyers;

    private BuyerCounts(int[] buyers, int[] repeatBuyers) {
        this.buyers = buyers;
        this.repeatBuyers = repeatBuyers;
    }

    /** Of all rows: known users, and receipts without customer as one buyer each. */
    public static BuyerCounts ofAll(Histories histories) {
        return of(histories, histories.rows());
    }

    /** Of known users only. */
    public static BuyerCounts ofKnown(Histories histories) {
        return of(histories, histories.knownRows());
    }

    private static BuyerCounts of(Histories histories, int rows) {
        int items = histories.items();
        int[] buyers = new int[items];
        int[] repeatBuyers = new int[items];
        int[] seenBy = new int[items];
        int[] times = new int[items];
        for (int row = 0; row < rows; row++) {
            int end = histories.firstBasket(row) + histories.basketCount(row);
            for (int basket = histories.firstBasket(row); basket < end; basket++) {
                int first = histories.firstLine(basket);
                for (int line = first; line < first + histories.basketSize(basket); line++) {
                    int item = histories.item(line);
                    times[item] = seenBy[item] == row + 1 ? times[item] + 1 : 1;
                    seenBy[item] = row + 1;
                    buyers[item] += times[item] == 1 ? 1 : 0;
                    repeatBuyers[item] += times[item] == 2 ? 1 : 0;
                }
            }
        }
        return new BuyerCounts(buyers, repeatBuyers);
    }

    /** Rows with the item. */
    public int buyers(int item) {
        return buyers[item];
    }

    /** Rows with the item in two baskets or more. */
    public int repeatBuyers(int item) {
        return repeatBuyers[item];
    }

    public int items() {
        return buyers.length;
    }
}
