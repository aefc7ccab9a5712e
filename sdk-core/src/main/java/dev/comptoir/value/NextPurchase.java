package dev.comptoir.value;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedSet;

/**
 * When a customer who buys regularly is likely to buy again: the last purchase plus the median interval between the days of
 * purchase. Immutable.
 *
 * @param expected the day
 * @param medianIntervalDays the median number of days between two purchases, at least 1, rounded up
 * @param intervals how many intervals the median is taken of, at least {@link #MIN_INTERVALS}
 */
public record NextPurchase(LocalDate expected, int medianIntervalDays, int intervals) {
    /** With fewer intervals nothing is said: two of them are no habit. */
    public static final int MIN_INTERVALS = 3;

    /** Empty where the days are too few to tell. */
    public static Optional<NextPurchase> from(SortedSet<LocalDate> purchaseDays) {
        int intervals = purchaseDays.size() - 1;
        if (intervals < MIN_INTERVALS) {
            return Optional.empty();
        }
        long[] days = new long[intervals];
        LocalDate before = null;
        int i = 0;
        for (LocalDate day : purchaseDays) {
            if (before != null) {
                days[i++] = ChronoUnit.DAYS.between(before, day);
            }
            before = day;
        }
        Arrays.sort(days);
        long lower = days[(intervals - 1) / 2];
        long upper = days[intervals / 2];
        int median = (int) ((lower + upper + 1) / 2);
        return Optional.of(new NextPurchase(purchaseDays.last().plusDays(median), median, intervals));
    }
}
