package dev.comptoir.profile;

import dev.comptoir.Money;

/**
 * What a customer spent on one category, returns left aside, in the business's currency. Immutable.
 *
 * @param category as the catalogue has it now; empty for products without one
 * @param amount what was spent on it
 * @param share of all that was spent: 0 to 1
 */
public record CategoryShare(String category, Money amount, double share) {}
