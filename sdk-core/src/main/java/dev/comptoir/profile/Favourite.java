package dev.comptoir.profile;

import java.time.Instant;

/**
 * A product, category or channel that a customer buys often. Immutable.
 *
 * @param key the product's id, the category or the channel
 * @param title what to call it in front of people
 * @param purchases in how many of the customer's purchases it was, at least 1
 * @param ofPurchases how many purchases the customer made
 * @param lastBought when last
 */
public record Favourite(String key, String title, int purchases, int ofPurchases, Instant lastBought) {
    /** The share of purchases with it: above 0, at most 1. */
    public double share() {
        return (double) purchases / ofPurchases;
    }
}
