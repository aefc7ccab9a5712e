package dev.comptoir.profile;

import dev.comptoir.Money;

/**
 * How much a customer buys at a time, over the purchases in the business's currency. Immutable. Medians are exact up to 1,024
 * different sizes, and at most 1/128 too small above.
 *
 * @param purchases how many purchases it is taken over, at least 1
 * @param meanLines mean number of lines of a receipt
 * @param medianLines the median of the same
 * @param meanUnits mean quantity, pieces and kilograms added as they stand
 * @param medianUnits the median of the same
 * @param meanAmount mean amount, rounded half up
 * @param medianAmount the median of the same, between two amounts rounded half up
 */
public record BasketSize(
        long purchases,
        double meanLines,
        double medianLines,
        double meanUnits,
        double medianUnits,
        Money meanAmount,
        Money medianAmount) {}
