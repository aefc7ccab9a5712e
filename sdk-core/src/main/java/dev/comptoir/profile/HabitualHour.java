package dev.comptoir.profile;

/**
 * How often a customer comes in one hour of the day, by the business's local time. Immutable. The hour that is repeated when summer
 * time ends counts both times; the one that is skipped in spring never comes.
 *
 * @param hour 0 to 23: the hour that begins then
 * @param purchases how many purchases fell into it, at least 1
 * @param ofPurchases how many there were in all
 */
public record HabitualHour(int hour, int purchases, int ofPurchases) {
    /** The share of purchases: above 0, at most 1. */
    public double share() {
        return (double) purchases / ofPurchases;
    }
}
