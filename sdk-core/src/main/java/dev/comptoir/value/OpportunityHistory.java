package dev.comptoir.value;

/**
 * What {@link BgBb} needs to know of one customer: how many of the opportunities to buy were used. Immutable.
 *
 * @param frequency x, on how many opportunities after the first purchase the customer bought
 * @param recency t_x, the number of the last of them; 0 where there is none
 * @param opportunities n, how many there were since the first purchase; at most 100,000
 */
public record OpportunityHistory(int frequency, int recency, int opportunities) {
    private static final int MAX_OPPORTUNITIES = 100_000;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException unless 0 <= frequency <= recency <= opportunities, and recency is 0 just where frequency is
     */
    public OpportunityHistory {
        if (frequency < 0
                || frequency > recency
                || recency > opportunities
                || opportunities > MAX_OPPORTUNITIES
                || frequency > 0 != recency > 0) {
            throw new IllegalArgumentException("Frequency " + frequency + ", recency " + recency + " and "
                    + opportunities
                    + " opportunities do not fit: 0 <= frequency <= recency <= opportunities <= " + MAX_OPPORTUNITIES
                    + ", and recency is 0 just where the frequency is.");
        }
    }
}
