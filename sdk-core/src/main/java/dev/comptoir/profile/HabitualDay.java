package dev.comptoir.profile;

import java.time.DayOfWeek;

/**
 * How often a customer comes on one day of the week, by the business's local time. Immutable.
 *
 * @param day the day of the week
 * @param purchases how many purchases fell on it, at least 1
 * @param ofPurchases how many there were in all
 */
public record HabitualDay(DayOfWeek day, int purchases, int ofPurchases) {
    /** The share of purchases: above 0, at most 1. */
    public double share() {
        return (double) purchases / ofPurchases;
    }
}
