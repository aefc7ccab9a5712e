package dev.comptoir.profile.internal;

/** What one customer bought of one product. Not thread-safe. */
final class BoughtProduct {
    final Tally tally = new Tally();
    /** Unit prices of its lines in the business's currency, in minor units. */
    final Counts prices = new Counts();
    /** In the business's currency, minor units; never lowered. */
    long amount;

    long bytes() {
        return 40 + tally.bytes() + prices.bytes();
    }
}
