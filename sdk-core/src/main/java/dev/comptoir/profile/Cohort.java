package dev.comptoir.profile;

import java.time.YearMonth;
import java.util.List;

/**
 * The customers who bought for the first time in one month, and how many of them bought in each month since. Immutable.
 *
 * @param month the month of their first purchase, in the business's zone
 * @param active how many bought in that month, the next one and so on; the first number is all of them. It goes on to
 *     the last month with a purchase of any known customer, but not beyond the current one, nor beyond {@link #MAX_MONTHS}
 */
public record Cohort(YearMonth month, List<Integer> active) {
    /** So many months after the first one are told apart. */
    public static final int MAX_MONTHS = 240;

    public Cohort {
        active = List.copyOf(active);
    }

    /** How many customers belong to it, at least 1. */
    public int customers() {
        return active.get(0);
    }

    /** The share that bought {@code months} after the first purchase: 0 to 1. */
    public double retention(int months) {
        return (double) active.get(months) / customers();
    }
}
