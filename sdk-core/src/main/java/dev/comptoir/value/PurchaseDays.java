package dev.comptoir.value;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * The local days on which one customer bought, and for how much. Several purchases on one day are one, its amount their sum.
 * Immutable.
 */
public final class PurchaseDays {
    /** Histories count in weeks: times are days divided by this. */
    public static final double DAYS_PER_WEEK = 7;

    private final long[] days;
    private final double[] amounts;

    private PurchaseDays(long[] days, double[] amounts) {
        this.days = days;
        this.amounts = amounts;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** How many days with a purchase, at least 1. */
    public int size() {
        return days.length;
    }

    public LocalDate first() {
        return LocalDate.ofEpochDay(days[0]);
    }

    public LocalDate last() {
        return LocalDate.ofEpochDay(days[days.length - 1]);
    }

    /** How many days with a purchase there are after one day and until another, the latter included. */
    public int count(LocalDate after, LocalDate through) {
        return Math.max(0, until(through.toEpochDay()) - until(after.toEpochDay()));
    }

    /** What was known at the end of a day, in weeks; empty where there was no purchase yet. Later days do not count. */
    public Optional<PurchaseHistory> history(LocalDate through) {
        int known = until(through.toEpochDay());
        if (known == 0) {
            return Optional.empty();
        }
        double logIntervals = 0;
        double spend = 0;
        int paid = 0;
        for (int i = 1; i < known; i++) {
            logIntervals += Math.log((days[i] - days[i - 1]) / DAYS_PER_WEEK);
            if (!Double.isNaN(amounts[i])) {
                spend += amounts[i];
                paid++;
            }
        }
        return Optional.of(new PurchaseHistory(
                known - 1,
                (days[known - 1] - days[0]) / DAYS_PER_WEEK,
                (through.toEpochDay() - days[0]) / DAYS_PER_WEEK,
                logIntervals,
                paid,
                paid == 0 ? 0 : spend / paid));
    }

    private int until(long day) {
        int found = Arrays.binarySearch(days, day);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Collects the purchases of one customer, in any order. Not thread-safe. */
    public static final class Builder {
        private static final double MAX_AMOUNT = 1e15;

        private long[] days = new long[4];
        private double[] amounts = new double[4];
        private int size;

        private Builder() {}

        /** A purchase whose amount is unknown. */
        public Builder add(LocalDate day) {
            return keep(day, Double.NaN);
        }

        /**
         * A purchase for an amount.
         *
         * @throws IllegalArgumentException if the amount is negative, not a number, or above 1e15
         */
        public Builder add(LocalDate day, double amount) {
            if (!(amount >= 0 && amount <= MAX_AMOUNT)) {
                throw new IllegalArgumentException(
                        "The amount of a purchase is " + amount + "; 0 to 1e15 are allowed. Maybe a return?");
            }
            return keep(day, amount);
        }

        private Builder keep(LocalDate day, double amount) {
            if (size == days.length) {
                days = Arrays.copyOf(days, 2 * size);
                amounts = Arrays.copyOf(amounts, 2 * size);
            }
            days[size] = day.toEpochDay();
            amounts[size++] = amount;
            return this;
        }

        /** Whether nothing was added yet. */
        public boolean isEmpty() {
            return size == 0;
        }

        /**
         * The finished days.
         *
         * @throws IllegalStateException if there is no purchase
         */
        public PurchaseDays build() {
            if (size == 0) {
                throw new IllegalStateException("There is no purchase. Maybe call add(day, amount)?");
            }
            Integer[] order = new Integer[size];
            Arrays.setAll(order, i -> i);
            // By amount too: the sum of a day must not depend on the order in which its purchases came.
            Arrays.sort(
                    order,
                    (i, j) -> days[i] != days[j]
                            ? Long.compare(days[i], days[j])
                            : Double.compare(amounts[i], amounts[j]));
            long[] distinct = new long[size];
            double[] sums = new double[size];
            int count = 0;
            for (int i : order) {
                if (count == 0 || distinct[count - 1] != days[i]) {
                    distinct[count] = days[i];
                    sums[count++] = amounts[i];
                } else if (!Double.isNaN(amounts[i])) {
                    sums[count - 1] += amounts[i];
                }
            }
            return new PurchaseDays(Arrays.copyOf(distinct, count), Arrays.copyOf(sums, count));
        }
    }
}
