package dev.comptoir.profile.internal;

import java.util.Arrays;

/** What places one customer among the others: under 100 bytes, because it is held for everyone. Not thread-safe. */
final class Total {
    private static final int[] NO_MONTHS = {};

    int events;
    int purchases;
    int returns;
    int lastDay = Integer.MIN_VALUE;
    long bought;
    long givenBack;
    /** The months with a purchase, in order, since the year 0. */
    int[] months = NO_MONTHS;

    long spend() {
        return Sums.plus(bought, -givenBack);
    }

    boolean isBuyer() {
        return purchases > 0;
    }

    void addPurchase(ShopTime time, long amount) {
        purchases = Sums.plus(purchases, 1);
        lastDay = Math.max(lastDay, (int) time.epochDay());
        bought = Sums.plus(bought, amount);
        int month = (int) time.month();
        int place = Arrays.binarySearch(months, month);
        if (place < 0) {
            int[] more = new int[months.length + 1];
            System.arraycopy(months, 0, more, 0, -place - 1);
            more[-place - 1] = month;
            System.arraycopy(months, -place - 1, more, -place, months.length + place + 1);
            months = more;
        }
    }

    void addReturn(long amount) {
        returns = Sums.plus(returns, 1);
        givenBack = Sums.plus(givenBack, amount);
    }
}
